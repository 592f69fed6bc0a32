import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { inboxCompanions, inboxInfOfSection } from '../language/inbox-infs.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { afterContent } from './fixes/layout.js';
import { keyedSamples, renderKeyed } from './fixes/style.js';
import { defineRule } from './rule.js';
import { isCameraInf } from './support/camera.js';
import { readInclusions, type Mention, type Needing } from './support/needs.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'incomplete-needs',
  summary: "A device takes one of Windows' install sections, but not the sections that go with it.",
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    companion: {
      text: '[{section}] needs [{needed}], but [{companion}] does not need [{missing}], which goes with it.',
    },
    camera: {
      text: '[{section}] needs [{needed}], but [{companion}] does not need [{missing}], which every camera that does so must.',
      infverif: 2652,
      severity: 'by-mode',
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    for (const needing of analysis.once(readInclusions).sections) {
      if (needing.suffix !== '' || !isInstalled(analysis, needing.section)) continue;
      for (const mention of needing.needs) {
        if (model.sectionNamed(mention.name) !== undefined) continue;
        for (const missing of missingCompanions(analysis, needing, mention)) {
          const { name, companion } = missing;
          const args = { section: needing.section.name, needed: mention.name, companion, missing: name };
          const extras = { fixes: () => [addNeeds(analysis, needing, mention, missing)] };
          yield finding(
            fieldSpan(mention.at, mention.field),
            isCameraInf(model) ? 'camera' : 'companion',
            args,
            extras,
          );
        }
      }
    }
  },
});

/** A DDInstall section of a device, as against one that other sections of the file need. */
function isInstalled({ model }: Analysis, section: Section): boolean {
  return model.installations.some((one) => one.section === section && one.origin === 'models');
}

interface Missing {
  /** The section of Windows. */
  readonly name: string;
  /** The section of this file that should need it. */
  readonly companion: string;
  readonly section: Section | undefined;
}

/** Suffixes without which the device has no driver or not all of its settings. */
const NEEDED_WITH: ReadonlySet<string> = new Set(['.HW', '.Services', '.Filters', '.Wdf']);

function missingCompanions(analysis: Analysis, { section }: Needing, { name }: Mention): readonly Missing[] {
  const { model } = analysis;
  const { sections } = analysis.once(readInclusions);
  return inboxCompanions(name).flatMap(({ name: wanted, suffix }) => {
    if (!NEEDED_WITH.has(suffix)) return [];
    const companion = `${section.name}${suffix}`;
    const own = model.sectionNamed(companion);
    const needs = sections.find((one) => one.section === own)?.needs ?? [];
    // What the section does on its own account may well be what the other would do.
    const replaces = own !== undefined && needs.length === 0 && suffix === '.Services' && own.lines.length > 0;
    const taken = needs.some((one) => one.open || fold(one.name) === fold(wanted) || isOwn(model, one));
    return taken || replaces ? [] : [{ name: wanted, companion, section: own }];
  });
}

/** A section of this file, which may need what is missing. */
function isOwn(model: Analysis['model'], { name }: Mention): boolean {
  return model.sectionNamed(name) !== undefined;
}

/** Writes Include and Needs into the companion, which is made where there is none. */
function addNeeds({ model }: Analysis, { section: from }: Needing, { name }: Mention, missing: Missing): Fix {
  const file = inboxInfOfSection(name)?.file ?? '';
  const title = `Let [${missing.companion}] need ${missing.name}`;
  return makeFix({ action: `add-needs-${fold(missing.name)}`, title, preferred: true }, () => {
    const draft = createDraft(model);
    const samples = keyedSamples(from.lines);
    const lines = [
      ['Include', file],
      ['Needs', missing.name],
    ].map(([key = '', value = '']) => renderKeyed(samples, key, value));
    const block = missing.section?.blocks.at(-1);
    const behind = from.blocks.at(-1);
    if (block !== undefined) for (const line of lines) draft.insertLine(afterContent(model, block), line);
    else if (behind !== undefined) draft.insertSections(behind, [{ name: missing.companion, lines }]);
    return draft.edits();
  });
}
