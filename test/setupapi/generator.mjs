// Random INF files. The same seed gives the same files on every machine.

/** A generator of random numbers (mulberry32) with the few draws that are needed here. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)],
    /** Draws from `[weight, value]` pairs. */
    weighted: (pairs) => {
      let rest = next() * pairs.reduce((sum, [weight]) => sum + weight, 0);
      return (pairs.find(([weight]) => (rest -= weight) < 0) ?? pairs[0])[1];
    },
    repeat: (most, make) => Array.from({ length: below(most + 1) }, make).join(''),
  };
}

const WORDS = [
  'a',
  'B',
  'k',
  'Key',
  'HKR',
  'AddReg',
  'Install.NT',
  'x y',
  '0x00010001',
  '1',
  '-1',
  '@f.sys',
  'PCI\\VEN_1234&DEV_5678',
  "it's",
  '{4d36e972}',
  '$ARCH$',
  '#',
  '//',
  '(',
  '}',
  '&',
  'é',
  'Ünï',
  '€',
  '…',
];
const WIDE_WORDS = ['ключ', '設定', '😀', '\ufeff', '\u200b', '\u2028', '\u3000', '\u1680', '\u180e'];
const BLANKS = [' ', '  ', '\t', ' \t', '\u00a0', '\v', '\f', '\r', '\u0085'];
const CONTROLS = ['\u0001', '\u0007', '\b', '\u001b', '\u001f', '\u007f'];
const TOKENS = [
  'vendor',
  'VENDOR',
  'long one',
  'pct',
  'quote',
  'empty',
  'slash',
  'self',
  'a',
  'missing',
  '',
  ' vendor ',
  'ven"do"r',
  'unquoted',
  '13',
  'twice',
  'UPPER',
  'comma',
];
const SECTIONS = [
  'A',
  'a',
  'B',
  'T.NTamd64',
  ' C ',
  '"Q"',
  'A;B',
  '%vendor%',
  'x\\',
  '',
  'A[B',
  'é',
  'Strings',
  'strings',
  'Strings.0409',
  'Version',
  'long section name',
];
const STRINGS = [
  'vendor="Contoso"',
  'long one = "two words"',
  'pct = "100%%"',
  'quote="say ""hi"""',
  'empty=""',
  'slash="D:\\"',
  'self=%self%',
  'a=%b%',
  'b=%a%',
  'unquoted=some text ; note',
  'UPPER=up',
  'twice=1',
  'Twice=2',
  'comma=x,y',
  '"quo"ted=z',
  'alone',
  'x,y',
  'joined = a\\\r\n   b',
  'none=',
  '%vendor%=v',
  '=nameless',
];
const SIGNATURES = [
  'Signature="$WINDOWS NT$"',
  'Signature = $CHICAGO$',
  'signature="$Windows 95$"',
  'Signature=x',
  'Signature',
  'Signature=%vendor%',
  'Sig\\\r\nnature="$Windows NT$" ; c',
  'Signature=$CHICAGO$,1',
];

/** Makes one file: `{ text, bytes, encoding }`. */
export function generateFile(random) {
  const encoding = random.weighted([
    [5, 'ascii'],
    [3, 'windows-1252'],
    [4, 'utf-16le with mark'],
    [1, 'utf-16le'],
    [2, 'utf-8 with mark'],
    [0.1, 'utf-16be with mark'],
  ]);
  const make = createMaker(random, encoding);
  const text = restrict(
    random.weighted([
      [6, make.file],
      [2, make.soup],
      [1, make.headless],
    ])(),
    encoding,
  );
  return { text, bytes: toBytes(text, encoding), encoding };
}

