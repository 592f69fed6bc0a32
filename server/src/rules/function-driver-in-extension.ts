import { dropFunctionDriver } from './fixes/service-flags.js';
import { defineRule } from './rule.js';
import { isExtensionInf } from './support/extension-inf.js';
import { fieldSpan, lineSpan } from './support/places.js';
import { FUNCTION_DRIVER, serviceLines } from './support/services.js';

export default defineRule({
  name: 'function-driver-in-extension',
  summary: 'An extension INF names a function driver, which only the base INF may do.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    flag: {
      text: 'An extension INF cannot make {service} the function driver of a device: the flag 0x2 belongs in the base INF.',
      infverif: 1383,
    },
    none: {
      text: 'An extension INF does not say that a device has no function driver: the flag 0x2 belongs in the base INF.',
      infverif: 1383,
    },
  },
  *check({ analysis, finding }) {
    if (!isExtensionInf(analysis.model)) return;
    for (const line of analysis.once(serviceLines)) {
      const { at, name, flags = 0, flagsField } = line;
      if ((flags & FUNCTION_DRIVER) === 0) continue;
      const span = name === '' || flagsField === undefined ? lineSpan(at) : fieldSpan(at, flagsField);
      const extras = { fixes: () => [dropFunctionDriver(analysis.model, line, 'drop-flag')] };
      if (name === '') yield finding(span, 'none', {}, extras);
      else yield finding(span, 'flag', { service: name }, extras);
    }
  },
});
