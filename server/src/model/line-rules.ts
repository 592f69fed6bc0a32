import { directives, type Directive } from '../language/directives.js';
import type { FieldSpec, FieldType } from '../language/fields.js';
import { fold } from '../language/fold.js';
import { sectionKinds, type SectionKind } from '../language/sections.js';
import type { Line } from '../syntax/cst.js';

export type SectionRefType = Extract<FieldType, { readonly type: 'sectionRef' }>;

/** A suffix that makes another section belong to one of a kind, folded: `.hw`. */
export interface CompanionRule {
  readonly kind: SectionKind;
  readonly suffix: string;
}

/** The rows of the directive table that matter to the binder, for one kind of section. */
interface KindRules {
  readonly keyed: Map<string, Directive>;
  anyKey?: Directive;
  keyless?: Directive;
}

const RULES: ReadonlyMap<SectionKind, KindRules> = sortByKind();
const COMPANIONS: ReadonlyMap<SectionKind, readonly CompanionRule[]> = sortCompanions();
const NO_COMPANIONS: readonly CompanionRule[] = [];

/** The sections that hang on one of that kind. */
export function companionRulesOf(kind: SectionKind): readonly CompanionRule[] {
  return COMPANIONS.get(kind) ?? NO_COMPANIONS;
}

/** Tells whether lines of such a section may refer to anything; most kinds hold data only. */
export function hasLineRules(kind: SectionKind): boolean {
  return RULES.has(kind);
}

/** The directive of a line, if it is one that refers to sections or included files. */
export function directiveOf(kind: SectionKind, line: Line): Directive | undefined {
  const rules = RULES.get(kind);
  if (rules === undefined) return undefined;
  if (line.key === undefined) return rules.keyless;
  return rules.keyed.get(fold(line.key.value)) ?? rules.anyKey;
}

/** The type that the table gives to the field at `index` of a line. */
export function typeAt(directive: Directive, line: Line, index: number): FieldType | undefined {
  return specAt(directive, line, index)?.type;
}

function specAt({ values, rest, alternative }: Directive, line: Line, index: number): FieldSpec | undefined {
  const specs = alternative !== undefined && alternative.length === line.fields.length ? alternative : values;
  return specs[index] ?? rest;
}

/** Position of the field that the table types as the name of a service, or -1. */
export function servicePositionOf({ values }: Directive): number {
  return values.findIndex(({ type }) => type.type === 'serviceName');
}

/** Tells whether a line of this directive can name a service-install section. */
export function installsService({ values }: Directive): boolean {
  return values.some(({ type }) => type.type === 'sectionRef' && type.kinds.includes('serviceInstall'));
}

function sortByKind(): Map<SectionKind, KindRules> {
  const sorted = new Map<SectionKind, KindRules>();
  for (const directive of directives) {
    if (!matters(directive)) continue;
    for (const kind of directive.in) {
      const rules = sorted.get(kind) ?? { keyed: new Map<string, Directive>() };
      sorted.set(kind, rules);
      if (directive.form === 'keyed') rules.keyed.set(fold(directive.name), directive);
      else if (directive.form === 'anyKey') rules.anyKey ??= directive;
      else if (directive.form === 'keyless') rules.keyless ??= directive;
    }
  }
  return sorted;
}

/** Refers to a section, or includes a file. */
function matters({ key, values, rest, alternative }: Directive): boolean {
  const specs = [...values, ...(alternative ?? [])];
  if (key !== undefined) specs.push(key);
  if (rest !== undefined) specs.push(rest);
  return specs.some(({ type }) => type.type === 'sectionRef' || (type.type === 'fileRef' && type.role === 'inf'));
}

function sortCompanions(): Map<SectionKind, CompanionRule[]> {
  const sorted = new Map<SectionKind, CompanionRule[]>();
  for (const [name, { recognition }] of Object.entries(sectionKinds)) {
    if (recognition.by !== 'companion') continue;
    const rule = { kind: name as SectionKind, suffix: fold(recognition.suffix) };
    for (const owner of recognition.of) sorted.set(owner, [...(sorted.get(owner) ?? []), rule]);
  }
  return sorted;
}
