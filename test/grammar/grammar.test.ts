import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { directives } from '../../server/src/language/directives.js';
import { loadGrammar, tokenize } from './tokenize.js';

suite('grammar: scopes of snippets', () => {
  let grammar: IGrammar;
  suiteSetup(async () => {
    grammar = await loadGrammar();
  });

  /**
   * Innermost scope of every token that has one, quote marks and separators left out: `[text, scope]`. The text stands
   * in a section, unless `alone` says that it is the whole file.
   */
  function scopesOf(text: string, alone = false): [string, string][] {
    const file = alone ? text : `[]\n${text}`;
    return tokenize(grammar, file).flatMap(({ start, end, scopes }): [string, string][] => {
      const scope = scopes.at(-1);
      const said = file.slice(start, end);
      return scope === undefined || /^(?:punctuation|keyword\.operator\.assignment|meta)/.test(scope)
        ? []
        : [[said, scope]];
    });
  }

  const cases: readonly (readonly [name: string, text: string, scopes: readonly (readonly [string, string])[]])[] = [
    ['comment', ' ; a "b" [c] %d%', [[' a "b" [c] %d%', 'comment.line.semicolon']]],
    [
      'comment after a value, not inside quotes',
      'k="a;b";c',
      [
        ['k', 'variable.other.property'],
        ['a;b', 'string.quoted.double'],
        ['c', 'comment.line.semicolon'],
      ],
    ],
    [
      'doubled quote stays inside',
      'x,"say ""hi"";"',
      [
        ['say ', 'string.quoted.double'],
        ['""', 'constant.character.escape.quote'],
        ['hi', 'string.quoted.double'],
        ['""', 'constant.character.escape.quote'],
        [';', 'string.quoted.double'],
      ],
    ],
    [
      'unterminated quote ends with its line',
      'x,"open ; text\r\ny,1',
      [
        ['open ; text', 'string.quoted.double'],
        ['1', 'constant.numeric.decimal'],
      ],
    ],
    ['header', '[Version]', [['Version', 'entity.name.section']]],
    ['header with blanks, quotes and semicolon', '  [ A "b;c" %d% ]', [[' A "b;c" %d% ', 'entity.name.section']]],
    [
      'text after a header is ignored',
      '[A]x;y',
      [
        ['A', 'entity.name.section'],
        ['x', 'comment.line.ignored'],
        [';y', 'comment.line.semicolon'],
      ],
    ],
    [
      'unclosed header',
      '[A ; b',
      [
        ['[', 'invalid.illegal.unclosed-header'],
        ['A ; b', 'entity.name.section'],
      ],
    ],
    [
      'a bracketed line after a continuation is no header',
      'CopyFiles = A,\\\r\n[B]\r\n[C]',
      [
        ['CopyFiles', 'keyword.other.directive'],
        ['\\', 'constant.character.escape.continuation'],
        ['C', 'entity.name.section'],
      ],
    ],
    [
      'blanks, more backslashes and a comment after a continuation',
      'k = "a" \\ \\ ; why\r\n , "b',
      [
        ['k', 'variable.other.property'],
        ['a', 'string.quoted.double'],
        ['\\ \\ ', 'constant.character.escape.continuation'],
        ['; why', 'comment.line.semicolon'],
        ['b', 'string.quoted.double'],
      ],
    ],
    [
      'a blank line ends a continued line',
      'k=\\\r\n\r\n[A]',
      [
        ['k', 'variable.other.property'],
        ['\\', 'constant.character.escape.continuation'],
        ['A', 'entity.name.section'],
      ],
    ],
    ['a backslash inside a value continues nothing', 'a\\b\r\n[A]', [['A', 'entity.name.section']]],
    [
      'directive with decoration',
      'CatalogFile.NTamd64 = a.cat',
      [
        ['CatalogFile', 'keyword.other.directive'],
        ['.NTamd64', 'keyword.other.decoration'],
      ],
    ],
    ['unknown key', 'Colour = x', [['Colour', 'variable.other.property']]],
    [
      'tokens, dirids and escaped percent signs',
      'ServiceBinary = %13%\\%Name%%%.sys',
      [
        ['ServiceBinary', 'keyword.other.directive'],
        ['13', 'variable.language.dirid'],
        ['Name', 'variable.other.token'],
        ['%%', 'constant.character.escape.percent'],
      ],
    ],
    [
      'token inside quotes',
      'x,"a %b c% d"',
      [
        ['a ', 'string.quoted.double'],
        ['b c', 'variable.other.token'],
        [' d', 'string.quoted.double'],
      ],
    ],
    ['a lone percent sign is plain', 'x,100% y', []],
    [
      'Models line',
      '%Dev% = Inst, PCI\\VEN_1AF4&DEV_1000, *PNP0A03',
      [
        ['Dev', 'variable.other.token'],
        ['PCI\\VEN_1AF4&DEV_1000', 'constant.other.hardware-id'],
        ['*PNP0A03', 'constant.other.hardware-id'],
      ],
    ],
    [
      'hardware ID before a continuation',
      '%Dev% = Inst,USB\\VID_1&PID_2\\\r\n,x',
      [
        ['Dev', 'variable.other.token'],
        ['USB\\VID_1&PID_2', 'constant.other.hardware-id'],
        ['\\', 'constant.character.escape.continuation'],
      ],
    ],
    [
      'GUID',
      'ClassGuid={4d36e972-e325-11ce-bfc1-08002be10318}',
      [
        ['ClassGuid', 'keyword.other.directive'],
        ['{4d36e972-e325-11ce-bfc1-08002be10318}', 'constant.other.guid'],
      ],
    ],
    [
      'add-registry line',
      'HKR,DMA Management,RemappingSupported,0x00010001,1 ; in',
      [
        ['HKR', 'constant.language.registry-root'],
        ['0x00010001', 'constant.numeric.hex'],
        ['1', 'constant.numeric.decimal'],
        [' in', 'comment.line.semicolon'],
      ],
    ],
    ['a root counts as the first field only', 'x,HKR', []],
    ['digits inside a name are no number', 'a1,0x1g,2nd,10 Gb', []],
    [
      'date and version',
      'DriverVer = 05/28/2025,10.0.26100.1',
      [
        ['DriverVer', 'keyword.other.directive'],
        ['05/28/2025', 'constant.numeric.date'],
        ['10.0.26100.1', 'constant.numeric.version'],
      ],
    ],
    [
      'build placeholders',
      'x,INX_DMA,$ARCH$,@VER@',
      [
        ['INX_DMA', 'variable.other.placeholder'],
        ['$ARCH$', 'variable.other.placeholder'],
        ['@VER@', 'variable.other.placeholder'],
      ],
    ],
    [
      'keys of [Strings] are token names, their values are not expanded',
      '[Strings.0407]\r\nLong name = "a %b%" ; c\r\nplain = some text, no\r\n[A]\r\nk=%v%',
      [
        ['Strings.0407', 'entity.name.section'],
        ['Long', 'variable.other.token'],
        ['name', 'variable.other.token'],
        ['a %b%', 'string.quoted.double'],
        [' c', 'comment.line.semicolon'],
        ['plain', 'variable.other.token'],
        ['some', 'string.unquoted'],
        ['text', 'string.unquoted'],
        ['no', 'string.unquoted'],
        ['A', 'entity.name.section'],
        ['k', 'variable.other.property'],
        ['v', 'variable.other.token'],
      ],
    ],
    [
      'nothing counts after Ctrl+Z',
      'k=1\u001a"a\r\n[B]',
      [
        ['k', 'variable.other.property'],
        ['1', 'constant.numeric.decimal'],
        ['\u001a', 'comment.block.ignored'],
        ['"a', 'comment.block.ignored'],
        ['[B]', 'comment.block.ignored'],
      ],
    ],
  ];

  for (const [name, text, scopes] of cases) {
    test(name, () => {
      assert.deepEqual(scopesOf(text), scopes);
    });
  }

  test('every directive with a name of its own is a keyword', () => {
    const names = directives.filter(({ form }) => form === 'keyed').map(({ name }) => name);
    const missing = names.filter((name) => scopesOf(`${name} = x`)[0]?.[1] !== 'keyword.other.directive');
    assert.deepEqual(missing, []);
  });

  test('before the first header there are comments only, and a bracket opens a section wherever it stands', () => {
    assert.deepEqual(scopesOf('; c\nk = "a ; b\n x [Version] y\nz="w"', true), [
      [' c', 'comment.line.semicolon'],
      ['k = "a', 'invalid.illegal.text-before-first-section'],
      [' b', 'comment.line.semicolon'],
      ['x', 'invalid.illegal.text-before-first-section'],
      ['Version', 'entity.name.section'],
      ['y', 'comment.line.ignored'],
      ['z', 'variable.other.property'],
      ['w', 'string.quoted.double'],
    ]);
  });

  test('a very long line of backslashes and blanks takes no noticeable time', () => {
    const started = performance.now();
    scopesOf(`k=${'\\ '.repeat(20_000)}x`);
    scopesOf(`k=${'\\'.repeat(20_000)}x`);
    scopesOf('"a" '.repeat(20_000));
    assert.ok(performance.now() - started < 5_000);
  });
});
