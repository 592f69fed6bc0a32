import { fold } from '../language/fold.js';
import { isPciDevice, isPciId } from '../model/pci.js';
import type { Installation } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import { insertOptIn } from './fixes/insert-opt-in.js';
import { defineRule } from './rule.js';
import { findSilent } from './support/coverage.js';
import { functionDriverOf, isDisplayClass, pciMatches } from './support/dma-subjects.js';

export default defineRule({
  name: 'dma-not-stated',
  summary: 'A PCI device is installed with a driver, and nothing states whether it works with DMA remapping.',
  severity: 'hint',
  fix: 'unsafe',
  messages: {
    silent: { text: 'Nothing states whether driver {service} of {id} works with DMA remapping, so Windows decides.' },
  },
  *check({ analysis, finding }) {
    if (isDisplayClass(analysis.model)) return;
    const told = new Set<string>();
    for (const installation of analysis.once(findSilent).alone) {
      const name = fold(installation.name);
      const service = functionDriverOf(installation);
      const device = firstPciDevice(installation);
      if (told.has(name) || service?.section === undefined || device === undefined) continue;
      told.add(name);
      const { id, field, at } = device;
      yield finding(
        absolute(at.placed, field.span),
        'silent',
        { service: service.name, id },
        {
          fixes: () => insertOptIn(analysis, new Set([name])),
        },
      );
    }
  },
});

/** The first hardware ID of the PCI bus, in file order. */
function firstPciDevice(installation: Installation) {
  const devices = pciMatches(installation)
    .map(({ device }) => device)
    .filter(isPciDevice);
  const first = devices.reduce<(typeof devices)[number] | undefined>(
    (best, device) => (best === undefined || startOf(device) < startOf(best) ? device : best),
    undefined,
  );
  const named = first?.ids.find(({ id }) => isPciId(id));
  return first === undefined || named === undefined ? undefined : { ...named, at: first.at };
}

function startOf({ at }: { readonly at: Installation['matches'][number]['device']['at'] }): number {
  return at.placed.start + at.line.span.start;
}
