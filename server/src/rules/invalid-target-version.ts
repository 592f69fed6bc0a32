import type { Fix } from '../engine/types.js';
import { lowestTargetBuild } from '../language/platforms.js';
import type { Model } from '../model/types.js';
import { redecorate } from './fixes/decorate-models.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { decorationFault, meantDecoration, statedTargets, type DecorationFault } from './support/decoration-faults.js';

export default defineRule({
  name: 'invalid-target-version',
  summary: 'A TargetOSVersion in [Manufacturer] cannot be read, or states a build that no decoration can.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    form: {
      text: 'TargetOSVersion {decoration} cannot be read; it begins with NT and x86, amd64, arm or arm64, as NTamd64.10.0...17763 does.',
      infverif: 1287,
    },
    buildPlace: {
      text: 'The build number stands in the wrong place of {decoration}; three dots precede it, as in NTamd64.10.0...17763.',
      infverif: 1287,
    },
    productType: { text: 'The product type {number} in {decoration} is none; it is 1, 2 or 3.', infverif: 1287 },
    oldVersion: {
      text: 'TargetOSVersion {decoration} states a build of a Windows before 10.0, which does not read builds.',
      infverif: 1288,
    },
    lowBuild: {
      text: 'TargetOSVersion {decoration} states a build below {lowest}, the first Windows that reads builds.',
      infverif: 1288,
    },
  },
  *check({ analysis, finding }) {
    for (const { span, text, models, decoration } of statedTargets(analysis)) {
      const fault = decorationFault(decoration);
      if (fault === undefined) continue;
      const extras = { fixes: () => mend(analysis.model, models, text, fault) };
      if (fault === 'form') yield finding(span, 'form', { decoration: text }, extras);
      else if (fault === 'build-place') yield finding(span, 'buildPlace', { decoration: text }, extras);
      else if (fault === 'old-version') yield finding(span, 'oldVersion', { decoration: text }, extras);
      else if (fault === 'low-build') {
        yield finding(span, 'lowBuild', { decoration: text, lowest: lowestTargetBuild }, extras);
      } else {
        yield finding(span, 'productType', { decoration: text, number: decoration.productType ?? 0 });
      }
    }
  },
});

function mend(model: Model, modelsName: string, text: string, fault: DecorationFault): readonly Fix[] {
  const meant = meantDecoration(text, fault);
  const edits = meant === undefined ? undefined : redecorate(model, modelsName, text, meant);
  if (meant === undefined || edits === undefined) return [];
  return [makeFix({ action: 'fix-decoration', title: `Change it to ${meant}`, preferred: true }, () => edits)];
}
