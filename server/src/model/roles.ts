import type { Directive } from '../language/directives.js';
import type { SectionKind } from '../language/sections.js';
import type { LineRef } from '../syntax/cst.js';
import { companionRulesOf, directiveOf, hasLineRules, sectionRefsOf, typeAt, type SectionRefType } from './line-rules.js';
import { modelsSectionsOf } from './manufacturers.js';
import { readNumber } from './numbers.js';
import { reservedKindOf } from './reserved-kinds.js';
import type { SectionDraft, SectionIndex } from './section-index.js';
import type { Section, SectionReference, ServiceInstall } from './types.js';

/** A section in one of its roles, with what its lines refer to in that role. */
export interface Role {
  readonly section: SectionDraft;
  readonly kind: SectionKind;
  readonly edges: readonly Edge[];
  readonly companions: readonly Companion[];
  readonly services: readonly ServiceInstall[];
  readonly includes: readonly string[];
  readonly needs: readonly string[];
}

/** A reference with the roles that it gives to its targets; none for a mere mention. */
export interface Edge {
  readonly reference: SectionReference;
  readonly targets: readonly SectionDraft[];
  readonly kinds: readonly SectionKind[];
  /** The service that the line is about, where its directive has a field for it. */
  readonly service: string | undefined;
  /** The values of the fields after the reference: event log and source, where it is an event-log section. */
  readonly after: readonly string[];
}

/** A section that hangs on another by its suffix: `.hw`. */
export interface Companion {
  readonly section: SectionDraft;
  readonly kind: SectionKind;
  readonly suffix: string;
}

/** All roles of all sections that the file itself reaches. */
export interface Roles {
  /** In file order. */
  readonly references: readonly SectionReference[];
  roleOf(section: Section, kind: SectionKind): Role | undefined;
}

/** SPSVCINST_ASSOCSERVICE. Source: install/inf-addservice-directive.md */
const ASSOCIATED_SERVICE = 0x2;
const INCLUDE = 'Include';
const NONE: readonly never[] = [];

/**
 * Starts at the reserved sections and follows section names and suffixes until nothing new is found. Adds to the kinds of
 * the sections on the way.
 */
export function inferRoles(index: SectionIndex, expand: (value: string) => string): Roles {
  const roles = new Map<Section, Role[]>();
  const references: SectionReference[] = [];
  const open: { section: SectionDraft; kind: SectionKind }[] = [];
  const give = (section: SectionDraft, kind: SectionKind): void => {
    if (section.kinds.has(kind)) return;
    section.kinds.add(kind);
    open.push({ section, kind });
  };
  for (const section of index.all) {
    const kind = reservedKindOf(section.folded);
    if (kind !== undefined) give(section, kind);
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const role = readRole(next.section, next.kind, index, expand);
    const known = roles.get(role.section);
    for (const reference of newReferences(role, known)) references.push(reference);
    if (known === undefined) roles.set(role.section, [role]);
    else known.push(role);
    for (const { targets, kinds } of role.edges) for (const target of targets) for (const kind of kinds) give(target, kind);
    for (const companion of role.companions) give(companion.section, companion.kind);
  }
  references.sort(byPosition);
  return { references, roleOf: (section, kind) => roles.get(section)?.find((role) => role.kind === kind) };
}

function byPosition(a: SectionReference, b: SectionReference): number {
  return offsetOf(a) - offsetOf(b);
}

function offsetOf({ at, field }: SectionReference): number {
  return at.placed.start + field.span.start;
}

/** The references of a role without those that another role of the section has stated already. */
function newReferences(role: Role, known: readonly Role[] | undefined): SectionReference[] {
  const all = role.edges.map((edge) => edge.reference);
  if (known === undefined) return all;
  const keyOf = (reference: SectionReference) => `${String(offsetOf(reference))} ${reference.expects}`;
  const stated = new Set(known.flatMap(({ edges }) => edges.map(({ reference }) => keyOf(reference))));
  return all.filter((reference) => !stated.has(keyOf(reference)));
}

