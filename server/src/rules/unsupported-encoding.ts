import { absolute, type Cst } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { defineRule } from './rule.js';

export default defineRule({
  name: 'unsupported-encoding',
  summary: 'The file is saved in an encoding that Windows does not read in INF files.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    utf8: {
      text: 'The file is saved as UTF-8, which Windows reads as ANSI, so "{text}" comes out as other characters; save it as UTF-16 LE.',
      infverif: 1003,
      severity: 'warning',
    },
    utf8Mark: {
      text: 'The file begins with the byte order mark of UTF-8, an encoding that INF files may not have; save it as UTF-16 LE, or without the mark while all characters are ASCII.',
      infverif: 1003,
      severity: 'warning',
    },
    utf16be: {
      text: 'The file is saved as UTF-16 BE; Windows reads UTF-16 in INF files with the low byte first only, so save it as UTF-16 LE.',
      infverif: 1003,
    },
  },
  *check({ analysis: { model, surroundings }, finding }) {
    const { encoding } = surroundings;
    const { cst } = model;
    if (encoding?.name === 'utf-16be') yield finding(firstLine(cst), 'utf16be', {});
    if (encoding?.name !== 'utf-8') return;
    const strange = firstStrange(cst);
    if (strange !== undefined) {
      yield finding(strange, 'utf8', { text: cst.snapshot.text.slice(strange.start, strange.end) });
    } else if (encoding.hasBom) yield finding(firstLine(cst), 'utf8Mark', {});
  },
});

const STRANGE = /[\u0080-\uffff]+/;

/** The first characters beyond ASCII in a header or an entry. In a comment they do no harm. */
function firstStrange({ snapshot, blocks }: Cst): Span | undefined {
  // Most files are ASCII throughout: one look at the whole text then spares a look at each line.
  if (!STRANGE.test(snapshot.text)) return undefined;
  for (const placed of blocks) {
    const { block } = placed;
    if (!STRANGE.test(block.text)) continue;
    const spans = [...(block.header === undefined ? [] : [block.header.span]), ...block.lines.map(({ span }) => span)];
    for (const { start, end } of spans) {
      const match = STRANGE.exec(block.text.slice(start, end));
      if (match === null) continue;
      const from = start + match.index;
      return absolute(placed, { start: from, end: from + match[0].length });
    }
  }
  return undefined;
}

/** The name of the first section, or else all of the first line. */
function firstLine({ snapshot, blocks }: Cst): Span {
  for (const placed of blocks)
    if (placed.block.header !== undefined) return absolute(placed, placed.block.header.nameSpan);
  return { start: 0, end: /[\r\n]/.exec(snapshot.text)?.index ?? snapshot.text.length };
}
