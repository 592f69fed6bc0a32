import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { Architecture } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { FileOperation } from '../plan/file-operations.js';
import { planFiles, type FilePlan } from '../plan/files.js';
import { covers } from '../plan/source-disks.js';
import { baseName } from '../text/base-name.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { listSourceFile } from './fixes/source-disks.js';
import { defineRule } from './rule.js';
import { architecturesOf, compressedName, firsts, misnamedSourceSections, sourceSpan } from './support/files.js';
import { nameFinder } from './support/nearest-name.js';

export default defineRule({
  name: 'unlisted-source-file',
  summary: 'A file is copied that [SourceDisksFiles] does not list, so it is no part of the package.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    unlisted: { text: '{file} is copied, but [SourceDisksFiles] does not list it.', infverif: 1230 },
    misspelt: {
      text: '{file} is copied, but [SourceDisksFiles] does not list it; the nearest is {nearest}.',
      infverif: 1230,
    },
    platform: {
      text: '{file} is copied on {platforms} too, but {sections} is all that lists it.',
      infverif: 1230,
    },
    noSection: {
      text: 'The package copies files but has no [SourceDisksFiles], which says where each of them is found.',
      infverif: 1230,
    },
  },
  *check({ analysis, finding }) {
    const plan = analysis.once(planFiles);
    const copies = plan.operations.all.filter(
      ({ kind, isOpen, source }) => kind === 'copy' && !isOpen && source !== '',
    );
    const [first] = copies;
    if (first === undefined || plan.sources.hasLayoutFile) return;
    if (misnamedSourceSections(analysis).length > 0) return;
    if (!analysis.model.sections.some(({ kinds }) => kinds.has('sourceDisksFiles'))) {
      yield finding(sourceSpan(first), 'noSection', {}, { fixes: () => [listSourceFile(analysis, first, [])] });
      return;
    }
    const copied = new Set(copies.map(({ source }) => fold(source)));
    const uncopied = new Set(plan.sources.files.map(({ name }) => name).filter((name) => !copied.has(fold(name))));
    const findNearest = nameFinder(uncopied);
    for (const operation of firsts(copies, ({ source }) => fold(source))) {
      if (isListed(plan, operation.source)) continue;
      const file = operation.source;
      const nearest = findNearest(file);
      const extras = { fixes: () => cures(analysis, operation, nearest) };
      if (nearest === undefined) yield finding(sourceSpan(operation), 'unlisted', { file }, extras);
      else yield finding(sourceSpan(operation), 'misspelt', { file, nearest }, extras);
    }
    for (const { operation, platforms } of partlyListed(analysis, copies)) {
      const lines = plan.sources.filesNamed(operation.source);
      const args = {
        file: operation.source,
        platforms: platforms.join(', '),
        sections: [...new Set(lines.map(({ section }) => `[${section.name}]`))].join(', '),
      };
      const fixes = () => [listSourceFile(analysis, operation, platforms)];
      yield finding(sourceSpan(operation), 'platform', args, { fixes });
    }
  },
});

/** A path counts as listed when its file name is; a compressed name is the fault of the line that lists it. */
function isListed({ sources }: FilePlan, name: string): boolean {
  const last = baseName(name);
  const compressed = compressedName(name);
  return [name, last, ...(compressed === undefined ? [] : [compressed])].some(
    (one) => sources.filesNamed(one).length > 0,
  );
}

interface Gap {
  readonly operation: FileOperation;
  readonly platforms: readonly Architecture[];
}

/** Files that are listed for other architectures only than those on which they are copied; each file once. */
function partlyListed(analysis: Analysis, copies: readonly FileOperation[]): readonly Gap[] {
  const { sources } = analysis.once(planFiles);
  if (sources.files.every(({ scope }) => scope === 'all' || scope === 'open')) return [];
  const gaps = copies.flatMap((operation): Gap[] => {
    const lines = sources.filesNamed(operation.source);
    if (lines.length === 0) return [];
    const platforms = architecturesOf(analysis, operation).filter((one) => one !== undefined);
    const missing = platforms.filter((architecture) => !lines.some(({ scope }) => covers(scope, architecture)));
    return missing.length === 0 ? [] : [{ operation, platforms: missing }];
  });
  return firsts(gaps, ({ operation, platforms }) => `${fold(operation.source)} ${platforms.join(' ')}`);
}

function cures(analysis: Analysis, operation: FileOperation, nearest: string | undefined): readonly Fix[] {
  const { at, sourceField, destinationField } = operation;
  const list = listSourceFile(analysis, operation, architecturesOf(analysis, operation));
  const field = sourceField ?? destinationField;
  if (nearest === undefined || field === undefined || field.value.includes('%')) return [list];
  const head = { action: 'rename-file', title: `Change it to ${nearest}` };
  const name = operation.list === undefined ? `@${nearest}` : nearest;
  return [list, makeFix(head, () => [replaceField(at, field, name)])];
}
