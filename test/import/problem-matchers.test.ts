import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

type Part = 'file' | 'line' | 'endLine' | 'severity' | 'code' | 'message';

interface Matcher {
  readonly name: string;
  readonly pattern: Readonly<Partial<Record<Part, number>>> & { readonly regexp: string; readonly kind?: string };
}

const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../package.json'), 'utf8')) as {
  contributes: { problemMatchers: readonly Matcher[] };
};
const matchers = manifest.contributes.problemMatchers;

/** What a matcher takes from a line, as VS Code does it; `undefined` when the line is none of its. */
function taken({ pattern }: Matcher, line: string): Partial<Record<Part, string>> | undefined {
  const match = new RegExp(pattern.regexp, 'i').exec(line);
  if (!match) return undefined;
  const parts = (['file', 'line', 'endLine', 'severity', 'code', 'message'] as const).filter((part) => pattern[part]);
  return Object.fromEntries(parts.map((part) => [part, match[pattern[part] ?? 0]]));
}

suite('problem matchers', () => {
  const samples: readonly (readonly [string, string, Partial<Record<Part, string>>])[] = [
    [
      'infverif-msbuild',
      '12>C:\\a (x)\\d.inf(50-51): error 1203: Section [a:b] not found.',
      {
        file: 'C:\\a (x)\\d.inf',
        line: '50',
        endLine: '51',
        severity: 'error',
        code: '1203',
        message: 'Section [a:b] not found.',
      },
    ],
    [
      'infverif-msbuild',
      'x64\\d.inx(7): warning 1324: No lock.',
      { file: 'x64\\d.inx', line: '7', severity: 'warning', code: '1324', message: 'No lock.' },
    ],
    [
      'infverif-msbuild-file',
      '1>C:\\p\\d.inf : error 1420: Not primitive.',
      { file: 'C:\\p\\d.inf', severity: 'error', code: '1420', message: 'Not primitive.' },
    ],
    [
      'infverif-cli',
      'ERROR(1203) in C:\\p q\\d.inf, line  50: Section [a] not found.',
      { severity: 'ERROR', code: '1203', file: 'C:\\p q\\d.inf', line: '50', message: 'Section [a] not found.' },
    ],
    [
      'infverif-cli',
      'WARN (2083) in d.inf, line 110: Unused.',
      { severity: 'WARN', code: '2083', file: 'd.inf', line: '110', message: 'Unused.' },
    ],
    [
      'infverif-cli',
      'WARNING(1304) in d.inf, line 98, target OS NTamd64.6.1: Odd: yes.',
      { severity: 'WARNING', code: '1304', file: 'd.inf', line: '98', message: 'Odd: yes.' },
    ],
    [
      'infverif-hdc',
      'Error 1199 in d.inf, line 0 : Too new.',
      { severity: 'Error', code: '1199', file: 'd.inf', line: '0', message: 'Too new.' },
    ],
  ];
  for (const [name, line, expected] of samples) {
    test(`$${name} reads ${line}`, () => {
      const matching = matchers.filter((matcher) => taken(matcher, line) !== undefined);
      assert.deepEqual(
        matching.map((matcher) => matcher.name),
        [name],
        'exactly one matcher takes the line',
      );
      const { endLine, ...rest } = taken(matching[0] ?? assert.fail(), line) ?? {};
      assert.deepEqual(endLine === undefined ? rest : { ...rest, endLine }, expected);
    });
  }

  const others = [
    'main.c(50): error C2065: undeclared',
    'd.inf(1-1): hello',
    'Error 1056: Already running.',
    'Validating d.inf',
  ];
  for (const line of others) {
    test(`nobody reads ${line}`, () =>
      assert.deepEqual(
        matchers.filter((matcher) => taken(matcher, line) !== undefined).map(({ name }) => name),
        [],
      ));
  }

  test('a matcher without a line is one for whole files', () => {
    for (const { pattern } of matchers) assert.equal(pattern.kind === 'file', pattern.line === undefined);
  });
});
