import { directives, type Directive } from '../language/directives.js';
import type { FieldSpec } from '../language/fields.js';
import type { ValueSetName } from '../language/value-sets.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Field } from '../syntax/cst.js';
import type { Analysis } from './analysis.js';
import { canObjectTo, objectionTo, type Objection } from './argument-checks.js';
import type { Entry } from './entries.js';
import { judgeLines } from './judged-lines.js';

/** A value that its field cannot hold. */
export interface BadArgument {
  readonly entry: Entry;
  readonly field: Field;
  readonly spec: FieldSpec;
  /** Expanded. */
  readonly value: string;
  readonly objection: Objection;
}

/** A field that must be there and is not. */
export interface MissingArgument {
  readonly entry: Entry;
  /** 0-based position among the values. */
  readonly index: number;
  readonly spec: FieldSpec;
}

/** Values beyond the last field that the table knows: those that are not empty. */
export interface ExtraArguments {
  readonly entry: Entry;
  readonly fields: readonly Field[];
  /** How many values the line may have. */
  readonly most: number;
}

/** Everything wrong with the values of a file's lines, as far as the tables tell. */
export interface ArgumentFaults {
  readonly bad: readonly BadArgument[];
  readonly missing: readonly MissingArgument[];
  readonly extra: readonly ExtraArguments[];
}

/**
 * Rows that rules of their own judge, under numbers of their own: [Version], registry lines, disks and files, strings,
 * feature scores, decorations.
 */
const JUDGED_ELSEWHERE: ReadonlySet<string> = new Set([
  'Signature',
  'Class',
  'ClassGuid',
  'Provider',
  'ExtensionId',
  'CatalogFile',
  'DriverVer',
  'PnpLockdown',
  'LegacyUninstall',
  'SourceDisksNames',
  'SourceDisksFiles',
  'DefaultDestDir',
  'DestinationDirs',
  'copy list',
  'delete list',
  'rename list',
  'add-registry',
  'del-registry',
  'bit-registry',
  'Strings',
  'FeatureScore',
  'ThreadingModel',
  'WMIInterface',
  'AddNetFilter',
  'AddNetProtocol',
]);

/** Rows without a value that a rule of its own misses: DelService without a service (InfVerif 1253). */
const MISSED_ELSEWHERE: ReadonlySet<string> = new Set(['DelService']);

/** Sets whose members a rule of its own knows: event logs (InfVerif 1250). */
const SETS_JUDGED_ELSEWHERE: ReadonlySet<ValueSetName> = new Set<ValueSetName>(['eventLogTypes']);

/** What is to be looked at in the values of a row, worked out once. */
interface RowChecks {
  /** Some field has a type that `objectionTo` judges. */
  readonly values: boolean;
  readonly missing: boolean;
  /** Values beyond the last field are too many. */
  readonly extra: boolean;
}

const CHECKS: ReadonlyMap<Directive, RowChecks> = new Map(
  directives.flatMap((row) => {
    const checks = checksOf(row);
    return checks.values || checks.missing || checks.extra ? [[row, checks] as const] : [];
  }),
);

function specsOf({ values, alternative, key, rest }: Directive): readonly FieldSpec[] {
  return [
    ...values,
    ...(alternative ?? []),
    ...(key === undefined ? [] : [key]),
    ...(rest === undefined ? [] : [rest]),
  ];
}

function checksOf(row: Directive): RowChecks {
  const isOwn = !JUDGED_ELSEWHERE.has(row.name);
  const specs = [...row.values, ...(row.alternative ?? [])];
  return {
    values: isOwn && specsOf(row).some(isJudged),
    missing: isOwn && !MISSED_ELSEWHERE.has(row.name) && specs.some(({ optional }) => !optional),
    extra: row.rest === undefined && row.form !== 'bare',
  };
}

function isJudged({ type }: FieldSpec): boolean {
  return canObjectTo(type) && !(type.type === 'oneOf' && SETS_JUDGED_ELSEWHERE.has(type.set));
}

/** Fields with values that are looked at. */
const JUDGED: ReadonlySet<FieldSpec> = new Set(directives.flatMap(specsOf).filter(isJudged));

/** Looks once at the values of all lines; keep it with `analysis.once(findArgumentFaults)`. */
export function findArgumentFaults(analysis: Analysis): ArgumentFaults {
  const faults: MutableFaults = { bad: [], missing: [], extra: [] };
  for (const entry of analysis.once(judgeLines).known) {
    const { directive } = entry;
    const checks = directive === undefined ? undefined : CHECKS.get(directive);
    if (directive === undefined || checks === undefined) continue;
    const specs = specsFor(directive, entry.at.line.fields.length);
    if (checks.values) collectBad(analysis, entry, directive, specs, faults.bad);
    if (checks.missing) collectMissing(entry, specs, faults.missing);
    if (checks.extra) collectExtra(entry, specs, faults.extra);
  }
  return faults;
}

interface MutableFaults {
  readonly bad: BadArgument[];
  readonly missing: MissingArgument[];
  readonly extra: ExtraArguments[];
}

function specsFor({ values, alternative }: Directive, count: number): readonly FieldSpec[] {
  return alternative?.length === count ? alternative : values;
}

function collectBad(
  analysis: Analysis,
  entry: Entry,
  directive: Directive,
  specs: readonly FieldSpec[],
  found: BadArgument[],
): void {
  const { key, fields } = entry.at.line;
  if (key !== undefined && directive.key !== undefined) collectValue(analysis, entry, key, directive.key, found);
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index];
    const spec = specs[index] ?? directive.rest;
    if (field !== undefined && spec !== undefined) collectValue(analysis, entry, field, spec, found);
  }
}

function collectValue({ model }: Analysis, entry: Entry, field: Field, spec: FieldSpec, found: BadArgument[]): void {
  if (!JUDGED.has(spec)) return;
  const written = field.value;
  if (written === '') return;
  const value = model.expand(written);
  const objection = objectionTo(spec.type, value);
  if (objection === undefined || isOpen(value)) return;
  found.push({ entry, field, spec, value, objection });
}

const DIRIDS = /%\d{1,10}%/g;

/** A token without definition or a mark that a build replaces: what the value will be is not known. */
function isOpen(value: string): boolean {
  return value.replace(DIRIDS, '').includes('%') || hasPlaceholder(value);
}

function collectMissing(entry: Entry, specs: readonly FieldSpec[], found: MissingArgument[]): void {
  const { fields } = entry.at.line;
  for (let index = 0; index < specs.length; index++) {
    const spec = specs[index];
    if (spec === undefined || spec.optional) continue;
    const field = fields[index];
    if (field === undefined || (field.value === '' && !(field.quoted && spec.type.type !== 'sectionRef'))) {
      found.push({ entry, index, spec });
    }
  }
}

function collectExtra(entry: Entry, specs: readonly FieldSpec[], found: ExtraArguments[]): void {
  const { fields } = entry.at.line;
  if (fields.length <= specs.length) return;
  const extra = fields.slice(specs.length);
  if (extra.some(({ value }) => value !== '')) found.push({ entry, fields: extra, most: specs.length });
}
