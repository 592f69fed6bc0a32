// Holds our reading of a file against that of SetupAPI.

/** Wine keeps that many characters of a field; Windows 4095 (install/general-syntax-rules-for-inf-files.md). */
const WINE_FIELD = 511;

/** `%13%`, also with the blanks and the sign that wcstol allows, and what may be read as such in a row: `%2%13%`. */
const DIRECTORY = /%(?:\s*[+-]?\d+%)+/;

/**
 * Where we differ on purpose. `lenient` lets a directory token stand for any text; `reread` gives the reading to compare with, from the file's bytes and tree; `allows` says
 * that an answer need not be compared. All other differences are faults.
 */
export const KNOWN_DIFFERENCES = [
  {
    name: 'UTF-8 without byte order mark',
    reason: 'SetupAPI reads it in the ANSI code page; we read it as its author wrote it.',
    applies: ({ decoded, bytes }) =>
      decoded.encoding === 'utf-8' && !decoded.hasBom && bytes.some((byte) => byte > 127),
    reread: ({ core, bytes }) => core.read(core.decodeAs(bytes, 'windows-1252')),
  },
  {
    name: 'nothing but a byte order mark',
    reason: 'An empty file to us, something without [Version] to SetupAPI; refused by both.',
    applies: ({ decoded }) => decoded.text === '',
    allows: (theirs) => !theirs.ok,
  },
  {
    name: 'UTF-16 with the high byte first',
    reason: 'The documentation accepts it (install/creating-international-inf-files.md), Wine does not.',
    applies: ({ decoded }) => decoded.encoding === 'utf-16be',
    allows: (theirs) => !theirs.ok && theirs.error === 0xe0000000,
  },
  {
    name: 'UTF-16 that looks like ANSI to IsTextUnicode',
    reason: 'Wine asks IsTextUnicode even where a byte order mark stands, and then reads the bytes as ANSI.',
    applies: ({ decoded, bytes }) => decoded.encoding === 'utf-16le' && looksAnsi(bytes),
    allows: () => true,
  },
  {
    name: 'directory token',
    reason:
      '%13% stays as written with us, since the folder depends on the machine. SetupAPI reads the number as wcstol does.',
    // In what we read, not in the text: quotes and continuations may part a token there.
    applies: ({ core, cst }) => {
      const { ok, reading } = core.readAsSetupApi(cst);
      return ok && flatten(reading.sections).some((text) => DIRECTORY.test(text));
    },
    lenient: true,
  },
  {
    name: `field of more than ${String(WINE_FIELD)} characters`,
    reason: 'Wine cuts it off; Windows takes 4095 characters.',
    applies: ({ cst }) =>
      cst.blocks.some(({ block }) =>
        block.lines.some((line) => fieldsOf(line).some(({ value }) => value.length > WINE_FIELD)),
      ),
    reread: ({ core, cst }) => core.readAsSetupApi(withShortFields(cst)),
  },
];

const fieldsOf = ({ key, fields }) => (key ? [key, ...fields] : fields);

function withShortFields(cst) {
  const cut = (field) => field && { span: field.span, quoted: field.quoted, value: field.value.slice(0, WINE_FIELD) };
  const blocks = cst.blocks.map((placed) => {
    const { text, tokens, header, comments, problems, lines } = placed.block;
    const short = lines.map(({ span, key, equals, fields }) => ({
      span,
      key: cut(key),
      equals,
      fields: fields.map(cut),
    }));
    return { ...placed, block: { text, tokens, header, comments, problems, lines: short } };
  });
  return { ...cst, blocks };
}

/** The characters at which IsTextUnicode takes UTF-16 for something else: those with bytes swapped that spell CR, LF, blank… */
function looksAnsi(bytes) {
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const code = bytes[i] | (bytes[i + 1] << 8);
    if (
      code === 0 ||
      code === 0x2000 ||
      code === 0x0d00 ||
      code === 0x0a00 ||
      code === 0x0900 ||
      code === 0xffff ||
      code === 0xfffe
    )
      return true;
  }
  return false;
}

/**
 * Compares one file.
 * @param core the project's functions: decode, decodeAs, parseText, readAsSetupApi, read
 * @param theirs the line of infdump for that file, parsed
 * @returns `undefined` when we agree, else what differs; `used` gathers the names of the known differences met
 */
export function compare(core, bytes, theirs, used) {
  const decoded = core.decode(bytes, 'windows-1252');
  const file = { core, bytes, decoded, cst: core.parseText(decoded.text) };
  let ours = core.readAsSetupApi(file.cst);
  let lenient = false;
  if (agree(ours, theirs, lenient)) return undefined;
  for (const known of KNOWN_DIFFERENCES.filter(({ applies }) => applies(file))) {
    if (known.reread) ours = known.reread(file);
    if (known.lenient) lenient = true;
    if (known.allows?.(theirs) || agree(ours, theirs, lenient)) {
      used.set(known.name, (used.get(known.name) ?? 0) + 1);
      return undefined;
    }
  }
  return describe(ours, theirs, lenient);
}

function agree(ours, theirs, lenient) {
  return describe(ours, theirs, lenient) === undefined;
}

/** First difference of two readings, as text. */
function describe(ours, theirs, lenient) {
  const refusal = ({ code, line }) => `refused with 0x${code.toString(16)} in line ${String(line)}`;
  const mine = ours.ok ? 'read' : refusal(ours.refusal);
  const other = theirs.ok ? 'read' : refusal({ code: theirs.error, line: theirs.line });
  if (mine !== other) return `ours: ${mine}; theirs: ${other}`;
  if (!ours.ok) return undefined;
  const flatOurs = flatten(ours.reading.sections);
  const flatTheirs = flatten(theirs.sections);
  const at = flatTheirs.findIndex((text, i) => flatOurs[i] === undefined || !same(flatOurs[i], text, lenient));
  if (at < 0 && flatOurs.length === flatTheirs.length) return undefined;
  const place = at < 0 ? flatTheirs.length : at;
  return `ours: ${JSON.stringify(flatOurs[place])}; theirs: ${JSON.stringify(flatTheirs[place])} (piece ${String(place)})`;
}

/** A reading as a list of texts: section names, and keys and fields with marks of what they are. */
function flatten(sections) {
  return sections.flatMap(({ name, lines }) => [
    `[${name}`,
    ...lines.flatMap(({ key, fields }) => [
      key === null ? 'no key' : `key ${key}`,
      ...fields.map((field) => `field ${field}`),
    ]),
  ]);
}

function same(ours, theirs, lenient) {
  if (ours === theirs) return true;
  if (!lenient || !DIRECTORY.test(ours)) return false;
  const pieces = ours.split(new RegExp(DIRECTORY, 'g')).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`, 's').test(theirs);
}
