import type { SectionKind } from '../language/sections.js';
import type { Field, LineRef } from '../syntax/cst.js';
import { addTo } from '../text/group.js';
import { indexCompanions, mayHaveCompanions, type Companion } from './companions.js';
import { lazy } from './lazy.js';
import { lineRuleOf, hasLineRules, typeAt, type LineRule, type SectionRefType } from './line-rules.js';
import { modelsSectionsOf } from './manufacturers.js';
import { readNumber } from './numbers.js';
import { reservedKindOf } from './reserved-kinds.js';
import { addKind, type SectionDraft, type SectionIndex } from './section-index.js';
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
export interface Edge extends SectionReference {
  readonly targets: readonly SectionDraft[];
  readonly kinds: readonly SectionKind[];
  /** The service that the line is about, where its directive has a field for it. */
  readonly service: string | undefined;
  /** The values of the fields after the reference: event log and source, where it is an event-log section. */
  readonly after: readonly string[];
}

/** A section with the kind that its name gives it. */
export interface ReservedSection {
  readonly section: SectionDraft;
  readonly kind: SectionKind;
}

/** All roles of all sections that the file itself reaches and that can lead to others. */
export interface Roles {
  /** In file order. */
  readonly reserved: readonly ReservedSection[];
  /** In file order. */
  references(): readonly SectionReference[];
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
export function inferRoles(index: SectionIndex, expand: Expand): Roles {
  const roles = new Map<Section, Role[]>();
  const open: ReservedSection[] = [];
  const give = (section: SectionDraft, kind: SectionKind): void => {
    if (addKind(section, kind) && (hasLineRules(kind) || mayHaveCompanions(kind))) open.push({ section, kind });
  };
  const findCompanions = indexCompanions(index.all);
  const context = { index, expand };
  const reserved: ReservedSection[] = [];
  for (const section of index.all) {
    const kind = reservedKindOf(section.folded);
    if (kind === undefined) continue;
    reserved.push({ section, kind });
    give(section, kind);
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { section, kind } = next;
    const companions = findCompanions(section, kind);
    if (companions.length === 0 && !hasLineRules(kind)) continue;
    const role = readRole(section, kind, companions, context);
    addTo(roles, section, role);
    for (const edge of role.edges) for (const target of edge.targets) for (const each of edge.kinds) give(target, each);
    for (const companion of role.companions) give(companion.section, companion.kind);
  }
  return {
    reserved,
    references: lazy(() => referencesIn(index.all, roles)),
    roleOf: (section, kind) => roles.get(section)?.find((role) => role.kind === kind),
  };
}

/** All references in the order of the file; that of the sections is the same where each has one block and one role. */
function referencesIn(
  sections: readonly SectionDraft[],
  roles: ReadonlyMap<Section, readonly Role[]>,
): readonly SectionReference[] {
  const references: SectionReference[] = [];
  let isSorted = true;
  for (const section of sections) {
    const own = roles.get(section) ?? NONE;
    for (const reference of referencesOf(own)) references.push(reference);
    if (own.length > 1 || section.blocks.length > 1) isSorted = false;
  }
  if (isSorted) return references;
  const placed = references.map((reference) => ({ reference, offset: offsetOf(reference) }));
  return placed.sort((a, b) => a.offset - b.offset).map(({ reference }) => reference);
}

function offsetOf({ at, field }: SectionReference): number {
  return at.placed.start + field.span.start;
}

/** The references from all roles of one section; what two roles state alike counts once. */
function referencesOf(roles: readonly Role[]): readonly SectionReference[] {
  const [first] = roles;
  if (first === undefined || roles.length === 1) return first?.edges ?? NONE;
  const all = roles.flatMap(({ edges }) => edges);
  const byPlace = new Map(all.map((reference) => [`${String(offsetOf(reference))} ${reference.expects}`, reference]));
  return [...byPlace.values()];
}

/** What names are looked up in. */
interface Context {
  readonly index: SectionIndex;
  readonly expand: Expand;
}

function readRole(section: SectionDraft, kind: SectionKind, companions: readonly Companion[], context: Context): Role {
  const role: RoleDraft = { section, kind, companions, edges: EMPTY, services: EMPTY, includes: EMPTY, needs: EMPTY };
  if (!hasLineRules(kind)) return role;
  for (const at of section.lines) {
    const rule = lineRuleOf(kind, at.line);
    if (rule !== undefined) readLine(role, context, at, rule);
  }
  return role;
}

type Expand = (value: string) => string;

/** A role while its lines are read. */
interface RoleDraft extends Role {
  edges: Edge[];
  services: ServiceInstall[];
  includes: string[];
  needs: string[];
}

/** The list of whoever has none: nothing is ever put into it. */
const EMPTY: never[] = [];

/** Puts one more into a list; into one of its own where there was `EMPTY`. Few of the thousands of roles have any. */
function appended<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}

