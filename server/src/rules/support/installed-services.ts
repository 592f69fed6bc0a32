import { fold } from '../../language/fold.js';
import type { Installation, ServiceInstall, TargetRange } from '../../model/types.js';
import { compareVersions } from '../../model/versions.js';
import type { Analysis } from '../../plan/analysis.js';

/** A service as two installations set it up, from different service-install sections. */
export interface ServicePair {
  readonly name: string;
  readonly first: ServiceInstall;
  readonly firstIn: Installation;
  readonly later: ServiceInstall;
  readonly laterIn: Installation;
}

interface Use {
  readonly installation: Installation;
  readonly service: ServiceInstall;
}

/**
 * Services that devices of the same systems take from different sections, each pair of sections once; keep them
 * with `analysis.once(servicePairs)`.
 */
export function servicePairs({ model }: Analysis): readonly ServicePair[] {
  const pairs: ServicePair[] = [];
  const uses = new Map<string, Use[]>();
  const told = new Set<string>();
  for (const installation of model.installations) {
    if (installation.origin !== 'models') continue;
    for (const service of installation.services) {
      if (service.section === undefined) continue;
      const key = `${installation.architecture ?? ''} ${fold(service.name)}`;
      const known = uses.get(key);
      if (known === undefined) uses.set(key, [{ installation, service }]);
      else addUse(known, { installation, service }, told, pairs);
    }
  }
  return pairs;
}

/** Uses of one service that are compared with each other; more sections for one service than this are not looked at. */
const MOST_USES = 50;

function addUse(known: Use[], use: Use, told: Set<string>, pairs: ServicePair[]): void {
  const { installation, service } = use;
  const later = service.section?.folded ?? '';
  const sameSection = known.some(
    (one) => one.service.section === service.section && one.installation.section === installation.section,
  );
  if (sameSection || known.length >= MOST_USES) return;
  known.push(use);
  for (const one of known) {
    const first = one.service.section?.folded ?? '';
    const pair = `${first}\n${later}`;
    if (first === later || told.has(pair) || told.has(`${later}\n${first}`)) continue;
    if (one.installation.section === installation.section || !meet(one.installation, installation)) continue;
    told.add(pair);
    pairs.push({
      name: service.name,
      first: one.service,
      firstIn: one.installation,
      later: service,
      laterIn: installation,
    });
    return;
  }
}

/** Whether one system may run both installations. */
function meet(a: Installation, b: Installation): boolean {
  const others = targetsOf(b);
  return [...targetsOf(a)].some((one) => [...others].some((other) => overlap(one, other)));
}

function targetsOf({ matches }: Installation): ReadonlySet<TargetRange> {
  return new Set(matches.map(({ target }) => target));
}

function overlap(a: TargetRange, b: TargetRange): boolean {
  const startsBefore = (one: TargetRange, other: TargetRange): boolean =>
    other.until === undefined || compareVersions(one.from, other.until) < 0;
  return startsBefore(a, b) && startsBefore(b, a);
}
