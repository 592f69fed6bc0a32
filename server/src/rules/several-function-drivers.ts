import type { Line } from '../syntax/cst.js';
import { fold } from '../language/fold.js';
import { dropFunctionDriver } from './fixes/service-flags.js';
import { defineRule } from './rule.js';
import { fieldSpan, lineSpan } from './support/places.js';
import { FUNCTION_DRIVER, installedServices } from './support/services.js';

export default defineRule({
  name: 'several-function-drivers',
  summary: 'Two services of one installation are both its function driver.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    several: {
      text: '{service} is made the function driver of [{install}] (flag 0x2), which {first} is already; a device has only one.',
      infverif: 1211,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const told = new Set<Line>();
    const servicesOf = analysis.once(installedServices);
    for (const installation of model.installations) {
      if (installation.origin !== 'models' || installation.section === undefined) continue;
      const services = servicesOf(installation);
      if (services.length < 2) continue;
      const [first, ...others] = services.filter(({ flags = 0 }) => (flags & FUNCTION_DRIVER) !== 0);
      for (const other of others) {
        if (first === undefined || told.has(other.at.line) || fold(first.name) === fold(other.name)) continue;
        told.add(other.at.line);
        const args = {
          service: titleOf(other.name),
          install: installation.section.name,
          first: titleOf(first.name),
        };
        const related = [{ span: lineSpan(first.at), message: `${titleOf(first.name)} is the function driver.` }];
        const fixes = () => [
          dropFunctionDriver(model, other, 'drop-flag'),
          dropFunctionDriver(model, first, 'drop-first-flag'),
        ];
        const span = other.flagsField === undefined ? lineSpan(other.at) : fieldSpan(other.at, other.flagsField);
        yield finding(span, 'several', args, { related, fixes });
      }
    }
  },
});

function titleOf(name: string): string {
  return name === '' ? 'The unnamed service' : name;
}
