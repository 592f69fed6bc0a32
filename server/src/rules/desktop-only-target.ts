import type { Fix } from '../engine/types.js';
import type { Model } from '../model/types.js';
import { redecorate } from './fixes/decorate-models.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { decorationFault, statedTargets } from './support/decoration-faults.js';

export default defineRule({
  name: 'desktop-only-target',
  summary: 'A TargetOSVersion states a product type or a suite mask, which only desktop Windows reads.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    product: {
      text: 'The product type in {decoration} is for desktop Windows only; universal drivers may not state it.',
      infverif: 1307,
    },
    suite: {
      text: 'The suite mask in {decoration} is for desktop Windows only; universal drivers may not state it.',
      infverif: 1307,
    },
  },
  *check({ analysis, finding }) {
    for (const { span, text, models, decoration } of statedTargets(analysis)) {
      const { productType, suiteMask } = decoration;
      if (decorationFault(decoration) !== undefined || (productType ?? suiteMask) === undefined) continue;
      const fixes = () => withoutProduct(analysis.model, models, text);
      yield finding(span, productType === undefined ? 'suite' : 'product', { decoration: text }, { fixes });
    }
  },
});

/** The decoration without product type and suite mask: the fourth and fifth part. */
function withoutProduct(model: Model, modelsName: string, text: string): readonly Fix[] {
  const parts = text.split('.');
  const right = [...parts.slice(0, 3), '', '', ...parts.slice(5)].join('.').replace(/\.+$/, '');
  const edits = redecorate(model, modelsName, text, right);
  return edits === undefined
    ? []
    : [makeFix({ action: 'fix-decoration', title: `Change it to ${right}` }, () => edits)];
}
