import type { Field, LineRef } from '../syntax/cst.js';
import { addTo } from '../text/group.js';
import { lazy } from './lazy.js';
import type { SectionDraft, SectionIndex, Variant } from './section-index.js';
import { parseDecoration, rangesOf } from './targets.js';
import type { Decoration, Device, TargetRange } from './types.js';

/** A Models section with the systems that select it. */
export interface ModelsUse {
  readonly section: SectionDraft;
  readonly target: TargetRange;
}

/** One decoration of a Manufacturer line and the Models sections that bear it. */
interface Choice {
  readonly decoration: Decoration;
  readonly sections: readonly SectionDraft[];
}

/**
 * The Models sections that one Manufacturer line names: `%Mfg% = Models, NTamd64, NTamd64.10.0...16299`, or the bare
 * `Models`. Source: install/inf-manufacturer-section.md
 */
export function modelsSectionsOf(at: LineRef, index: SectionIndex, expand: (value: string) => string): Choice[] {
  const [nameField, ...decorationFields] = at.line.fields;
  const name = nameField === undefined ? '' : expand(nameField.value);
  if (name === '') return [];
  const choices: Choice[] = [];
  const plain = index.named(name);
  const written = decorationFields.map((field) => expand(field.value)).filter((text) => text !== '');
  if (plain !== undefined || written.length === 0) {
    choices.push({ decoration: parseDecoration(''), sections: plain === undefined ? [] : [plain] });
  }
  const byRest = lazy(() => groupByRest(index.variantsOf(name)));
  for (const text of written) {
    const decoration = parseDecoration(text);
    choices.push({ decoration, sections: sectionsFor(name, decoration, index, byRest) });
  }
  return choices;
}

/** What follows the platform: `10.0...16299` of `NT$ARCH$.10.0...16299`. */
function restOf(decoration: string): string {
  const dot = decoration.indexOf('.');
  return dot < 0 ? '' : decoration.slice(dot + 1);
}

function groupByRest(variants: readonly Variant[]): Map<string, SectionDraft[]> {
  const byRest = new Map<string, SectionDraft[]>();
  for (const { section, decoration } of variants) {
    const rest = restOf(decoration.text);
    addTo(byRest, rest, section);
  }
  return byRest;
}

/** The section of exactly that decoration; for `NT$ARCH$`, where there is none, those of any architecture. */
function sectionsFor(
  name: string,
  decoration: Decoration,
  index: SectionIndex,
  byRest: () => ReadonlyMap<string, readonly SectionDraft[]>,
): readonly SectionDraft[] {
  const literal = index.named(`${name}.${decoration.text}`);
  if (literal !== undefined) return [literal];
  return decoration.placeholder ? (byRest().get(restOf(decoration.text)) ?? []) : [];
}

/** The uses of Models sections, and every target once, in the order of the Manufacturer lines. */
export function selectModels(
  lines: readonly LineRef[],
  index: SectionIndex,
  expand: (value: string) => string,
): { readonly uses: readonly ModelsUse[]; readonly targets: readonly TargetRange[] } {
  const uses: ModelsUse[] = [];
  const known = new Map<TargetRange, Set<SectionDraft>>();
  const add = (section: SectionDraft, target: TargetRange): void => {
    const sections = known.get(target) ?? new Set();
    known.set(target, sections);
    if (sections.has(section)) return;
    sections.add(section);
    uses.push({ section, target: narrowed(target, section) });
  };
  const targets = new Map<string, TargetRange>();
  for (const at of lines) {
    const choices = modelsSectionsOf(at, index, expand);
    const ranges = rangesOf(choices.map((choice) => choice.decoration));
    choices.forEach(({ sections }, position) => {
      const range = ranges[position];
      if (range === undefined) return;
      const key = targetKey(range);
      const target = targets.get(key) ?? range;
      targets.set(key, target);
      for (const section of sections) add(section, target);
    });
  }
  return { uses, targets: [...targets.values()] };
}

function targetKey({ decoration, until }: TargetRange): string {
  const end = until === undefined ? '' : `${String(until.major)}.${String(until.minor)}.${String(until.build)}`;
  return `${decoration.text.toLowerCase()}<${end}`;
}

/** `NT$ARCH$` that found `[Models.NTamd64]`: on that architecture. */
function narrowed(target: TargetRange, section: SectionDraft): TargetRange {
  if (!target.decoration.placeholder || target.architecture !== undefined) return target;
  const dot = section.folded.lastIndexOf('.nt');
  const { architecture } = parseDecoration(dot < 0 ? '' : section.folded.slice(dot + 1));
  return architecture === undefined ? target : { ...target, architecture };
}

/**
 * The devices of a Models section: `description = install-section, hardware-id, compatible-id…`.
 * Source: install/inf-models-section.md
 */
export function devicesOf(section: SectionDraft, expand: (value: string) => string): Device[] {
  const devices: Device[] = [];
  for (const at of section.lines) {
    const { key, fields } = at.line;
    if (key === undefined) continue;
    const installField = fields[0];
    const ids: { readonly id: string; readonly field: Field }[] = [];
    for (let index = 1; index < fields.length; index++) {
      const field = fields[index];
      const id = field === undefined ? '' : expand(field.value);
      if (field !== undefined && id !== '') ids.push({ id, field });
    }
    devices.push({
      at,
      modelsSection: section,
      description: expand(key.value),
      installName: installField === undefined ? '' : expand(installField.value),
      installField,
      ids,
    });
  }
  return devices;
}
