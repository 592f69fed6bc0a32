import type { Fix } from '../engine/types.js';
import type { Analysis } from '../plan/analysis.js';
import { placeOf } from '../plan/destinations.js';
import { planFiles } from '../plan/files.js';
import { findCopiedFiles, readServiceBinaries, type ServiceBinary } from '../plan/service-binaries.js';
import { setBinary } from './fixes/service-binary.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'service-binary-without-dirid',
  summary: 'The path of a service does not begin with a dirid.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    path: {
      text: 'ServiceBinary begins with a dirid, as in %13%\\driver.sys, and "{path}" does not.',
      infverif: 2085,
    },
  },
  *check({ analysis, finding }) {
    for (const binary of analysis.once(readServiceBinaries)) {
      if (binary.place !== undefined || binary.path === '') continue;
      const extras = { fixes: () => cures(analysis, binary) };
      yield finding(fieldSpan(binary.at, binary.field), 'path', { path: binary.path }, extras);
    }
  },
});

/** Spellings of system folders at the beginning of a path; `12\x.sys` lacks the percent signs. */
const FOLDERS: readonly { readonly pattern: RegExp; readonly dirid: number }[] = [
  { pattern: /^(?:\\\?\?\\)?\\?(?:%?SystemRoot%?\\)?System32\\drivers\\/i, dirid: 12 },
  { pattern: /^(?:\\\?\?\\)?\\?(?:%?SystemRoot%?\\)?System32\\/i, dirid: 11 },
  { pattern: /^13\\/, dirid: 13 },
  { pattern: /^12\\/, dirid: 12 },
  { pattern: /^11\\/, dirid: 11 },
  { pattern: /^10\\/, dirid: 10 },
];

/** The place to which the package copies a file of that name, else what the folder at the beginning means. */
function cures(analysis: Analysis, binary: ServiceBinary): readonly Fix[] {
  const { path } = binary;
  const name = path.split(/[\\/]/).at(-1) ?? '';
  const [copy, ...others] = analysis.once(findCopiedFiles).named(name);
  const copied = copy === undefined || others.length > 0 ? undefined : analysis.once(planFiles).placeOf(copy);
  if (copied !== undefined) return [setBinary(binary, copied)];
  const folder = FOLDERS.find(({ pattern }) => pattern.test(path));
  return folder === undefined ? [] : [setBinary(binary, placeOf(folder.dirid, path.replace(folder.pattern, '')))];
}
