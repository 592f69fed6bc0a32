import { isDriverStore } from '../plan/destinations.js';
import { planFiles } from '../plan/files.js';
import { replaceField } from './fixes/field-edit.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { removeSection } from './fixes/removal.js';
import { defineRule } from './rule.js';
import { absolute } from '../syntax/cst.js';
import { fieldSpan, headerSpan } from './support/places.js';

export default defineRule({
  name: 'altered-driver-store-file',
  summary:
    'Files that stay in the driver store are deleted, renamed, given a security descriptor or copied on a condition.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    security: {
      text: 'The files of {list} stay in the driver store (dirid 13), whose security descriptors no package may change.',
      infverif: 1101,
    },
    directive: {
      text: '{directive} cannot be used for the list {list}: its files stay in the driver store (dirid 13).',
      infverif: 1102,
    },
    flag: {
      text: 'The flag {flag} makes no sense in the driver store (dirid 13), where the file is from the start.',
      infverif: 1103,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const plan = analysis.once(planFiles);
    const { destinations, operations } = plan;
    if (!destinations.all.some(isDriverStore)) return;
    for (const section of new Set(analysis.entries.inKind('fileListSecurity').map((entry) => entry.section))) {
      const name = section.name.replace(/\.security$/i, '');
      const list = model.sectionNamed(name);
      const isCopied = list !== undefined && operations.usesOf(list).some(({ kind }) => kind === 'copy');
      if (!isCopied || !isDriverStore(destinations.of(name))) continue;
      const fixes = () => [
        makeFix({ action: 'remove-section', title: `Remove section [${section.name}]`, preferred: true }, () => {
          const draft = createDraft(model);
          removeSection(model, draft, section);
          return draft.edits();
        }),
      ];
      yield finding(headerSpan(section), 'security', { list: name }, { fixes });
    }
    for (const { kind, at, field, name, list } of operations.uses) {
      if (kind === 'copy' || list === undefined || !isDriverStore(destinations.of(name))) continue;
      const args = { directive: kind === 'delete' ? 'DelFiles' : 'RenFiles', list: name };
      yield finding(absolute(at.placed, field.span), 'directive', args);
    }
    for (const operation of operations.all) {
      const { at, kind, flags, flagsField, list } = operation;
      if (kind !== 'copy' || flags === undefined || flagsField === undefined) continue;
      const unfit = CONDITIONAL_FLAGS.find(({ bit }) => (flags & bit) !== 0);
      if (unfit === undefined || !isDriverStore(plan.destinationOf(list))) continue;
      const left = `0x${(flags & ~ALL_CONDITIONAL).toString(16).padStart(8, '0')}`;
      const head = { action: 'drop-flag', title: `Change the flags to ${left}`, preferred: true };
      const fixes = () =>
        flagsField.value.includes('%') ? [] : [makeFix(head, () => [replaceField(at, flagsField, left)])];
      yield finding(fieldSpan(at, flagsField), 'flag', { flag: unfit.name }, { fixes });
    }
  },
});

/**
 * The flags whose condition, whether the destination exists, the driver store answers once and for all. InfVerif names no
 * flags. Source: install/inf-copyfiles-directive
 */
const CONDITIONAL_FLAGS = [
  { bit: 0x10, name: 'COPYFLG_NO_OVERWRITE (0x10)' },
  { bit: 0x400, name: 'COPYFLG_REPLACEONLY (0x400)' },
] as const;
const ALL_CONDITIONAL = 0x410;
