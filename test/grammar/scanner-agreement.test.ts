import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IGrammar } from 'vscode-textmate';
import { parse } from '../../server/src/syntax/parse.js';
import { TOKEN, TOKEN_SIZE } from '../../server/src/syntax/scan.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { loadGrammar, tokenize } from './tokenize.js';

/** What the scanner calls a token, and the letter that stands for it in a picture of the text. */
const LETTERS: ReadonlyMap<number | undefined, string> = new Map([
  [TOKEN.comment, 'c'],
  [TOKEN.quoted, 'q'],
  [TOKEN.headerName, 'h'],
  [TOKEN.headerRest, 'r'],
  [TOKEN.continuation, '\\'],
  [TOKEN.stray, 's'],
  [TOKEN.unread, 'u'],
]);

/** The same letters by scope. The first that is found counts, so that an escape in quotes is quoted. */
const SCOPES: readonly (readonly [prefix: string, letter: string])[] = [
  ['comment.block.ignored', 'u'],
  ['comment.line.semicolon', 'c'],
  ['comment.line.ignored', 'r'],
  ['string.quoted', 'q'],
  ['entity.name.section', 'h'],
  ['constant.character.escape.continuation', '\\'],
  ['invalid.illegal.text-before-first-section', 's'],
];

/** One letter for each character of the text, a dot for anything else, line ends as they are. */
function picture(text: string, regions: Iterable<{ start: number; end: number; letter: string }>): string {
  const letters = Array.from(text.replace(/[^\n]/g, '.'));
  for (const { start, end, letter } of regions) {
    for (let at = start; at < end; at++) if (letters[at] !== '\n') letters[at] = letter;
  }
  return letters.join('').replace(/.(?=\n|$)/g, (last, at: number) => (text[at] === '\r' ? '.' : last));
}

function* scanned(text: string): Iterable<{ start: number; end: number; letter: string }> {
  for (const { block, start } of parse(createSnapshot('file:///a.inf', 1, text)).cst.blocks) {
    const { tokens } = block;
    for (let i = 0; i < tokens.length; i += TOKEN_SIZE) {
      const letter = LETTERS.get(tokens[i]);
      if (letter !== undefined)
        yield { start: start + (tokens[i + 1] ?? 0), end: start + (tokens[i + 2] ?? 0), letter };
    }
  }
}

function* coloured(grammar: IGrammar, text: string): Iterable<{ start: number; end: number; letter: string }> {
  for (const { start, end, scopes } of tokenize(grammar, text)) {
    const found = SCOPES.find(([prefix]) => scopes.some((scope) => scope.startsWith(prefix)));
    if (found) yield { start, end, letter: found[1] };
  }
}

const WHOLE = [
  '[Version]\r\nSignature="$WINDOWS NT$" ; c\r\n',
  '[ A ";" %b% ] rest ; c\r\nk = "a;b" , "c""d;" ; e\r\n[B',
  '[A]\nk=a\\\n[x]\n[B]\nk=a\\;c\n[x]\n[C]\nk="a\\\n[D]\nk=a\\\n\n[E]\nk=a\\\n; c\n[F]',
  'stray "text ; c\n x [A] y\n"k;"=v',
  '; c\n\n[Strings]\na="%b% "" ;" ; c\nlong key = text \\\n more \\ ; c\n[x]\n"k" = 1\n[A]\n',
  '[A]\nk=1 \u001a ; "x"\n[B]\n',
  '[A]\nk = \u00a0"a"\u00a0\\\u00a0\n[x]\u3000\n\u3000[B]\u3000;c',
  '[A]\n%13%\\"b;c"\\ d\\\\e,PCI\\VEN_1&DEV_2\\\n,"%x;y%",%x;y%',
  '',
];

const fragment = fc.constantFrom(
  ...[
    '[',
    ']',
    '"',
    '""',
    ';',
    '\\',
    ' ',
    '\t',
    '\n',
    '\r\n',
    ',',
    '=',
    '%',
    'k',
    '[A]',
    '\n[A]',
    '\n[Strings]\n',
    '0x1f',
    '10',
  ],
  ...[
    '\u00a0',
    'PCI\\VEN_1&DEV_2',
    '{4d36e972-e325-11ce-bfc1-08002be10318}',
    '%13%',
    '$ARCH$',
    '@a',
    'HKR',
    'AddReg',
    '\\\n',
    '\u001a',
  ],
);

suite('grammar: agrees with the scanner', () => {
  let grammar: IGrammar;
  suiteSetup(async () => {
    grammar = await loadGrammar();
  });

  const compare = (text: string): void => {
    assert.equal(picture(text, coloured(grammar, text)), picture(text, scanned(text)), JSON.stringify(text));
  };

  for (const text of WHOLE) test(JSON.stringify(text), () => compare(text));

  test('on generated text', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), fc.boolean(), (parts, bare) => {
        compare(`${bare ? '' : '[A]\n'}${parts.join('')}`);
      }),
      { numRuns: 2_000, seed: Number(process.env['SEED'] ?? 1) },
    );
  });
});
