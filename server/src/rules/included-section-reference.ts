import type { Fix } from '../engine/types.js';
import { directiveNamed } from '../language/lookup.js';
import type { SectionReference } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { includedFileOf } from './support/inbox-references.js';
import { readInclusions } from './support/needs.js';

export default defineRule({
  name: 'included-section-reference',
  summary: 'A directive other than Needs names a section of an included file.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    direct: {
      text: 'Section [{name}] is in {file}: only Needs may name sections of included files, not {directive}.',
      infverif: 1220,
    },
  },
  *check({ analysis, finding }) {
    if (analysis.once(readInclusions).inbox.length === 0) return;
    for (const reference of analysis.model.references) {
      const inf = includedFileOf(analysis, reference);
      if (inf === undefined) continue;
      const { at, field, name, directive } = reference;
      const fixes = () => cures(reference);
      yield finding(absolute(at.placed, field.span), 'direct', { name, file: inf.file, directive }, { fixes });
    }
  },
});

/** Where the line names nothing else and its section can have Needs: Needs in its place. */
function cures({ at, from, name }: SectionReference): readonly Fix[] {
  const { key, fields } = at.line;
  const canNeed = [...from.kinds].some((kind) => directiveNamed(kind, 'Needs') !== undefined);
  if (!canNeed || key === undefined || fields.length !== 1) return [];
  return [
    makeFix({ action: 'use-needs', title: `Name it by Needs = ${name}` }, () => [replaceField(at, key, 'Needs')]),
  ];
}
