import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { holdsOpenToken } from '../model/placeholders.js';
import type { Model } from '../model/types.js';
import { absolute, type Cst, type Header, type PlacedBlock } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { makeFix } from './fixes/fix.js';
import { insertVersionEntry } from './fixes/version-entry.js';
import { defineRule } from './rule.js';
import { valueSpan, versionHeader } from './support/version-section.js';

const SIGNATURE = '$Windows NT$';
const QUOTED = `"${SIGNATURE}"`;
/** Windows opens no file without it, so that there is no meaning to change. */
const SAFE = { safety: 'safe', preferred: true } as const;

/** What Windows takes for the same; the page has $Chicago$, older versions of it had $Windows 95$ as well. */
const ACCEPTED: ReadonlySet<string> = new Set(['$chicago$', '$windows 95$']);

export default defineRule({
  name: 'invalid-signature',
  summary: 'The file lacks [Version], or its Signature is not "$Windows NT$".',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    section: {
      text: 'The file has no [Version] section with Signature = "$Windows NT$", so Windows does not take it for an INF.',
      infverif: 1001,
    },
    missing: {
      text: '[Version] lacks Signature = "$Windows NT$", so Windows does not take the file for an INF.',
      infverif: 1001,
    },
    wrong: {
      text: 'Signature is "{value}", so Windows does not take the file for an INF; it must be "$Windows NT$".',
      infverif: 1001,
    },
    old: {
      text: 'Signature is "{value}", which is the same as "$Windows NT$" to Windows; that is the form for drivers of today.',
      severity: 'hint',
    },
  },
  *check({ analysis: { model }, finding }) {
    const header = versionHeader(model);
    if (header === undefined) {
      const first = firstHeader(model.cst);
      // Of a file that Windows refuses as a whole, the header may be the very place where it gives up.
      if (first === undefined || model.cst.refusal !== undefined) return;
      yield finding(absolute(first, first.block.header.nameSpan), 'section', {}, { fixes: () => [addSection(first)] });
      return;
    }
    const entry = model.version('Signature');
    if (entry === undefined) {
      yield finding(header, 'missing', {}, { fixes: () => [addEntry(model)] });
      return;
    }
    const value = fold(entry.value.trim());
    if (value === '') {
      const { placed, line } = entry.at;
      const end = line.equals < 0 ? line.span.end : line.equals + 1;
      const span = absolute(placed, { start: line.span.start, end });
      yield finding(span, 'missing', {}, { fixes: () => [setTo(span, `Signature = ${QUOTED}`)] });
      return;
    }
    if (value === fold(SIGNATURE)) return;
    const id = ACCEPTED.has(value) ? 'old' : 'wrong';
    if (id === 'wrong' && holdsOpenToken(entry.value)) return;
    const span = valueSpan(entry);
    yield finding(span, id, { value: entry.value }, { fixes: () => [setTo(span, QUOTED)] });
  },
});

type Headed = PlacedBlock & { readonly block: { readonly header: Header } };

function firstHeader({ blocks }: Cst): Headed | undefined {
  return blocks.find((placed): placed is Headed => placed.block.header !== undefined);
}

function addSection(first: PlacedBlock): Fix {
  const lineEnd = /\r\n|\n|\r/.exec(first.block.text)?.[0] ?? '\r\n';
  const span = { start: first.start, end: first.start };
  const newText = `[Version]${lineEnd}Signature = ${QUOTED}${lineEnd}${lineEnd}`;
  return makeFix({ ...SAFE, action: 'add-version-section', title: `Add [Version] with Signature = ${QUOTED}` }, () => [
    { span, newText },
  ]);
}

function addEntry(model: Model): Fix {
  return makeFix({ ...SAFE, action: 'add-signature', title: `Add Signature = ${QUOTED}` }, () =>
    insertVersionEntry(model, 'Signature', QUOTED),
  );
}

function setTo(span: Span, newText: string): Fix {
  return makeFix({ ...SAFE, action: 'set-signature', title: `Write ${QUOTED}` }, () => [{ span, newText }]);
}
