import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { inboxInfNamed, inboxInfOfSection, inboxInfs } from '../language/inbox-infs.js';
import type { Analysis } from '../plan/analysis.js';
import { editDistance } from '../text/edit-distance.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { isWindowsOwn, readInclusions, type Mention, type Needing } from './support/needs.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'not-inbox-include',
  summary: 'Include names a file that is none of the INF files of Windows.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    form: {
      text: '"{file}" is no name of an INF file of Windows: those have the form name.inf, without a folder.',
      infverif: 1202,
    },
    published: {
      text: '{file} is the name that one machine gave to a package of others; only INF files of Windows may be included.',
      infverif: 1202,
    },
    self: { text: '{file} is this file itself; only INF files of Windows may be included.', infverif: 1202 },
    own: { text: '{file} belongs to this package; only INF files of Windows may be included.', infverif: 1202 },
    misspelt: { text: 'Windows has no {file}; the sections that Needs names here are in {nearest}.', infverif: 1202 },
  },
  *check({ analysis, finding }) {
    const { sections } = analysis.once(readInclusions);
    if (sections.length === 0) return;
    const packaged = packagedNames(analysis);
    for (const needing of sections) {
      for (const mention of needing.includes) {
        const { name, open, at, field } = mention;
        if (open || inboxInfNamed(name) !== undefined) continue;
        const span = fieldSpan(at, field);
        const nearest = nearestInbox(needing, name);
        if (nearest !== undefined) {
          const fixes = () => rename(mention, nearest);
          yield finding(span, 'misspelt', { file: name, nearest }, { fixes });
        } else if (!/^[^\\/:*?]+\.inf$/i.test(name)) yield finding(span, 'form', { file: name });
        else if (/^oem\d+\.inf$/i.test(name)) yield finding(span, 'published', { file: name });
        else if (fold(name) === ownName(analysis)) yield finding(span, 'self', { file: name });
        else if (packaged(name)) yield finding(span, 'own', { file: name });
      }
    }
  },
});

/** Folded name of the file itself. */
function ownName({ model }: Analysis): string {
  const last = model.cst.snapshot.uri.split('/').at(-1) ?? '';
  return fold(/%[0-9a-f]{2}/i.test(last) ? '' : last);
}

/** Tells whether the package brings the file: by SourceDisksFiles, by CopyINF, or because it stands beside this one. */
function packagedNames(analysis: Analysis): (name: string) => boolean {
  const { entries, model, surroundings } = analysis;
  const copied = new Set(
    entries.named('CopyINF').flatMap(({ at }) => at.line.fields.map((field) => fold(model.valueOf(field)))),
  );
  const listed = new Set(entries.inKind('sourceDisksFiles').map(({ at }) => fold(at.line.key?.value ?? '')));
  // A folder in which an INF of Windows stands holds others of Windows, too.
  const folder = isWindowsOwn(analysis) ? undefined : surroundings.folder;
  return (name) => copied.has(fold(name)) || listed.has(fold(name)) || folder?.has(name) === true;
}

/** The file of Windows whose sections Needs names in the same section, where its name is nearly that one. */
function nearestInbox({ needs }: Needing, name: string): string | undefined {
  const wanted = new Set(needs.flatMap((one) => inboxInfOfSection(one.name) ?? []));
  const near = inboxInfs.filter((inf) => wanted.has(inf) && editDistance(fold(name), fold(inf.file), 2) <= 2);
  return near.length === 1 ? near[0]?.file : undefined;
}

function rename({ at, field }: Mention, nearest: string): readonly Fix[] {
  if (field.value.includes('%')) return [];
  const head = { action: 'rename-file', title: `Change it to ${nearest}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, nearest)])];
}
