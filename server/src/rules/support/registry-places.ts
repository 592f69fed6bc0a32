import type { RelativeRoot } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { createRegistryUses, DATA, type RegistryFact } from '../../plan/registry-facts.js';
import { absolute } from '../../syntax/cst.js';
import type { Span } from '../../text/span.js';
import { fieldSpan, lineSpan } from './places.js';

/** Positions of the fields of a registry line. */
export const FIELD = { root: 0, subkey: 1, valueName: 2, flags: 3, data: DATA } as const;

/** Document span of a field of a registry line; of the whole line where the field is missing or empty. */
export function registrySpan({ at, fields }: RegistryFact, position: number): Span {
  const field = fields[position];
  return field === undefined ? lineSpan(at) : fieldSpan(at, field);
}

/** Document span of the subkey, or where there is none of the value name. */
export function keyPlace(fact: RegistryFact): Span {
  return registrySpan(fact, fact.subkey === '' ? FIELD.valueName : FIELD.subkey);
}

/** Document span of the data of a registry line, from its first filled field to its last; of the line when there is none. */
export function dataSpan({ at, fields }: RegistryFact): Span {
  const filled = fields.slice(DATA).filter(({ span }) => span.end > span.start);
  const [first] = filled;
  if (first === undefined) return lineSpan(at);
  return absolute(at.placed, { start: first.span.start, end: (filled.at(-1) ?? first).span.end });
}

/** The key that a line names, as it names it: `HKLM\SOFTWARE\Vendor`. */
export function namedKey({ rootText, root, subkey }: RegistryFact): string {
  const path = subkey.startsWith('\\') ? subkey : `\\${subkey}`;
  return (root ?? rootText) + (subkey === '' ? '' : path);
}

/** How a value is spoken of: by its name, or as the unnamed one. */
export function valueText(valueName: string): string {
  return valueName === '' ? 'the unnamed value' : `"${valueName}"`;
}

/** The keys that HKR stands for in a line, once each; empty when nothing applies it. */
export function relativeRoots(analysis: Analysis, fact: RegistryFact): ReadonlySet<RelativeRoot> {
  return new Set(
    analysis
      .once(createRegistryUses)
      .of(fact)
      .map(({ relativeTo }) => relativeTo),
  );
}

/** Tells whether the lines of a section mean the key `meaning` by HKR in at least one of its uses. */
export function isRelativeTo(analysis: Analysis, fact: RegistryFact, meaning: RelativeRoot): boolean {
  return analysis
    .once(createRegistryUses)
    .of(fact)
    .some(({ relativeTo }) => relativeTo === meaning);
}

/** The names of those values hold it, also where they are misspelt. */
const DMA_NAME = /map/i;

/** Tells whether a line is one about DMA remapping, which the rules on that judge. */
export function isAboutDma(analysis: Analysis, fact: RegistryFact): boolean {
  return DMA_NAME.test(fact.valueName) && analysis.once(dmaPlaces).has(fact.at.placed.start + fact.at.line.span.start);
}

function dmaPlaces({ dma }: Analysis): ReadonlySet<number> {
  return new Set(dma.lines.map(({ line: { at } }) => at.placed.start + at.line.span.start));
}
