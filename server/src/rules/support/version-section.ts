import { fold } from '../../language/fold.js';
import type { Model } from '../../model/types.js';
import { holdsOpenToken } from '../../model/placeholders.js';
import { absolute } from '../../syntax/cst.js';
import type { Span } from '../../text/span.js';

/** An entry of [Version]: its first value, expanded, and where it stands. */
export type VersionEntry = NonNullable<ReturnType<Model['version']>>;

/** A GUID in braces. */
const GUID = /^\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}$/i;

/** Tells whether a text is a GUID in braces, as INF files write them. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** An entry of [Version] whose value is known: not empty, no build placeholder, no token that nobody defines. */
export function knownEntry(model: Model, name: string): VersionEntry | undefined {
  const entry = model.version(name);
  return entry === undefined || entry.value === '' || holdsOpenToken(entry.value) ? undefined : entry;
}

/** Document span of the value of an entry; of the whole entry where it has none. */
export function valueSpan({ at, field }: VersionEntry): Span {
  const inner = field === undefined || field.span.end === field.span.start ? at.line.span : field.span;
  return absolute(at.placed, inner);
}

/** Document span of `Version` in the first header of that name; `undefined` without one. */
export function versionHeader(model: Model): Span | undefined {
  const placed = model.sectionNamed('Version')?.blocks[0];
  const header = placed?.block.header;
  return placed === undefined || header === undefined ? undefined : absolute(placed, header.nameSpan);
}

/** Whether [Version] names a setup class, whatever its case. */
export function isOfClass(model: Model, name: string): boolean {
  return fold(model.version('Class')?.value ?? '') === fold(name);
}
