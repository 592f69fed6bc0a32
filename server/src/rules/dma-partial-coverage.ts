import type { DmaMechanism } from '../plan/dma.js';
import { applyToOthers } from './fixes/add-reference.js';
import { mechanismOf } from './fixes/subjects.js';
import { defineRule } from './rule.js';
import { findSilent, type Gap } from './support/coverage.js';
import { isDisplayClass } from './support/dma-subjects.js';
import { installSectionSpan, sectionNameOf, valueNameSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-partial-coverage',
  summary: 'A DMA remapping value reaches only some of the devices or targets that share a driver or a hardware ID.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    target: {
      text: '{name} is set where Windows installs [{covered}], but not for the same device where it installs {missed}.',
    },
    service: {
      text: '{name} is set where Windows installs [{covered}], but not by {missed} with the same service {service}.',
    },
    device: {
      text: '{name} is set for the devices of [{covered}], but not for those of {missed} with the same service {service}.',
      severity: 'info',
    },
  },
  *check({ analysis, finding }) {
    if (isDisplayClass(analysis.model)) return;
    for (const gap of analysis.once(findSilent).gaps) {
      const { line, covered, missed } = gap;
      const args = { name: line.intended, covered: sectionNameOf(covered), missed: listOf(gap) };
      const extras = {
        related: missed.slice(0, MOST_NAMED).flatMap((one) => {
          const span = installSectionSpan(one);
          return span === undefined ? [] : [{ span, message: `[${sectionNameOf(one)}] states nothing.` }];
        }),
        fixes: () => [applyToOthers(analysis, line, missed) ?? []].flat(),
      };
      const service = covered.services.find(({ isFunctionDriver }) => isFunctionDriver)?.name ?? '';
      const span = valueNameSpan(line);
      if (gap.shared === 'device') yield finding(span, 'target', args, extras);
      else yield finding(span, SHARED_DRIVER[mechanismOf(line)], { ...args, service }, extras);
    }
  },
});

/** A value of the service holds for all its devices or fails for all; one of a device may differ on purpose. */
const SHARED_DRIVER = { 'per-driver': 'service', 'per-device': 'device' } as const satisfies Record<
  DmaMechanism,
  string
>;

const MOST_NAMED = 3;

/** `[B.NTarm64]`, `[B] and [C]`, `[B], [C], [D] and 4 more`. */
function listOf({ missed }: Gap): string {
  const names = [...new Set(missed.map(sectionNameOf))].map((name) => `[${name}]`);
  const shown = names.slice(0, MOST_NAMED);
  const last = names.length > MOST_NAMED ? `${names.length - MOST_NAMED} more` : shown.pop();
  return [shown.join(', '), last ?? ''].filter((part) => part !== '').join(' and ');
}
