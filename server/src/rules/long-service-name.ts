import { isOpenValue } from '../model/placeholders.js';
import type { Entry } from '../plan/entries.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';
import { serviceLines, UNIQUE_NAME } from './support/services.js';

/** Of the service manager. Source: https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew */
const LONGEST = 256;
/** Source: wdf/specifying-wdf-directives-in-inf-files */
const LONGEST_OF_WDF = 31;

export default defineRule({
  name: 'long-service-name',
  summary: 'The name of a service is longer than Windows allows.',
  severity: 'error',
  fix: 'none',
  messages: {
    unique: {
      text: 'The service name has {length} characters; {longest} are allowed once the flag 0x10000 has added what makes it unique.',
      infverif: 1021,
    },
    service: { text: 'The service name has {length} characters; more than {longest} are too many.' },
    framework: {
      text: 'The service name in {directive} has {length} characters; more than {longest} are too many.',
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    for (const { at, name, nameField, flags = 0 } of analysis.once(serviceLines)) {
      if (nameField === undefined || isOpenValue(name)) continue;
      const args = { length: name.length, longest: LONGEST };
      const span = fieldSpan(at, nameField);
      if ((flags & UNIQUE_NAME) !== 0 && name.length >= LONGEST) yield finding(span, 'unique', args);
      else if (name.length > LONGEST) yield finding(span, 'service', args);
    }
    for (const { at, directive } of WDF_DIRECTIVES.flatMap((name): readonly Entry[] => entries.named(name))) {
      const [field] = at.line.fields;
      const name = field === undefined ? '' : model.valueOf(field);
      if (field === undefined || name.length <= LONGEST_OF_WDF || isOpenValue(name)) continue;
      const args = { directive: directive?.name ?? '', length: name.length, longest: LONGEST_OF_WDF };
      yield finding(fieldSpan(at, field), 'framework', args);
    }
  },
});

const WDF_DIRECTIVES: readonly string[] = ['KmdfService', 'UmdfService'];