function readLine(role: RoleDraft, context: Context, at: LineRef, rule: LineRule): void {
  const { directive } = rule;
  const { key, fields } = at.line;
  const first = role.edges.length;
  if (key !== undefined && directive.key?.type.type === 'sectionRef') {
    addEdge(role, context, at, rule, key, directive.key.type);
  }
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index];
    const type = typeAt(directive, at.line, index);
    if (field !== undefined && type?.type === 'sectionRef') addEdge(role, context, at, rule, field, type);
  }
  if (rule.installsService) addService(role, context.expand, at, rule, first);
  if (directive.name === INCLUDE) addIncludes(role, fields, context.expand);
}

function addIncludes(role: RoleDraft, fields: readonly Field[], expand: Expand): void {
  for (const { value } of fields) role.includes = appended(role.includes, expand(value));
}

/** @param type what the table says of the field: that it names a section */
function addEdge(
  role: RoleDraft,
  context: Context,
  at: LineRef,
  rule: LineRule,
  field: Field,
  type: SectionRefType,
): void {
  const { section, kind } = role;
  const { expand } = context;
  const name = expand(field.value);
  if (name === '' || (type.orFile === true && isFileName(name))) return;
  const expects = type.kinds[0] ?? kind;
  const targets = findTargets(name, type, at, context);
  role.edges = appended(role.edges, {
    from: section,
    at,
    field,
    directive: rule.directive.name,
    name,
    expects,
    targets,
    kinds: kindsFor(type, kind),
    service: serviceOf(at, rule, expand),
    after: expects === 'eventLogInstall' ? valuesAfter(at, field, expand) : NONE,
  });
  if (type.lookup === 'included') role.needs = appended(role.needs, name);
}

function kindsFor({ lookup, kinds }: SectionRefType, own: SectionKind): readonly SectionKind[] {
  if (lookup === 'mention') return NONE;
  return lookup === 'included' ? [own] : kinds;
}

function valuesAfter({ line }: LineRef, field: Field, expand: Expand): string[] {
  return line.fields.slice(line.fields.indexOf(field) + 1).map(({ value }) => expand(value));
}

/** `@driver.sys`, but not `@NAME@.files`, where the at signs mark a build placeholder. */
function isFileName(name: string): boolean {
  return name.startsWith('@') && !/^@\w{1,64}@/.test(name);
}

function findTargets(
  name: string,
  { lookup }: SectionRefType,
  at: LineRef,
  { index, expand }: Context,
): readonly SectionDraft[] {
  if (lookup === 'models') return modelsSectionsOf(at, index, expand).flatMap(({ sections }) => sections);
  const literal = index.named(name);
  const variants = lookup === 'decorated' ? index.platformVariantsOf(name) : NONE;
  if (variants.length === 0) return literal === undefined ? NONE : [literal];
  const found = variants.map(({ section }) => section);
  return literal === undefined ? found : [literal, ...found];
}

/** The value of the first field that the table types as the name of a service. */
function serviceOf(at: LineRef, { serviceAt }: LineRule, expand: Expand): string | undefined {
  const field = serviceAt < 0 ? undefined : at.line.fields[serviceAt];
  return field === undefined ? undefined : expand(field.value);
}

/** A line whose directive can name a service-install section installs a service, even when it leaves that name out. */
function addService(role: RoleDraft, expand: Expand, at: LineRef, rule: LineRule, firstEdge: number): void {
  const { fields } = at.line;
  const name = serviceOf(at, rule, expand);
  if (name === undefined || name === '') return;
  const flags = readNumber(expand(fields[rule.flagsAt]?.value ?? '')) ?? 0;
  const edge = role.edges.find(({ expects }, index) => index >= firstEdge && expects === 'serviceInstall');
  role.services = appended(role.services, {
    at,
    name,
    flags,
    isFunctionDriver: (flags & ASSOCIATED_SERVICE) !== 0,
    section: edge?.targets[0],
    sectionField: edge?.field,
  });
}
