import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { inboxInfOfSection, isForHardware } from '../language/inbox-infs.js';
import { companionSuffixOf } from '../language/section-suffix.js';
import type { Analysis } from '../plan/analysis.js';
import { addTo } from '../text/group.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { readInclusions, type Mention, type Needing } from './support/needs.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'needs-wrong-suffix',
  summary: 'Needs names a section whose suffix is not that of the section in which it stands.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    other: {
      text: 'Section [{needed}] has the suffix {suffix}, but [{section}], which needs it, is read as {role}.',
      infverif: 1312,
    },
    none: {
      text: 'Section [{needed}] lacks the suffix {wanted}, and [{section}], which needs it, is read as {role}.',
      infverif: 1313,
    },
    chainOther: {
      text: 'Section [{needed}] has the suffix {suffix}, but [{section}] is itself needed by [{first}], which is read as {role}.',
      infverif: 1310,
    },
    chainNone: {
      text: 'Section [{needed}] lacks the suffix {wanted}, and [{section}] is itself needed by [{first}], which is read as {role}.',
      infverif: 1311,
    },
  },
  *check({ analysis, finding }) {
    const { sections } = analysis.once(readInclusions);
    for (const needing of sections) {
      const own = companionSuffixOf(needing.section.name) ?? '';
      // A section that is itself needed under a wrong suffix: that is the fault, and told where it is needed.
      if (own !== needing.suffix) continue;
      for (const mention of needing.needs) {
        const suffix = companionSuffixOf(mention.name) ?? '';
        if (mention.open || suffix === needing.suffix || isExcepted(mention.name, needing.suffix)) continue;
        const first = firstNeeding(analysis, needing);
        const span = fieldSpan(mention.at, mention.field);
        const role = needing.suffix === '' ? 'DDInstall' : `DDInstall${needing.suffix}`;
        const about = { needed: mention.name, section: needing.section.name, role };
        const extras = { fixes: () => cures(analysis, needing, mention) };
        if (first === undefined) {
          if (suffix === '') yield finding(span, 'none', { ...about, wanted: needing.suffix }, extras);
          else yield finding(span, 'other', { ...about, suffix }, extras);
        } else if (suffix === '') {
          yield finding(span, 'chainNone', { ...about, wanted: needing.suffix, first: first.section.name }, extras);
        } else yield finding(span, 'chainOther', { ...about, suffix, first: first.section.name }, extras);
      }
    }
  },
});

/** The section at the beginning of a chain of Needs lines of this file; `undefined` for one that no other needs. */
function firstNeeding(analysis: Analysis, needing: Needing): Needing | undefined {
  const needingOf = analysis.once(sectionsByNeed);
  const seen = new Set<Needing>([needing]);
  let current = needing;
  for (;;) {
    const next = needingOf.get(current.section.folded)?.find((one) => !seen.has(one));
    if (next === undefined) return current === needing ? undefined : current;
    seen.add(next);
    current = next;
  }
}

/** The sections with Needs lines, by the folded names that those give. */
function sectionsByNeed(analysis: Analysis): ReadonlyMap<string, readonly Needing[]> {
  const sorted = new Map<string, Needing[]>();
  for (const needing of analysis.once(readInclusions).sections) {
    for (const { name } of needing.needs) {
      addTo(sorted, fold(name), needing);
    }
  }
  return sorted;
}

/** machine.inf of Windows 8.1 and wpdmtp.inf have sections for DDInstall.HW whose names do not tell. */
function isExcepted(name: string, suffix: string): boolean {
  return suffix === '.HW' && isForHardware(name);
}

/** The section of the same family that has the right suffix, where this file or the table has it. */
function cures({ model }: Analysis, { suffix }: Needing, { at, field, name }: Mention): readonly Fix[] {
  const own = companionSuffixOf(name) ?? '';
  const right = `${name.slice(0, name.length - own.length)}${suffix}`;
  const exists = model.sectionNamed(right) !== undefined || inboxInfOfSection(right) !== undefined;
  if (!exists || field.value.includes('%')) return [];
  const head = { action: 'set-suffix', title: `Change it to ${right}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, right)])];
}
