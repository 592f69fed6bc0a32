import { directives, type Directive } from '../language/directives.js';
import type { FieldSpec, FieldType } from '../language/fields.js';
import { fold } from '../language/fold.js';
import type { SectionKind } from '../language/sections.js';
import type { Line } from '../syntax/cst.js';

export type SectionRefType = Extract<FieldType, { readonly type: 'sectionRef' }>;

/** A row of the directive table with what the binder wants to know about it. */
export interface LineRule {
  readonly directive: Directive;
  /** Position of the field that is the name of a service, or -1. */
  readonly serviceAt: number;
  /** Position of the flags, or -1. */
  readonly flagsAt: number;
  /** Whether a line can name a service-install section. */
  readonly installsService: boolean;
}

/** The rules that matter to the binder, for one kind of section. */
interface KindRules {
  readonly keyed: Map<string, LineRule>;
  anyKey?: LineRule;
  keyless?: LineRule;
}

const RULES: ReadonlyMap<SectionKind, KindRules> = sortByKind();

/** Tells whether lines of such a section may refer to anything; most kinds hold data only. */
export function hasLineRules(kind: SectionKind): boolean {
  return RULES.has(kind);
}

/** The rule of a line, if its directive is one that refers to sections or included files. */
export function lineRuleOf(kind: SectionKind, line: Line): LineRule | undefined {
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

function sortByKind(): Map<SectionKind, KindRules> {
  const sorted = new Map<SectionKind, KindRules>();
  for (const directive of directives) {
    if (!matters(directive)) continue;
    const rule = ruleOf(directive);
    for (const kind of directive.in) {
      const rules = sorted.get(kind) ?? { keyed: new Map<string, LineRule>() };
      sorted.set(kind, rules);
      if (directive.form === 'keyed') rules.keyed.set(fold(directive.name), rule);
      else if (directive.form === 'anyKey') rules.anyKey ??= rule;
      else if (directive.form === 'keyless') rules.keyless ??= rule;
    }
  }
  return sorted;
}

function ruleOf(directive: Directive): LineRule {
  const { values } = directive;
  return {
    directive,
    serviceAt: values.findIndex(({ type }) => type.type === 'serviceName'),
    flagsAt: values.findIndex(({ type }) => type.type === 'flags'),
    installsService: values.some(({ type }) => type.type === 'sectionRef' && type.kinds.includes('serviceInstall')),
  };
}

/** Refers to a section, or includes a file. */
function matters({ key, values, rest, alternative }: Directive): boolean {
  const specs = [...values, ...(alternative ?? [])];
  if (key !== undefined) specs.push(key);
  if (rest !== undefined) specs.push(rest);
  return specs.some(({ type }) => type.type === 'sectionRef' || (type.type === 'fileRef' && type.role === 'inf'));
}
