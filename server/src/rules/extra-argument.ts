import type { Fix } from '../engine/types.js';
import { findArgumentFaults, type ExtraArguments } from '../plan/argument-faults.js';
import { absolute } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { entryName, sectionText } from './support/places.js';

export default defineRule({
  name: 'extra-argument',
  summary: 'A line has more values than its directive reads.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    extra: { text: '{directive} in {section} reads {most} only, so Windows ignores {extra}.', infverif: 1201 },
  },
  *check({ analysis, finding }) {
    for (const fault of analysis.once(findArgumentFaults).extra) {
      const { entry, most, fields } = fault;
      const args = {
        directive: entryName(entry),
        section: sectionText(entry),
        most: most === 1 ? 'one value' : `${String(most)} values`,
        extra: fields.map(({ value }) => value).join(','),
      };
      const span = spanOfExtra(fault);
      yield finding(span, 'extra', args, { tags: ['unnecessary'], fixes: () => [removal(fault)] });
    }
  },
});

function spanOfExtra({ entry, fields }: ExtraArguments): Span {
  const start = fields[0]?.span.start ?? entry.at.line.span.start;
  return absolute(entry.at.placed, { start, end: fields.at(-1)?.span.end ?? start });
}

function removal({ entry, fields, most }: ExtraArguments): Fix {
  const { placed, line } = entry.at;
  const title = fields.length === 1 ? 'Remove the extra value' : `Remove the ${String(fields.length)} extra values`;
  return makeFix({ action: 'remove-extra', title, preferred: true }, () => {
    const start = line.fields[most - 1]?.span.end ?? line.span.end;
    return [{ span: absolute(placed, { start, end: line.span.end }), newText: '' }];
  });
}
