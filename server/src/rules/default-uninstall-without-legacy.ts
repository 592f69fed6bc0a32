import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { readNumber } from '../model/numbers.js';
import type { Model, Section } from '../model/types.js';
import { absolute, type LineRef } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { addLegacyUninstall } from './fixes/decorate-default-install.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { defaultSections, headerSpans } from './support/default-install.js';

export default defineRule({
  name: 'default-uninstall-without-legacy',
  summary: 'A decorated [DefaultUninstall] section does not say LegacyUninstall = 1.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    missing: {
      text: '[{section}] lacks LegacyUninstall = 1, which keeps it for Windows before 10 1903; later ones undo the installation themselves.',
      infverif: 1422,
    },
    other: {
      text: 'LegacyUninstall is {value}; only 1 keeps [{section}] for Windows before 10 1903.',
      infverif: 1422,
    },
  },
  *check({ analysis: { model }, finding }) {
    if (model.sectionNamed('Manufacturer') !== undefined) return;
    const all = defaultSections(model);
    for (const { section, base, companion, hasArchitecture } of all) {
      // Where the architecture is missing, the fix for that adds the entry as well.
      if (base !== 'uninstall' || companion !== '' || !hasArchitecture) continue;
      const entry = legacyUninstall(section);
      const value = entry?.line.fields[0] === undefined ? '' : model.valueOf(entry.line.fields[0]);
      if (entry !== undefined && (value.includes('%') || readNumber(value) === 1)) continue;
      const args = { section: section.name };
      if (entry === undefined) {
        // Microsoft's own avscan sample has the entry in the .Services section beside it.
        if (all.some((one) => one.section !== section && isBelow(one.section, section) && legacyUninstall(one.section)))
          continue;
        const [span] = headerSpans(section);
        if (span !== undefined) yield finding(span, 'missing', args, { fixes: () => [add(model, section)] });
      } else {
        const span = absolute(entry.placed, entry.line.span);
        yield finding(span, 'other', { ...args, value: value === '' ? 'empty' : value }, { fixes: () => set(entry) });
      }
    }
  },
});

function legacyUninstall({ lines }: Section): LineRef | undefined {
  return lines.find(({ line }) => fold(line.key?.value ?? '') === 'legacyuninstall');
}

function isBelow(section: Section, owner: Section): boolean {
  return section.folded.startsWith(`${owner.folded}.`);
}

function add(model: Model, section: Section): Fix {
  const head = { action: 'add-legacy-uninstall', title: 'Add LegacyUninstall = 1', preferred: true };
  return makeFix(head, () => {
    const draft = createDraft(model);
    addLegacyUninstall(model, draft, section);
    return draft.edits();
  });
}

function set(entry: LineRef): readonly Fix[] {
  const field = entry.line.fields[0];
  if (field === undefined) return [];
  return [
    makeFix({ action: 'set-legacy-uninstall', title: 'Set it to 1', preferred: true }, () => [
      replaceField(entry, field, '1'),
    ]),
  ];
}
