import { fold } from '../language/fold.js';
import type { Model, RegistryWrite } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { createRegistryUses, DATA, readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import type { Fix } from '../engine/types.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { afterContent } from './fixes/layout.js';
import { keyedSamples, renderKeyed } from './fixes/style.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

const FILE = 'wdmaudio.inf';

/**
 * Audio effects of Windows by their class ID, with the section of wdmaudio.inf that registers them.
 * Source: audio/implementing-audio-processing-objects
 */
const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['{62dc1a93-ae24-464c-a43e-452f824c4250}', 'mssysfx.CopyFilesAndRegister'],
  ['{889c03c8-abad-4004-bf0a-bc7bb825e166}', 'MsApoFxProxy.Registration'],
]);

export default defineRule({
  name: 'apo-without-wdmaudio',
  summary: 'A device uses an audio effect of Windows without the section of wdmaudio.inf that registers it.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    include: {
      text: 'This audio effect belongs to Windows, and [{section}] does not include wdmaudio.inf, which registers it by [{needed}].',
      infverif: 2662,
    },
    needs: {
      text: 'This audio effect belongs to Windows, and [{section}] does not need [{needed}] of wdmaudio.inf, which registers it.',
      infverif: 2663,
    },
  },
  *check({ analysis, finding }) {
    if (!CLASSES.has(fold(analysis.model.version('Class')?.value ?? ''))) return;
    for (const fact of analysis.once(readRegistryFacts).select(({ count }) => count > DATA)) {
      const needed = sectionFor(analysis, fact);
      const field = fact.fields[DATA];
      if (needed === undefined || field === undefined) continue;
      const write = analysis
        .once(createRegistryUses)
        .of(fact)
        .find((one) => faultOf(one, needed) !== undefined);
      const install = write?.installation.section;
      if (write === undefined || install === undefined) continue;
      const fixes = () => [addNeeds(analysis.model, write, needed)];
      const fault = faultOf(write, needed) ?? 'needs';
      yield finding(fieldSpan(fact.at, field), fault, { section: install.name, needed }, { fixes });
    }
  },
});

/** Classes whose devices have audio effects. */
const CLASSES: ReadonlySet<string> = new Set(['media', 'extension', 'audioprocessingobject']);

/** The section for the effect that a line below `FX\\0` names. */
function sectionFor({ model }: Analysis, { subkey, fields }: RegistryFact): string | undefined {
  const field = fields[DATA];
  return field !== undefined && /^(?:ms)?fx\\/i.test(subkey) ? SECTIONS.get(fold(model.valueOf(field))) : undefined;
}

/** What an installation lacks; sections of one that takes yet other files may come from there. */
function faultOf({ installation }: RegistryWrite, needed: string): 'include' | 'needs' | undefined {
  if (installation.section === undefined) return undefined;
  const has = (names: readonly string[], wanted: string): boolean => names.some((name) => fold(name) === fold(wanted));
  if (!has(installation.includes, FILE)) return 'include';
  return has(installation.needs, needed) ? undefined : 'needs';
}

function addNeeds(model: Model, { installation }: RegistryWrite, needed: string): Fix {
  return makeFix({ action: 'add-needs', title: `Need ${needed} of ${FILE}`, preferred: true }, () => {
    const draft = createDraft(model);
    const block = installation.section?.blocks.at(-1);
    if (block === undefined || installation.section === undefined) return [];
    const samples = keyedSamples(installation.section.lines);
    const isIncluded = installation.includes.some((name) => fold(name) === FILE);
    const lines = [...(isIncluded ? [] : [['Include', FILE]]), ['Needs', needed]];
    for (const [key = '', value = ''] of lines)
      draft.insertLine(afterContent(model, block), renderKeyed(samples, key, value));
    return draft.edits();
  });
}
