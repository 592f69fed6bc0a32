import { isPciDevice } from '../model/pci.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Installation } from '../model/types.js';
import type { DmaLine } from '../plan/dma.js';
import { removeLine } from './fixes/move-line.js';
import { defineRule } from './rule.js';
import { effectiveInstallations, isSound } from './support/dma-subjects.js';
import { valueNameSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-no-pci-device',
  summary: 'An opt-in to DMA remapping reaches no device of the PCI bus, so it has no effect.',
  severity: 'info',
  fix: 'unsafe',
  messages: {
    noPci: { text: '{name} has no effect, as the line reaches no device with a PCI\\ hardware ID, only {id}.' },
  },
  *check({ analysis, finding }) {
    for (const line of analysis.dma.lines) {
      if (line.intended === 'RemappingFlags' || line.value === 0 || line.value === undefined || !isSound(line))
        continue;
      const id = onlyOtherId(line);
      if (id === undefined) continue;
      const fixes = () => [removeLine(analysis, line) ?? []].flat();
      yield finding(valueNameSpan(line), 'noPci', { name: line.intended, id }, { fixes });
    }
  },
});

/** A hardware ID that the line reaches when all are known and none is of the PCI bus. */
function onlyOtherId(line: DmaLine): string | undefined {
  const isPci = ({ origin, matches }: Installation): boolean =>
    origin !== 'models' || matches.some(({ device }) => isPciDevice(device));
  if (line.writes.some(({ write, effective }) => effective && isPci(write.installation))) return undefined;
  const installations = effectiveInstallations(line);
  const ids = installations.flatMap(({ matches }) => matches.flatMap(({ device }) => device.ids.map(({ id }) => id)));
  return ids.some((id) => isOpenValue(id)) ? undefined : ids[0];
}
