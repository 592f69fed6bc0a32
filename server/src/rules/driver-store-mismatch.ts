import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import { isDriverStore, type Destination } from '../plan/destinations.js';
import type { FileOperation } from '../plan/file-operations.js';
import { planFiles, type FilePlan } from '../plan/files.js';
import { forArchitecture, joinFolders, type SourceDisk, type SourceFile } from '../plan/source-disks.js';
import { absolute } from '../syntax/cst.js';
import { baseName } from '../text/base-name.js';
import { asField, replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { architecturesOf, destinationSpan, firsts, sameFile } from './support/files.js';

export default defineRule({
  name: 'driver-store-mismatch',
  summary: 'A file that stays in the driver store gets another name or folder there than it has in the package.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    name: {
      text: '{file} stays in the driver store (dirid 13), where it cannot get a name other than {source}.',
      infverif: 1100,
    },
    folder: {
      text: '{file} lies in {from} of the package and cannot go to {to} of the driver store (dirid 13): both must be the same.',
      infverif: 1100,
    },
  },
  *check({ analysis, finding }) {
    const plan = analysis.once(planFiles);
    const stored = plan.operations.all.flatMap((operation) => {
      const destination =
        operation.kind === 'copy' && !operation.isOpen ? plan.destinationOf(operation.list) : undefined;
      return destination !== undefined && isDriverStore(destination) ? [{ operation, destination }] : [];
    });
    for (const { operation } of stored) {
      const { destination: file, source } = operation;
      if (file === '' || sameFile(file, baseName(source))) continue;
      const fixes = () => [keepName(operation)];
      yield finding(destinationSpan(operation), 'name', { file, source: baseName(source) }, { fixes });
    }
    const moved = stored.flatMap(({ operation, destination }) => {
      const faults = mismatches(analysis, operation, destination);
      return faults.length === 0 ? [] : [{ operation, destination, faults }];
    });
    // One line of [DestinationDirs] may be wrong for all files of its list: each file is told of once.
    for (const { operation, destination, faults } of firsts(moved, ({ operation }) => fold(operation.source))) {
      const [from = ''] = faults;
      const args = { file: operation.source, from: folderText(from), to: folderText(joinFolders(destination.folder)) };
      const isWhole = moved
        .filter((other) => other.destination === destination)
        .every((other) => other.faults.includes(from));
      const fixes = () =>
        faults.length === 1 && isWhole && destination.list !== undefined ? [setFolder(destination, from)] : [];
      yield finding(destinationSpan(operation), 'folder', args, { fixes });
    }
  },
});

function folderText(folder: string): string {
  return folder === '' ? 'the root' : `folder ${folder}`;
}

/**
 * The folders of the package from which a file would have to leave. The documentation speaks of the folder in
 * SourceDisksFiles; the path in SourceDisksNames comes before it on the disk, so either counts as right.
 */
function mismatches(analysis: Analysis, operation: FileOperation, { folder }: Destination): readonly string[] {
  if (isOpenValue(folder)) return [];
  const plan = analysis.once(planFiles);
  const lines = plan.sources.filesNamed(operation.source);
  if (lines.length === 0) return [];
  const to = fold(joinFolders(folder));
  const wrongFolder = (line: SourceFile, disk: SourceDisk | undefined): string | undefined => {
    if (line.disk === 'open' || isOpenValue(line.folder) || isOpenValue(disk?.folder ?? '')) return undefined;
    const whole = joinFolders(disk?.folder ?? '', line.folder);
    return fold(whole) === to || fold(joinFolders(line.folder)) === to ? undefined : whole;
  };
  const isPlain = lines.every((line) => disksOf(plan, line).every((disk) => wrongFolder(line, disk) === undefined));
  if (isPlain) return [];
  const wrong = architecturesOf(analysis, operation).flatMap((architecture) => {
    const used = architecture === undefined ? lines : [forArchitecture(lines, architecture)];
    const folders = used.map((line) =>
      line === undefined ? undefined : wrongFolder(line, plan.diskOf(line, architecture)),
    );
    return folders.includes(undefined) ? [] : folders.filter((one) => one !== undefined);
  });
  return [...new Set(wrong)];
}

/** The disks that a line may mean on one architecture or another; one unknown disk where there is none. */
function disksOf({ sources }: FilePlan, { disk }: SourceFile): readonly (SourceDisk | undefined)[] {
  const disks = typeof disk === 'number' ? sources.disksNamed(disk) : [];
  return disks.length === 0 ? [undefined] : disks;
}

/** Copies the file under its own name: the field of the source is emptied or taken away. */
function keepName({ at, destinationField, sourceField, source }: FileOperation): Fix {
  const head = { action: 'keep-name', title: `Copy it as ${baseName(source)}`, preferred: true };
  return makeFix(head, () => {
    if (destinationField === undefined || sourceField === undefined) return [];
    const edits = [replaceField(at, destinationField, baseName(source))];
    if (source !== baseName(source)) return edits;
    const isLast = at.line.fields.at(-1) === sourceField;
    const inner = isLast ? { start: destinationField.span.end, end: sourceField.span.end } : sourceField.span;
    return [...edits, { span: absolute(at.placed, inner), newText: '' }];
  });
}

/** Sends the files of the list to the folder in which they lie in the package. */
function setFolder({ at, folderField, diridField }: Destination, folder: string): Fix {
  const head = {
    action: 'set-folder',
    title: `Let the list go to ${folderText(folder)} of the driver store`,
    preferred: true,
  };
  return makeFix(head, () => {
    if (diridField === undefined) return [];
    const span = absolute(at.placed, { start: diridField.span.end, end: folderField?.span.end ?? diridField.span.end });
    return [{ span, newText: folder === '' ? '' : `,${asField(folder)}` }];
  });
}
