import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LogEntry } from '../../server/src/import/log-entry.js';
import { parseLog } from '../../server/src/import/parse-log.js';

/** The only entry of a log, without what is as usual. */
function only(text: string): Partial<LogEntry> {
  const [entry, ...more] = parseLog(text);
  assert.ok(entry, `nothing is read from ${text}`);
  assert.deepEqual(more, []);
  return entry;
}

const ENTRY = { tool: 'InfVerif', severity: 'error', number: 1203, message: 'Section [a] not found.' } as const;

suite('log of InfVerif', () => {
  const forms: readonly (readonly [string, Partial<LogEntry>])[] = [
    ['ERROR(1203) in C:\\a b\\d.inf, line 50: Section [a] not found.', { ...ENTRY, file: 'C:\\a b\\d.inf', line: 50 }],
    ['  ERROR(1203) in d.inf, line  78: Section [a] not found.', { ...ENTRY, file: 'd.inf', line: 78 }],
    [
      'WARN (2083) in d.inf, line 110: Unused.',
      { file: 'd.inf', line: 110, number: 2083, severity: 'warning', message: 'Unused.' },
    ],
    [
      'WARNING(1304) in C:\\d.inf, line 98, target OS NTamd64.6.1: Key (HKLM\\X): odd.',
      { file: 'C:\\d.inf', line: 98, number: 1304, severity: 'warning', message: 'Key (HKLM\\X): odd.' },
    ],
    ['x64\\d.inf(50-50): error 1203: Section [a] not found.', { ...ENTRY, file: 'x64\\d.inf', line: 50 }],
    [
      '12>C:\\p\\d.inx(7-9): warning 1203: Section [a] not found.',
      { ...ENTRY, file: 'C:\\p\\d.inx', line: 7, severity: 'warning' },
    ],
    ['1>C:\\p\\d.inf : error 1203: Section [a] not found.', { ...ENTRY, file: 'C:\\p\\d.inf', line: 0 }],
    ['d.inf(7-7): error 1203: Section [a] not found. [C:\\p\\d.vcxproj]', { ...ENTRY, file: 'd.inf', line: 7 }],
    ['d.inf(7,1,7,5): error INF1203: Section [a] not found.', { ...ENTRY, file: 'd.inf', line: 7 }],
    ['Error 1203 in d.inf, line 0 : Section [a] not found.', { ...ENTRY, file: 'd.inf', line: 0 }],
    [
      '2024-01-02 03:04:05 | Error 1203 in d.inf, line 4 : Section [a] not found.',
      { ...ENTRY, file: 'd.inf', line: 4 },
    ],
  ];
  for (const [text, expected] of forms) {
    test(`reads ${text}`, () => assert.deepEqual(only(text), { tool: 'InfVerif', ...expected }));
  }

  const others = [
    'Validating d.inf',
    'main.c(50): error C2065: undeclared',
    'main.c(50): error 2065: undeclared',
    'Error 1056: An instance of the service is already running.',
    'INF is VALID',
    '',
  ];
  for (const text of others) {
    test(`passes over "${text}"`, () => assert.deepEqual(parseLog(text), []));
  }

  test('counts once what is said for several targets, as the worst', () => {
    const log = [
      'WARNING(1203) in C:\\d.inf, line 9, target OS NTx86: Section [a] not found.',
      'ERROR(1203) in D.INF, line 9, target OS NTamd64: Section [a] not found.',
      'ERROR(1203) in d.inf, line 10: Section [a] not found.',
    ];
    assert.deepEqual(
      parseLog(log.join('\r\n')).map(({ line, severity }) => [line, severity]),
      [
        [9, 'error'],
        [10, 'error'],
      ],
    );
  });
});

suite('text log of SetupAPI', () => {
  const log = (...lines: readonly string[]): readonly LogEntry[] => parseLog(lines.join('\r\n'));

  test('takes the last line of the INF that was logged', () => {
    const [entry, ...more] = log(
      '>>>  [Device Install - PCI\\VEN_C0A5]',
      '>>>  Section start 2024/02/03 04:05:06.789',
      '     inf:      AddReg=First  (d.inf line 12)',
      '     inf:      AddReg=Second  (d.inf line 34)',
      '!!!  inf:      Could not find the section.',
      '!!!  inf:      Error 0xe0000101: The required section was not found in the INF.',
      '<<<  Section end 2024/02/03 04:05:06.999',
    );
    assert.deepEqual(more, []);
    assert.deepEqual(entry, {
      file: 'd.inf',
      line: 34,
      number: undefined,
      like: 1203,
      severity: 'error',
      message: 'Could not find the section. Error 0xe0000101: The required section was not found in the INF.',
      tool: 'SetupAPI',
    });
  });

  test('takes the INF that the message itself names', () => {
    const [entry] = log(
      "!    inf:      Unable to load INF: 'C:\\x\\d.inf'(e0000003)",
      '!    inf:      Error 0xe0000003: The syntax of the INF is invalid.',
    );
    assert.deepEqual([entry?.file, entry?.line, entry?.severity, entry?.like], ['C:\\x\\d.inf', 0, 'warning', 1002]);
    assert.match(entry?.message ?? '', /^Unable to load INF.* The syntax of the INF is invalid\.$/);
  });

  test('knows the INF of the installation by its name', () => {
    const [entry] = log('     dvi:           InfName    - C:\\x\\d.inf', '!!!  inf:      Wrong.');
    assert.equal(entry?.file, 'C:\\x\\d.inf');
  });

  test('passes over faults that are about no INF, and those of another section of the log', () => {
    assert.deepEqual(
      log(
        '     inf:      AddReg=First  (d.inf line 12)',
        '<<<  Section end',
        '!!!  inf:      Of nobody knows what.',
        '!    dvi:      Selecting driver failed(0xe0000228)',
        '     inf:      Plain  (d.inf line 13)',
        '!    dvi:      Selecting driver failed(0xe0000228)',
      ),
      [],
    );
  });
});

test('reads any text, in time proportional to its length', () => {
  const piece = fc.constantFrom(
    'ERROR(1203) in ',
    ', line ',
    '1',
    ': ',
    'd.inf',
    '(',
    '-',
    ' ',
    '!!!  inf: ',
    "'",
    '\n',
    '[',
    ']',
    'error 1203',
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (parts) => Array.isArray(parseLog(parts.join('')))));
  const started = performance.now();
  for (const text of ['ERROR(1203) in ', 'd.inf', "'a.in", ' ', '1>', '!!!  inf: '])
    for (const end of ['', '\n']) parseLog(`${text}${end}`.repeat(100_000));
  assert.ok(performance.now() - started < 5000);
}).timeout(20_000);
