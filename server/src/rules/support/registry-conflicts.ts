import { fold } from '../../language/fold.js';
import { holdsOpenToken } from '../../model/placeholders.js';
import type { Installation, RegistryWrite } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { createRegistryUses, DATA, readRegistryFacts, type RegistryFact } from '../../plan/registry-facts.js';
import { addTo } from '../../text/group.js';
import { APPEND, createsKeyOnly, deletesValue, NOCLOBBER, partsOfFlags } from './registry-flags.js';
import { globalLines } from './global-keys.js';
import { isAboutDma } from './registry-places.js';
import { overlap, rangesOf, type SystemRange } from './system-ranges.js';

/** Two lines that set one value differently for two DDInstall sections that one system may apply, both of them. */
export interface RegistryConflict {
  /** The line that stands first in the file. */
  readonly first: RegistryFact;
  readonly second: RegistryFact;
  /** The key, as `HKLM\SOFTWARE\Vendor`, or below that of the service. */
  readonly key: string;
  readonly service: string | undefined;
  /** Names of the DDInstall sections. */
  readonly firstInstall: string;
  readonly secondInstall: string;
}

/** A line that sets a value in a key which several devices share. */
interface SharedLine {
  readonly fact: RegistryFact;
  readonly key: string;
  readonly service: string | undefined;
}

const DELETING = 0x8000;
/** Applications of lines that are compared in one file; large real files have some thousands. */
const MOST_USES = 1_000_000;

/** One conflict for each line that contradicts an earlier one. */
export function findRegistryConflicts(analysis: Analysis): readonly RegistryConflict[] {
  const groups = new Map<string, SharedLine[]>();
  for (const line of sharedLines(analysis)) {
    const id = `${line.service === undefined ? '' : fold(line.service)}\n${fold(line.key)}\n${fold(line.fact.valueName)}`;
    addTo(groups, id, line);
  }
  const found = new Map<RegistryFact, RegistryConflict>();
  const budget = { uses: MOST_USES };
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const conflict of conflictsIn(analysis, group, budget)) {
      if (!found.has(conflict.second)) found.set(conflict.second, conflict);
    }
  }
  return [...found.values()];
}

function sharedLines(analysis: Analysis): readonly SharedLine[] {
  const lines: SharedLine[] = [];
  const { sections, of } = analysis.once(readRegistryFacts);
  const ofServices = analysis.once(createRegistryUses).namedIn(['serviceInstall']);
  const global = new Set(analysis.once(globalLines).map(({ section }) => section));
  for (const section of sections.filter((one) => ofServices.has(one) || global.has(one))) {
    const services = servicesOf(ofServices.get(section) ?? []);
    if (services.size === 0 && !global.has(section)) continue;
    for (const fact of of(section)) {
      if (fact.root === undefined || (fact.root === 'HKR' && services.size === 0) || !setsValue(fact)) continue;
      const { root, subkey } = fact;
      const key = subkey === '' ? root : `${root}\\${subkey}`;
      if (root !== 'HKR') lines.push({ fact, key, service: undefined });
      else for (const service of services) lines.push({ fact, key, service });
    }
  }
  return lines;
}

/** The services below whose keys HKR leads in the lines of a section. */
function servicesOf(writes: readonly RegistryWrite[]): ReadonlySet<string> {
  const services = new Set<string>();
  for (const { relativeTo, service } of writes) {
    if (relativeTo === 'service' && service !== undefined) services.add(service);
  }
  return services;
}

/** A value that is there already stays with NOCLOBBER, and lists grow by what is appended. */
function setsValue({ flags }: RegistryFact): boolean {
  if (flags === undefined || createsKeyOnly(flags) || deletesValue(flags)) return false;
  return (flags & (NOCLOBBER | APPEND | DELETING)) === 0;
}

/** What an installation leaves behind: the last of its lines. */
interface Outcome {
  readonly line: SharedLine;
  readonly installation: Installation;
  readonly data: string;
  readonly order: number;
}

/** @param budget what is left of the applications that are compared; a group that needs more is passed over */
function* conflictsIn(
  analysis: Analysis,
  group: readonly SharedLine[],
  budget: { uses: number },
): Generator<RegistryConflict> {
  const data = new Map(group.map(({ fact }) => [fact, dataOf(analysis, fact)]));
  const values = new Set(data.values());
  if (values.size < 2 || values.has(undefined)) return;
  if (group.some(({ fact }) => isAboutDma(analysis, fact))) return;
  budget.uses -= usesOf(analysis, group);
  if (budget.uses < 0) return;
  const known: { readonly range: SystemRange; readonly outcome: Outcome }[] = [];
  for (const outcome of outcomesOf(analysis, group, data)) {
    for (const range of rangesOf(outcome.installation).values()) {
      const other = known.find((one) => one.outcome.data !== outcome.data && overlap(one.range, range));
      if (other !== undefined) yield conflictOf(other.outcome, outcome);
      else if (!known.some((one) => one.outcome.data === outcome.data && sameRange(one.range, range))) {
        known.push({ range, outcome });
      }
    }
  }
}

function usesOf(analysis: Analysis, group: readonly SharedLine[]): number {
  const uses = analysis.once(createRegistryUses);
  return group.reduce((sum, { fact }) => sum + uses.of(fact).length, 0);
}

function sameRange(a: SystemRange, b: SystemRange): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function outcomesOf(
  analysis: Analysis,
  group: readonly SharedLine[],
  data: ReadonlyMap<RegistryFact, string | undefined>,
): Iterable<Outcome> {
  const outcomes = new Map<Installation, Outcome>();
  for (const line of group) {
    for (const write of analysis.once(createRegistryUses).of(line.fact)) {
      const { installation, order } = write;
      if (installation.origin !== 'models' || !isOf(write, line)) continue;
      const known = outcomes.get(installation);
      // Of two lines in one section the one below counts.
      if (known !== undefined && known.order > order) continue;
      outcomes.set(installation, { line, installation, order, data: data.get(line.fact) ?? '' });
    }
  }
  return outcomes.values();
}

function isOf({ relativeTo, service }: RegistryWrite, line: SharedLine): boolean {
  return line.service === undefined || (relativeTo === 'service' && service === line.service);
}

/** Type and data in one text; `undefined` when the build decides about them. */
function dataOf({ model }: Analysis, { flags = 0, fields }: RegistryFact): string | undefined {
  const data = fields.slice(DATA).map((field) => model.valueOf(field));
  if (data.some(holdsOpenToken)) return undefined;
  return [partsOfFlags(flags).type, ...data].join('\n').replace(/\n+$/, '');
}

function conflictOf(a: Outcome, b: Outcome): RegistryConflict {
  const [first, second] = startOf(a) <= startOf(b) ? [a, b] : [b, a];
  const { key, service } = second.line;
  return {
    first: first.line.fact,
    second: second.line.fact,
    key,
    service,
    firstInstall: nameOf(first.installation),
    secondInstall: nameOf(second.installation),
  };
}

function startOf({ line: { fact } }: Outcome): number {
  return fact.at.placed.start + fact.at.line.span.start;
}

function nameOf({ section, name, suffix }: Installation): string {
  return section?.name ?? name + suffix;
}
