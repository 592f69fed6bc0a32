import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

/** A stretch of text with its scopes, outermost first, without the common `source.windows-inf` and the suffix. */
export interface ScopedSpan {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Path of the grammar, from the project's folder, in which the tests run. */
export const grammarFile = 'syntaxes/windows-inf.tmLanguage.json';

/** Loads the grammar as VS Code does: with vscode-textmate and Oniguruma. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile)),
  });
  const grammar = await registry.loadGrammar('source.windows-inf');
  if (!grammar) throw new Error(`${grammarFile} does not load`);
  return grammar;
}

/** Tokenizes a whole text line by line; spans are UTF-16 offsets into it and leave out the line ends. */
export function tokenize(grammar: IGrammar, text: string): ScopedSpan[] {
  const spans: ScopedSpan[] = [];
  let state = textmate.INITIAL;
  for (const { start, line } of physicalLines(text)) {
    const result = grammar.tokenizeLine(line, state);
    for (const token of result.tokens) {
      const end = Math.min(token.endIndex, line.length);
      if (end > token.startIndex) {
        spans.push({ start: start + token.startIndex, end: start + end, scopes: token.scopes.slice(1).map(shortened) });
      }
    }
    state = result.ruleStack;
  }
  return spans;
}

function shortened(scope: string): string {
  return scope.replace(/\.windows-inf$/, '');
}

function* physicalLines(text: string): Iterable<{ start: number; line: string }> {
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const trimmed = end > start && text[end - 1] === '\r' ? end - 1 : end;
    yield { start, line: text.slice(start, trimmed) };
    start = end + 1;
  }
}
