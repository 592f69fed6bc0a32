import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { inboxInfNamed, inboxInfOfSection } from '../language/inbox-infs.js';
import type { Analysis } from '../plan/analysis.js';
import { absolute } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { beforeEntry } from './fixes/layout.js';
import { keyedSamples, renderKeyed } from './fixes/style.js';
import { defineRule } from './rule.js';
import { isCameraInf } from './support/camera.js';
import { readInclusions, type Mention, type Needing } from './support/needs.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'missing-include',
  summary: "Needs names a section of one of Windows' INF files, which the same section does not include.",
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    elsewhere: {
      text: 'Section [{needed}] is in {file}, which other sections include, but not [{section}].',
      infverif: 1314,
    },
    nowhere: { text: 'Section [{needed}] is in {file}, which [{section}] does not include.', infverif: 1319 },
    camera: {
      text: 'Section [{needed}] is in {file}, which [{section}] of this camera does not include.',
      infverif: 2651,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const { sections, files } = analysis.once(readInclusions);
    for (const needing of sections) {
      // A file that the table does not have may include others, and an unknown name may be any file.
      if (needing.includes.some(({ name, open }) => open || inboxInfNamed(name) === undefined)) continue;
      const included = new Set(needing.includes.map(({ name }) => fold(name)));
      const told = new Set<string>();
      for (const mention of needing.needs) {
        const inf = mention.open ? undefined : inboxInfOfSection(mention.name);
        if (inf === undefined || included.has(fold(inf.file)) || model.sectionNamed(mention.name) !== undefined)
          continue;
        if (told.has(inf.file)) continue;
        told.add(inf.file);
        const span = fieldSpan(mention.at, mention.field);
        const args = { needed: mention.name, file: inf.file, section: needing.section.name };
        const isElsewhere = files.has(fold(inf.file));
        const extras = { fixes: () => [includeFix(analysis, needing, mention, { file: inf.file, isElsewhere })] };
        if (isElsewhere) yield finding(span, 'elsewhere', args, extras);
        else if (isCameraInf(model)) yield finding(span, 'camera', args, extras);
        else yield finding(span, 'nowhere', args, extras);
      }
    }
  },
});

/** The file to include, and whether another section does so already. */
interface Missing {
  readonly file: string;
  readonly isElsewhere: boolean;
}

/**
 * Puts the file into the last Include line of the section, or writes one above the Needs line. Nothing changes where
 * another section includes the file, as Windows then finds its sections from everywhere.
 */
function includeFix({ model }: Analysis, needing: Needing, { at }: Mention, { file, isElsewhere }: Missing): Fix {
  const safety = isElsewhere ? 'safe' : 'unsafe';
  const head = { action: 'add-include', title: `Include ${file}`, safety, preferred: true } as const;
  return makeFix(head, () => {
    const draft = createDraft(model);
    const last = needing.includes.at(-1);
    if (last === undefined) draft.insertLine(beforeEntry(at), renderKeyed(keyedSamples([at]), 'Include', file));
    else draft.insertText(absolute(last.at.placed, last.field.span).end, `, ${file}`);
    return draft.edits();
  });
}
