import { codeLenses } from '../../server/src/features/code-lens.js';
import { hover } from '../../server/src/features/hover.js';
import { bind } from '../../server/src/model/bind.js';
import { createAnalysis, type Analysis } from '../../server/src/plan/analysis.js';
import { parse } from '../../server/src/syntax/parse.js';
import { createSnapshot, offsetAt } from '../../server/src/text/snapshot.js';
import { readSnippet } from '../support/snippet.js';

/** Analyses a snippet; its markers are taken out. */
export function analyse(template: string): Analysis {
  return createAnalysis(bind(parse(createSnapshot('file:///test.inf', 1, readSnippet(template).text)).cst));
}

/** What the hover at `<|>` says: the text that it is about, and its Markdown; `undefined` without a hover. */
export function hoverAt(template: string): { readonly about: string; readonly text: string } | undefined {
  const { cursor } = readSnippet(template);
  if (cursor === undefined) throw new Error('the snippet has no <|>');
  const analysis = analyse(template);
  const { snapshot } = analysis.model.cst;
  const found = hover(analysis, cursor);
  if (found?.range === undefined) return undefined;
  const { start, end } = found.range;
  if (typeof found.contents !== 'object' || !('value' in found.contents)) throw new Error('the hover is no Markdown');
  return { about: snapshot.text.slice(offsetAt(snapshot, start), offsetAt(snapshot, end)), text: found.contents.value };
}

/** The lenses of a snippet: 1-based line, title, and 1-based line that the lens leads to. */
export function lensesIn(
  template: string,
): readonly { readonly line: number; readonly title: string; readonly to: number | undefined }[] {
  return codeLenses(analyse(template)).map(({ range, command }) => {
    const target: unknown = command?.arguments?.[1];
    return {
      line: range.start.line + 1,
      title: command?.title ?? '',
      to: typeof target === 'number' ? target + 1 : undefined,
    };
  });
}
