import { parseDecoration } from '../../model/targets.js';
import type { Model, Section } from '../../model/types.js';
import { absolute } from '../../syntax/cst.js';
import type { Span } from '../../text/span.js';

/** A [DefaultInstall] or [DefaultUninstall] section, or one that hangs on it, with its name taken apart. */
export interface DefaultSection {
  readonly section: Section;
  readonly base: 'install' | 'uninstall';
  /** `.NTamd64`, `.NT` or empty, as written. */
  readonly extension: string;
  /** `.Services` or empty, as written. */
  readonly companion: string;
  /** Whether the extension states an architecture or leaves it to the build. */
  readonly hasArchitecture: boolean;
}

const BEGINNING = /^default/i;

/** All of them, in file order. */
export function defaultSections({ sections }: Model): readonly DefaultSection[] {
  const named = sections.filter(({ name }) => BEGINNING.test(name));
  return named.flatMap((section) => {
    const match = /^default(un)?install(\.nt[^.]*)?((?:\.[^.]+)*)$/i.exec(section.name);
    if (match === null) return [];
    const [, un, extension = '', companion = ''] = match;
    const { architecture, placeholder } = parseDecoration(extension.slice(1));
    const hasArchitecture = architecture !== undefined || placeholder;
    return [
      { section, base: un === undefined ? ('install' as const) : 'uninstall', extension, companion, hasArchitecture },
    ];
  });
}

/**
 * Companions of a [DefaultInstall] section that the file does not have, `[DefaultInstall.NTarm64.Services]` without
 * `[DefaultInstall.NTarm64]`, with the name of what is missing; none beside [Manufacturer], which rules them all out.
 */
export function abandonedCompanions(model: Model): ReadonlyMap<Section, string> {
  const found = new Map<Section, string>();
  if (model.sectionNamed('Manufacturer') !== undefined) return found;
  for (const { section, base, companion } of defaultSections(model)) {
    const wanted = section.name.slice(0, section.name.length - companion.length);
    if (companion === '' || base === 'uninstall' || model.sectionNamed(wanted) !== undefined) continue;
    found.set(section, wanted);
  }
  return found;
}

/** Document spans of the name of a section in each of its headers. */
export function headerSpans({ blocks }: Section): readonly Span[] {
  return blocks.flatMap((placed) => {
    const { header } = placed.block;
    return header === undefined ? [] : [absolute(placed, header.nameSpan)];
  });
}
