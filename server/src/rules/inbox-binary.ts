import { fold } from '../language/fold.js';
import { inboxInfOfBinary } from '../language/inbox-infs.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { findCopiedFiles, readServiceBinaries } from '../plan/service-binaries.js';
import { useInboxService } from './fixes/use-inbox-service.js';
import { defineRule } from './rule.js';
import { isCameraInf } from './support/camera.js';
import { fieldSpan } from './support/places.js';

const DIRECT =
  'The service runs {file}, which is part of Windows: Include {inf} and name its sections by Needs instead.';

export default defineRule({
  name: 'inbox-binary',
  summary: "A service runs one of Windows' own drivers, which is to be taken by Include and Needs.",
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    camera: { text: DIRECT, infverif: 2650 },
    replaced: { text: DIRECT, infverif: 2090 },
    bestPractice: { text: DIRECT, infverif: 2092 },
    reflector: {
      text: DIRECT,
      infverif: 2084,
      severity: { h: 'off', w: 'off', u: 'warning', k: 'warning' },
    },
    direct: { text: DIRECT, infverif: 2084 },
  },
  *check({ analysis, finding }) {
    for (const { at, field, path, section } of analysis.once(readServiceBinaries)) {
      const file = path.split('\\').at(-1) ?? '';
      const inf = inboxInfOfBinary(file);
      if (inf === undefined || analysis.once(findCopiedFiles).named(file).length > 0) continue;
      if (!reachesNewest(analysis, section)) continue;
      const span = fieldSpan(at, field);
      const fixes = () => {
        const fix = useInboxService(analysis.model, section, inf);
        return fix === undefined ? [] : [fix];
      };
      const args = { file, inf: inf.file };
      if (isCameraInf(analysis.model)) yield finding(span, 'camera', args, { fixes });
      else if (fold(file) === 'umpass.sys') yield finding(span, 'replaced', args, { fixes });
      else if (fold(file) === 'wudfrd.sys') {
        yield finding(span, 'bestPractice', args, { fixes });
        yield finding(span, 'reflector', args, { fixes });
      } else yield finding(span, 'direct', args, { fixes });
    }
  },
});

/** Windows before 11 lacks some of these INF files, so what only older systems install is left alone. */
function reachesNewest({ model }: Analysis, service: Section): boolean {
  return model.installations.some(
    ({ services, matches }) =>
      services.some(({ section }) => section === service) && matches.some(({ target }) => target.until === undefined),
  );
}
