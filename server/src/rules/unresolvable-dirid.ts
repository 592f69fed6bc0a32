import type { Fix } from '../engine/types.js';
import { diridFacts, firstUserDirid, shellDirids } from '../language/dirids.js';
import type { Destination } from '../plan/destinations.js';
import { planFiles } from '../plan/files.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan, lineSpan } from './support/places.js';

export default defineRule({
  name: 'unresolvable-dirid',
  summary: 'A destination is no dirid that Windows can turn into a folder.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    user: {
      text: 'Dirid {dirid} stands for a folder that a setup program sets; no driver package can rely on one.',
      infverif: 1241,
    },
    unknown: { text: 'There is no dirid {dirid}.', infverif: 1242 },
    percent: { text: 'A dirid is a plain number here: {number}, not {value}.', infverif: 1243 },
    number: { text: 'A dirid is a number, and "{value}" is none.', infverif: 1243 },
    missing: { text: 'The line names no dirid: its first value is the number of the target folder.', infverif: 1243 },
  },
  *check({ analysis, finding }) {
    for (const destination of analysis.once(planFiles).destinations.all) {
      const { at, dirid, diridField } = destination;
      if (diridField === undefined || diridField.value === '') {
        yield finding(lineSpan(at), 'missing', {});
        continue;
      }
      const span = fieldSpan(at, diridField);
      const value = analysis.model.valueOf(diridField);
      const number = /^%(-?\d+)%/.exec(value)?.[1];
      if (number !== undefined) {
        const fixes = () => (value === `%${number}%` ? [plainNumber(destination, number)] : []);
        yield finding(span, 'percent', { number, value }, { fixes });
      } else if (dirid === undefined) yield finding(span, 'number', { value });
      else if (dirid !== 'open' && diridFacts(dirid) === undefined) {
        if (dirid >= firstUserDirid) yield finding(span, 'user', { dirid });
        else if (dirid < shellDirids.first) yield finding(span, 'unknown', { dirid });
      }
    }
  },
});

function plainNumber({ at, diridField }: Destination, number: string): Fix {
  const head = { action: 'set-dirid', title: `Change it to ${number}`, preferred: true };
  return makeFix(head, () => (diridField === undefined ? [] : [replaceField(at, diridField, number)]));
}
