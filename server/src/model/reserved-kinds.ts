import { fold } from '../language/fold.js';
import { sectionKinds, type DecorationStyle, type SectionKind } from '../language/sections.js';
import { ARCHITECTURES, parseDecoration } from './targets.js';

interface Reserved {
  readonly kind: SectionKind;
  readonly decorations: DecorationStyle;
}

const RESERVED: ReadonlyMap<string, Reserved> = collect();

function collect(): Map<string, Reserved> {
  const reserved = new Map<string, Reserved>();
  for (const [name, { recognition, decorations }] of Object.entries(sectionKinds)) {
    if (recognition.by !== 'name') continue;
    for (const each of recognition.names) reserved.set(fold(each), { kind: name as SectionKind, decorations });
  }
  return reserved;
}

/** The kind that a section has by its folded name alone: `manufacturer`, `sourcedisksfiles.amd64`, `strings.0407`. */
export function reservedKindOf(folded: string): SectionKind | undefined {
  const exact = RESERVED.get(folded);
  if (exact !== undefined) return exact.kind;
  const dot = folded.indexOf('.');
  const base = dot < 0 ? undefined : RESERVED.get(folded.slice(0, dot));
  return base !== undefined && isDecoration(base.decorations, folded.slice(dot + 1)) ? base.kind : undefined;
}

function isDecoration(style: DecorationStyle, text: string): boolean {
  switch (style) {
    case 'none':
      return false;
    case 'platform':
    case 'targetOsVersion':
      return text !== '' && parseDecoration(text).valid && !/\.(?:services|hw)$/.test(text);
    case 'architecture':
      return text.startsWith('$') || ARCHITECTURES.some((architecture) => architecture === text);
    case 'language':
      return /^[0-9a-f]{1,4}$/.test(text);
  }
}
