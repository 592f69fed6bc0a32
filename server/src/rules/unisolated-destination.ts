import type { RelatedPlace } from '../engine/types.js';
import { diridFacts, driverStoreDirid, type DiridFacts } from '../language/dirids.js';
import { releases } from '../language/releases.js';
import type { Installation, Model } from '../model/types.js';
import { compareVersions } from '../model/versions.js';
import type { Analysis } from '../plan/analysis.js';
import type { Destination } from '../plan/destinations.js';
import { readServiceBinaries } from '../plan/service-binaries.js';
import type { Span } from '../text/span.js';
import { moveToDriverStore } from './fixes/move-to-driver-store.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';
import { usedDestinations } from './support/used-destinations.js';
import { isOfClass } from './support/version-section.js';

const ISOLATION = { h: 'error', w: 'error', u: 'off', k: 'off' } as const;

const OUTSIDE =
  'Dirid {dirid} ({folder}) is outside the driver store: the files of an isolated driver package stay in dirid 13.';

export default defineRule({
  name: 'unisolated-destination',
  summary: 'Files are copied out of the driver store.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    outside: { text: OUTSIDE, infverif: 1322, severity: { h: 'hint', w: 'error', u: 'off', k: 'off' } },
    further: { text: OUTSIDE, infverif: 1322, severity: { h: 'off', w: 'error', u: 'off', k: 'off' } },
    refused: {
      text: 'Dirid {dirid} ({folder}) is no longer allowed: files go to dirid 13, the driver store.',
      infverif: 1340,
      severity: ISOLATION,
    },
    path: {
      text: 'Dirid {dirid} ({folder}) is no longer allowed: a service runs from %13%, the driver store.',
      infverif: 1341,
      severity: ISOLATION,
    },
  },
  *check({ analysis, finding }) {
    const fixes = () => moveToDriverStore(analysis);
    const faults = destinationFaults(analysis);
    const outside = faults.filter(({ facts }) => facts.whql !== 'refused');
    for (const fault of faults) {
      const { span, dirid, facts } = fault;
      const args = { dirid, folder: facts.path ?? lower(facts.summary) };
      if (facts.whql === 'refused') yield finding(span, 'refused', args, { fixes });
      else if (fault !== outside[0]) yield finding(span, 'further', args, { fixes });
      else yield finding(span, 'outside', args, { related: outside.slice(1).map(relatedDestination), fixes });
    }
    for (const { at, field, path } of refusedBinaries(analysis)) {
      const dirid = Number(/-?\d+/.exec(path)?.[0]);
      const facts = diridFacts(dirid);
      const folder = facts?.path ?? lower(facts?.summary ?? '');
      yield finding(fieldSpan(at, field), 'path', { dirid, folder }, { fixes });
    }
  },
});

/** A line of [DestinationDirs] by which files leave the driver store. */
interface DestinationFault {
  readonly span: Span;
  readonly dirid: number;
  readonly facts: DiridFacts;
}

/** In the order of the file, so that the first of them is the same whatever copies first. */
function destinationFaults(analysis: Analysis): readonly DestinationFault[] {
  const found: DestinationFault[] = [];
  for (const { destination, users } of analysis.once(usedDestinations)) {
    const { at, dirid, diridField } = destination;
    if (typeof dirid !== 'number' || diridField === undefined || dirid === driverStoreDirid) continue;
    const facts = diridFacts(dirid);
    if (facts === undefined || isForPrinters(analysis.model, destination) || isForOlder(users)) continue;
    found.push({ span: fieldSpan(at, diridField), dirid, facts });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function relatedDestination({ span, dirid }: DestinationFault): RelatedPlace {
  return { span, message: `Dirid ${String(dirid)} here is outside it, too.` };
}

/** `The folder of fonts.` within a sentence. */
function lower(summary: string): string {
  return summary.slice(0, 1).toLowerCase() + summary.slice(1).replace(/\.$/, '');
}

/** Version 4 printer drivers stay in the driver store under dirid 66000; colour profiles go to 23. Source: print/v4-driver-inf */
function isForPrinters(model: Model, { dirid }: Destination): boolean {
  if (!isOfClass(model, 'printer')) return false;
  return (dirid === 66000 || dirid === 23) && /^4/.test(model.version('ClassVer')?.value ?? '');
}

/** Whether the files are copied on releases only that have no rule of isolation, or no dirid 13 for all kinds of files. */
function isForOlder(users: readonly Installation[]): boolean {
  const first = releases['Windows 10 1809'];
  return (
    users.length > 0 &&
    users.every(
      ({ matches }) =>
        matches.length > 0 &&
        matches.every(({ target: { until } }) => until !== undefined && compareVersions(until, first) <= 0),
    )
  );
}

function refusedBinaries(analysis: Analysis) {
  return analysis.once(readServiceBinaries).filter(({ path }) => {
    const dirid = /^%(-?\d{1,10})%/.exec(path)?.[1];
    return dirid !== undefined && diridFacts(Number(dirid))?.whql === 'refused';
  });
}
