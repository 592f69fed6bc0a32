import type { Fix } from '../engine/types.js';
import type { Analysis } from '../plan/analysis.js';
import { absolute } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';

/** What Stampinf replaces, in capital letters only. Source: devtest/inf-validation-errors-and-warnings */
const MARK = '$ARCH$';

export default defineRule({
  name: 'unresolved-arch',
  summary: '$ARCH$ is left in a finished package, or spelt so that Stampinf does not replace it.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    misspelt: { text: 'Stampinf does not replace {mark}, as it looks for $ARCH$ in capital letters.', infverif: 1274 },
    left: {
      text: 'The catalog {catalog} stands beside this INF, but $ARCH$ has not been replaced by Stampinf yet.',
      infverif: 1274,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    if (!/\$arch\$/i.test(model.cst.snapshot.text)) return;
    const catalog = finishedCatalog(analysis);
    for (const { span, mark } of marks(analysis)) {
      if (mark !== MARK) yield finding(span, 'misspelt', { mark }, { fixes: () => [respell(span)] });
      else if (catalog !== undefined) yield finding(span, 'left', { catalog });
    }
  },
});

/** The catalog of the package, where it has been made: then no build step follows. Only a name in .inf is a finished one. */
function finishedCatalog({ model, surroundings }: Analysis): string | undefined {
  const name = model.version('CatalogFile')?.value ?? '';
  if (!/\.inf$/i.test(model.cst.snapshot.uri) || !/^[^\\/$@%#]+\.cat$/i.test(name)) return undefined;
  return surroundings.folder?.has(name) === true ? name : undefined;
}

/** Where `$ARCH$` stands, in whatever case: on Manufacturer lines and in the names of sections. */
function* marks({ model, entries }: Analysis): Generator<{ readonly span: Span; readonly mark: string }> {
  const { text } = model.cst.snapshot;
  const places = [
    ...entries
      .inKind('manufacturer')
      .flatMap(({ at }) => at.line.fields.slice(1).map((field) => absolute(at.placed, field.span))),
    ...model.cst.blocks.flatMap((placed) => {
      const { header } = placed.block;
      return header === undefined ? [] : [absolute(placed, header.nameSpan)];
    }),
  ];
  for (const { start, end } of places) {
    const found = /\$arch\$/i.exec(text.slice(start, end));
    if (found === null) continue;
    const from = start + found.index;
    yield { span: { start: from, end: from + MARK.length }, mark: found[0] };
  }
}

function respell(span: Span): Fix {
  return makeFix({ action: 'respell-arch', title: `Write ${MARK}`, preferred: true }, () => [{ span, newText: MARK }]);
}