function createMaker(random, encoding) {
  const { pick, chance, weighted, repeat, below } = random;
  const wide = encoding.startsWith('utf');
  const ends = pick([['\r\n'], ['\r\n'], ['\n'], ['\r\n', '\n'], ['\r\n', '\n', '\r']]);
  const end = () => pick(ends);
  const blank = () => (chance(0.5) ? '' : chance(0.85) ? ' ' : pick(BLANKS));
  const word = () =>
    wide && chance(0.1) ? (chance(0.01) ? '\u2000' : pick(WIDE_WORDS)) : chance(0.02) ? pick(CONTROLS) : pick(WORDS);
  const token = () => `%${pick(TOKENS)}${chance(0.95) ? '%' : ''}`;
  const long = () =>
    'long'.repeat(
      weighted([
        [3, 127 + below(3)],
        [2, 20],
        [1, 1100],
      ]),
    ) + 'x'.repeat(below(5));
  const quotedPart = () =>
    weighted([
      [4, word],
      [1, () => ';'],
      [1, () => ','],
      [1, () => '='],
      [1, () => '\\'],
      [1, () => '""'],
      [1, blank],
      [1, token],
      [0.3, () => '[x]'],
    ])();
  const quoted = () => `"${repeat(3, quotedPart)}${chance(0.93) ? '"' : ''}`;
  const comment = () =>
    `;${repeat(3, () =>
      weighted([
        [3, word],
        [1, blank],
        [1, () => '"'],
        [1, () => '\\'],
        [1, () => '['],
        [1, () => '%'],
      ])(),
    )}`;
  const joint = () =>
    `${blank()}${pick(['\\', '\\', '\\', '\\\\', '\\ \\'])}${blank()}${chance(0.2) ? comment() : ''}${end()}${blank()}`;
  const part = () =>
    weighted([
      [6, word],
      [3, quoted],
      [2, token],
      [1, () => '%%'],
      [0.3, () => '%'],
      [1, blank],
      [0.7, () => '\\'],
      [0.6, joint],
      [0.3, () => '='],
      [0.2, () => '[z]'],
      [0.05, long],
    ])();
  const field = () => repeat(3, part);
  const separated = () => `${blank()},${blank()}${field()}`;
  const entry = () =>
    `${blank()}${chance(0.6) ? `${field()}${blank()}=${blank()}` : ''}${field()}${repeat(4, separated)}${blank()}${chance(0.15) ? comment() : ''}${chance(0.04) ? '\\' : ''}${end()}`;
  const header = () =>
    `${chance(0.1) ? blank() : ''}[${chance(0.01) ? 'n'.repeat(253 + below(5)) : pick(SECTIONS)}${chance(0.99) ? ']' : ''}${chance(0.1) ? blank() + word() : ''}${chance(0.1) ? comment() : ''}${end()}`;
  const line = () =>
    weighted([
      [8, entry],
      [1, end],
      [1, () => `${blank()}${comment()}${end()}`],
      [0.05, () => '\u001a'],
    ])();
  const section = () => header() + repeat(5, line);
  const version = () =>
    `[Version]${end()}${weighted([
      [12, SIGNATURES[0]],
      [1, pick(SIGNATURES)],
    ])}${end()}`;
  const strings = () => `[Strings]${end()}${repeat(12, () => pick(STRINGS) + end())}`;
  const body = () => repeat(4, section);
  const soupPart = () =>
    weighted([
      [3, word],
      [2, end],
      [1, blank],
      [1, () => pick(['"', ';', ',', '=', '\\', '%', '[', ']', '[A]', '""', '\\\r\n', '%vendor%'])],
    ])();
  return {
    file: () =>
      chance(0.85)
        ? version() + body() + strings()
        : chance(0.5)
          ? body() + strings() + version()
          : strings() + version() + body(),
    soup: () => `${version()}[S]${end()}${repeat(60, soupPart)}${end()}${strings()}`,
    headless: () => repeat(2, line) + (chance(0.8) ? version() : '') + body() + (chance(0.5) ? strings() : ''),
  };
}

/** What of windows-1252 the generator writes: all of Latin-1 but the controls, and two characters at 0x80 and 0x85. */
const CP1252 = new Map([
  ['€', 0x80],
  ['…', 0x85],
  ...Array.from({ length: 96 }, (_, i) => [String.fromCharCode(i + 160), i + 160]),
]);

/** Leaves out what an encoding cannot write. */
function restrict(text, encoding) {
  if (encoding.startsWith('utf')) return text;
  return [...text].filter((c) => c < '\u0080' || (encoding === 'windows-1252' && CP1252.has(c))).join('');
}

function toBytes(text, encoding) {
  if (encoding === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`, 'utf8');
  if (encoding === 'utf-16le with mark') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be with mark') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  return Buffer.from([...text].map((c) => CP1252.get(c) ?? c.charCodeAt(0)));
}