function readRole(section: SectionDraft, kind: SectionKind, index: SectionIndex, expand: (value: string) => string): Role {
  const companions: Companion[] = [];
  for (const rule of companionRulesOf(kind)) {
    const companion = index.named(section.folded + rule.suffix);
    if (companion !== undefined) companions.push({ section: companion, ...rule });
  }
  if (!hasLineRules(kind)) return { section, kind, edges: NONE, companions, services: NONE, includes: NONE, needs: NONE };
  const edges: Edge[] = [];
  const services: ServiceInstall[] = [];
  const includes: string[] = [];
  const needs: string[] = [];
  for (const at of section.lines) {
    const directive = directiveOf(kind, at.line);
    if (directive === undefined) continue;
    const own = readEdges({ section, kind, at, directive, index, expand });
    for (const edge of own) edges.push(edge);
    const service = readService(at, directive, own, expand);
    if (service !== undefined) services.push(service);
    if (directive.name === INCLUDE) for (const field of at.line.fields) includes.push(expand(field.value));
    for (const edge of own) if (isIncluded(directive, edge)) needs.push(edge.reference.name);
  }
  return { section, kind, edges, companions, services, includes, needs };
}

interface Reading {
  readonly section: SectionDraft;
  readonly kind: SectionKind;
  readonly at: LineRef;
  readonly directive: Directive;
  readonly index: SectionIndex;
  readonly expand: (value: string) => string;
}

function readEdges(reading: Reading): Edge[] {
  const { section, kind, at, directive, expand } = reading;
  const { line } = at;
  const edges: Edge[] = [];
  for (const { field, index, type } of sectionRefsOf(directive, line)) {
    const name = expand(field.value);
    if (name === '' || (type.orFile === true && isFileName(name))) continue;
    const expects = type.kinds[0] ?? kind;
    const targets = findTargets(name, type, reading);
    const kinds = type.lookup === 'mention' ? NONE : type.lookup === 'included' ? [kind] : type.kinds;
    edges.push({
      reference: { from: section, at, field, directive: directive.name, name, expects, targets },
      targets,
      kinds,
      service: serviceOf(at, directive, expand),
      after: expects === 'eventLogInstall' ? line.fields.slice(index + 1).map(({ value }) => expand(value)) : NONE,
    });
  }
  return edges;
}

/** `@driver.sys`, but not `@NAME@.files`, where the at signs mark a build placeholder. */
function isFileName(name: string): boolean {
  return name.startsWith('@') && !/^@\w{1,64}@/.test(name);
}

function findTargets(name: string, type: SectionRefType, { at, index, expand }: Reading): SectionDraft[] {
  if (type.lookup === 'models') return modelsSectionsOf(at, index, expand).flatMap(({ sections }) => sections);
  const literal = index.named(name);
  const found = literal === undefined ? [] : [literal];
  if (type.lookup === 'decorated') for (const { section } of index.variantsOf(name)) found.push(section);
  return found;
}

/** The value of the first field that the table types as the name of a service. */
function serviceOf(at: LineRef, directive: Directive, expand: (value: string) => string): string | undefined {
  const position = directive.values.findIndex(({ type }) => type.type === 'serviceName');
  const field = position < 0 ? undefined : at.line.fields[position];
  return field === undefined ? undefined : expand(field.value);
}

/** A line whose directive can name a service-install section installs a service, even when it leaves that name out. */
function readService(
  at: LineRef,
  directive: Directive,
  edges: readonly Edge[],
  expand: (value: string) => string,
): ServiceInstall | undefined {
  const { fields } = at.line;
  const position = fields.findIndex((_, each) => isServiceSection(directive, at, each));
  const couldName = position >= 0 || directive.values.some(({ type }) => isServiceRef(type));
  const name = couldName ? serviceOf(at, directive, expand) : undefined;
  if (name === undefined || name === '') return undefined;
  const flagsAt = directive.values.findIndex(({ type }) => type.type === 'flags');
  const flags = readNumber(expand(fields[flagsAt]?.value ?? '')) ?? 0;
  const edge = edges.find(({ reference }) => reference.field === fields[position]);
  const isFunctionDriver = (flags & ASSOCIATED_SERVICE) !== 0;
  return { at, name, flags, isFunctionDriver, section: edge?.targets[0], sectionField: fields[position] };
}

function isServiceSection(directive: Directive, at: LineRef, position: number): boolean {
  const type = typeAt(directive, at.line, position);
  return type !== undefined && isServiceRef(type);
}

function isServiceRef(type: { readonly type: string; readonly kinds?: readonly SectionKind[] }): boolean {
  return type.type === 'sectionRef' && type.kinds?.includes('serviceInstall') === true;
}

function isIncluded(directive: Directive, { reference }: Edge): boolean {
  const type = directive.values[0]?.type;
  return type?.type === 'sectionRef' && type.lookup === 'included' && reference.directive === directive.name;
}
