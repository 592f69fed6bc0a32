import { diridFacts } from '../language/dirids.js';
import { moveToDriverStore } from './fixes/move-to-driver-store.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';
import { usedDestinations } from './support/used-destinations.js';

export default defineRule({
  name: 'non-system-destination',
  summary: 'Files are copied to a folder outside the system folders.',
  // In the modes that ask for isolation, unisolated-destination speaks of the same place.
  severity: { h: 'off', w: 'off', u: 'error', k: 'warning' },
  fix: 'unsafe',
  messages: {
    outside: {
      text: 'Dirid {dirid} is no system folder: a universal driver copies files to 13, 11, 12, or a folder below 10.',
      infverif: 1306,
    },
  },
  *check({ analysis, finding }) {
    for (const { destination } of analysis.once(usedDestinations)) {
      const { at, dirid, diridField, folder } = destination;
      if (typeof dirid !== 'number' || diridField === undefined || diridFacts(dirid) === undefined) continue;
      if (dirid === WINDOWS ? folder !== '' : !OUTSIDE_SYSTEM.has(dirid)) continue;
      yield finding(fieldSpan(at, diridField), 'outside', { dirid }, { fixes: () => moveToDriverStore(analysis) });
    }
  },
});

/** Below it only SysWOW64 and folders of the vendor are allowed. Source: install/using-a-universal-inf-file */
const WINDOWS = 10;

/** Folders that do not lie in System32; those of the print spooler and of colour profiles do. Source: install/using-dirids */
const OUTSIDE_SYSTEM: ReadonlySet<number> = new Set([
  -1, 1, 17, 18, 20, 24, 25, 30, 50, 53, 54, 16406, 16407, 16408, 16409, 16415, 16419, 16422, 16426, 16427, 16428,
  16429, 16430,
]);
