import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { inboxInfOfSection } from '../language/inbox-infs.js';
import { splitPlatform } from '../language/platforms.js';
import { companionSuffixOf } from '../language/section-suffix.js';
import type { Analysis } from '../plan/analysis.js';
import { editDistance } from '../text/edit-distance.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { readInclusions, type Inclusions, type Mention } from './support/needs.js';
import { nearestName } from './support/nearest-name.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'undefined-needed-section',
  summary: 'Needs names a section that neither this file nor an included one has.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    undefined: {
      text: 'Section [{needed}] is not defined, and no Include names a file that could have it.',
      infverif: 1315,
    },
    decorated: {
      text: 'Decorated section [{needed}] is not defined, and no Include names a file that could have it.',
      infverif: 1316,
    },
    misspelt: { text: 'Section [{needed}] is not defined; the nearest is [{nearest}].', infverif: 1315 },
    misspeltInbox: { text: 'Section [{needed}] is not defined; the nearest is [{nearest}] of {file}.', infverif: 1315 },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const inclusions = analysis.once(readInclusions);
    const layout = model.version('LayoutFile') !== undefined;
    for (const { section, needs } of inclusions.sections) {
      for (const mention of needs) {
        const { name, at, field } = mention;
        if (mention.open || model.sectionNamed(name) !== undefined || inboxInfOfSection(name) !== undefined) continue;
        const span = fieldSpan(at, field);
        if (inclusions.includes.length > 0) {
          const nearest = nearestInbox(inclusions, name);
          if (nearest === undefined) continue;
          const extras = { fixes: () => rename(mention, nearest) };
          yield finding(span, 'misspeltInbox', { needed: name, nearest, file: fileOf(nearest) }, extras);
        } else if (!layout) {
          const nearest = nearestOwn(analysis, section.folded, name);
          const extras = { fixes: () => (nearest === undefined ? [] : rename(mention, nearest)) };
          if (nearest === undefined && isDecorated(name)) yield finding(span, 'decorated', { needed: name }, extras);
          else if (nearest === undefined) yield finding(span, 'undefined', { needed: name }, extras);
          else yield finding(span, 'misspelt', { needed: name, nearest }, extras);
        }
      }
    }
  },
});

/** Whether a platform extension stands in the name: `Foo.NTamd64`, `Foo.NTamd64.Services`. */
function isDecorated(name: string): boolean {
  const suffix = companionSuffixOf(name) ?? '';
  return splitPlatform(name.slice(0, name.length - suffix.length)).extension !== '';
}

function fileOf(section: string): string {
  return inboxInfOfSection(section)?.file ?? '';
}

/** A section of this file with the same suffix. */
function nearestOwn({ model }: Analysis, self: string, name: string): string | undefined {
  const suffix = companionSuffixOf(name);
  const candidates = model.sections.filter((one) => one.folded !== self && companionSuffixOf(one.name) === suffix);
  return nearestName(
    name,
    candidates.map((one) => one.name),
  );
}

/** So many slips in a name are no other name; shorter ones are too near to each other. */
const SLIPS = 2;
const SHORTEST = 8;

/**
 * The section of an included file that a name misspells. The table does not have all sections, so names that differ in
 * digits or parts only are taken for other sections.
 */
function nearestInbox({ inbox }: Inclusions, name: string): string | undefined {
  if (name.length < SHORTEST || inbox.length === 0) return undefined;
  const folded = fold(name);
  const slips = name.length < SHORTEST * 2 ? 1 : SLIPS;
  return inbox
    .flatMap(({ sections }) => sections)
    .find((section) => {
      const other = fold(section);
      return shapeOf(folded) === shapeOf(other) && editDistance(folded, other, slips) <= slips;
    });
}

/** What a misspelling leaves as it is: the number of parts, the suffix and the digits. */
function shapeOf(folded: string): string {
  return `${String(folded.split('.').length)} ${companionSuffixOf(folded) ?? ''} ${folded.replace(/\D+/g, ' ').trim()}`;
}

function rename({ at, field }: Mention, nearest: string): readonly Fix[] {
  if (field.value.includes('%')) return [];
  const head = { action: 'rename-reference', title: `Change it to ${nearest}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, nearest)])];
}
