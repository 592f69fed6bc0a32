import type { Fix } from '../engine/types.js';
import { absolute, type Line } from '../syntax/cst.js';
import type { Analysis } from '../plan/analysis.js';
import { keepValues, removeLineEdit } from './fixes/edit-values.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { entryName, fieldSpan, keySpan, sectionText } from './support/places.js';
import { FUNCTION_DRIVER, serviceLines, type ServiceLine } from './support/services.js';

export default defineRule({
  name: 'unnamed-service',
  summary: 'AddService or DelService names no service, or describes a service that has no name.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    unnamed: {
      text: 'AddService names no service, so Windows skips the line; it has a meaning only with the flag 0x2: that the device needs no function driver.',
      infverif: 1253,
    },
    unnamedRemoval: {
      text: '{directive} in {section} names no service, so Windows skips the line.',
      infverif: 1253,
    },
    section: {
      text: 'Windows ignores the service-install section [{name}]: AddService names no service here.',
      infverif: 1272,
    },
  },
  *check({ analysis, finding }) {
    for (const line of analysis.once(serviceLines)) {
      const { at, name, flags, sectionField } = line;
      if (name !== '' || flags === undefined) continue;
      if ((flags & FUNCTION_DRIVER) === 0) {
        yield finding(keySpan(at), 'unnamed', {}, { fixes: () => [sayNoDriver(line), removal(analysis, line)] });
      } else if (sectionField !== undefined) {
        const args = { name: analysis.model.valueOf(sectionField) };
        const extras = { tags: ['unnecessary'] as const, fixes: () => [dropSection(line)] };
        yield finding(fieldSpan(at, sectionField), 'section', args, extras);
      }
    }
    const told = new Set<Line>();
    for (const entry of analysis.entries.named('DelService')) {
      const { at } = entry;
      const [field] = at.line.fields;
      if ((field !== undefined && analysis.model.valueOf(field) !== '') || told.has(at.line)) continue;
      told.add(at.line);
      const args = { directive: entryName(entry), section: sectionText(entry) };
      yield finding(keySpan(at), 'unnamedRemoval', args, { fixes: () => [removal(analysis, { at })] });
    }
  },
});

const VALUES_OF_NO_DRIVER = 2;

/** What stands behind the flags has no effect. */
function dropSection({ at }: ServiceLine): Fix {
  const head = { action: 'drop-section', title: 'Remove the section name', safety: 'safe', preferred: true } as const;
  return makeFix(head, () => [keepValues(at, VALUES_OF_NO_DRIVER)]);
}

function sayNoDriver({ at }: ServiceLine): Fix {
  const { fields, span, equals } = at.line;
  const title = 'Say that the device needs no function driver: AddService = ,2';
  return makeFix({ action: 'no-function-driver', title }, () => {
    const start = fields[0]?.span.start ?? span.end;
    const blank = start === equals + 1 ? ' ' : '';
    return [{ span: absolute(at.placed, { start, end: span.end }), newText: `${blank},2` }];
  });
}

function removal({ model }: Analysis, { at }: Pick<ServiceLine, 'at'>): Fix {
  return makeFix({ action: 'remove-line', title: 'Remove the line' }, () => [removeLineEdit(model, at)]);
}
