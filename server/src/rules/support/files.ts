import { fold } from '../../language/fold.js';
import type { Architecture, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { FileOperation } from '../../plan/file-operations.js';
import { planFiles } from '../../plan/files.js';
import type { Span } from '../../text/span.js';
import { fieldSpan, lineSpan } from './places.js';

/** Document span of the source name of a copy: of the destination where that is the source, too. */
export function sourceSpan({ at, sourceField, destinationField }: FileOperation): Span {
  const field = sourceField ?? destinationField;
  return field === undefined ? lineSpan(at) : fieldSpan(at, field);
}

/** Document span of the destination name of an operation. */
export function destinationSpan({ at, destinationField }: FileOperation): Span {
  return destinationField === undefined ? lineSpan(at) : fieldSpan(at, destinationField);
}

/** The section whose installations carry out an operation: its list, or the install section that names a single file. */
export function carrierOf({ model }: Analysis, { list, at }: FileOperation): Section | undefined {
  return list ?? model.sectionOf(at.placed);
}

/** The architectures on which an operation is carried out; `undefined` among them: nobody says which. */
export function architecturesOf(analysis: Analysis, operation: FileOperation): readonly (Architecture | undefined)[] {
  const carrier = carrierOf(analysis, operation);
  return carrier === undefined ? [undefined] : [...analysis.once(planFiles).users.architecturesOf(carrier)];
}

const FILE_SUFFIX = /^SourceDisks(?:Files|Names)\.nt/i;

/** Sections whose name says `.ntamd64` where SourceDisksFiles and SourceDisksNames want `.amd64`. */
export function misnamedSourceSections(analysis: Analysis): readonly Section[] {
  return analysis.model.sections.filter(({ name, kinds }) => kinds.size === 0 && FILE_SUFFIX.test(name));
}

/** The name that a compressed file has on a disk: `driver.sy_` for `driver.sys`. */
export function compressedName(name: string): string | undefined {
  return /\.[^.\\/]{3}$/.test(name) ? `${name.slice(0, -1)}_` : undefined;
}

/** Tells two file names apart as Windows does. */
export function sameFile(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

/** Items, the first one of each key only. */
export function firsts<T>(items: Iterable<T>, keyOf: (item: T) => string): readonly T[] {
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item);
  return [...seen.values()];
}
