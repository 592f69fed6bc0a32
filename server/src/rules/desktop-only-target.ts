import type { Fix } from '../engine/types.js';
import { parseDecoration } from '../model/targets.js';
import type { Model } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import { redecorate } from './fixes/decorate-models.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { decorationFault } from './support/decoration-faults.js';

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
  *check({ analysis: { model, entries }, finding }) {
    for (const { at } of entries.inKind('manufacturer')) {
      const [name, ...fields] = at.line.fields;
      for (const field of fields) {
        const text = model.valueOf(field);
        if (name === undefined || text === '' || text.includes('%')) continue;
        const decoration = parseDecoration(text);
        const { productType, suiteMask } = decoration;
        if (decorationFault(decoration) !== undefined || (productType ?? suiteMask) === undefined) continue;
        const fixes = () => withoutProduct(model, model.valueOf(name), text);
        const id = productType === undefined ? 'suite' : 'product';
        yield finding(absolute(at.placed, field.span), id, { decoration: text }, { fixes });
      }
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
