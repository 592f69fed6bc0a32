import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { readNumber } from '../model/numbers.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { createDraft } from './fixes/draft.js';
import { addEntry } from './fixes/edit-values.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'incomplete-software',
  summary: 'A software-install section lacks what its SoftwareType needs.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    missing: {
      text: 'SoftwareType = {type} needs {entry}, which [{section}] lacks.',
      infverif: 1142,
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    for (const { at, section, kind } of entries.named('SoftwareType')) {
      const [field] = at.line.fields;
      const type = field === undefined ? undefined : readNumber(model.valueOf(field));
      const needed = type === undefined ? undefined : NEEDED.get(type);
      if (field === undefined || type === undefined || needed === undefined) continue;
      const keys = entries.of(section, kind).map((entry) => entry.at.line.key?.value ?? '');
      if (keys.some(hasPlaceholder)) continue;
      const present = new Set(keys.map(fold));
      for (const { entry, sample } of needed) {
        if (present.has(fold(entry))) continue;
        const args = { type, entry, section: section.name };
        yield finding(fieldSpan(at, field), 'missing', args, {
          fixes: () => [addition(analysis, section, entry, sample)],
        });
      }
    }
  },
});

interface Needed {
  readonly entry: string;
  /** What is written for the time being. */
  readonly sample: string;
}

/** Source: install/inf-addsoftware-directive */
const NEEDED: ReadonlyMap<number, readonly Needed[]> = new Map([
  [
    1,
    [
      { entry: 'SoftwareBinary', sample: 'setup.exe' },
      { entry: 'SoftwareVersion', sample: '1.0.0.0' },
    ],
  ],
  [2, [{ entry: 'SoftwareID', sample: 'pfn://Publisher.App_0000000000000' }]],
]);

function addition({ model }: Analysis, section: Section, entry: string, sample: string): Fix {
  return makeFix({ action: `add-${fold(entry)}`, title: `Add ${entry} = ${sample}` }, () => {
    const draft = createDraft(model);
    addEntry(model, draft, section, entry, sample);
    return draft.edits();
  });
}
