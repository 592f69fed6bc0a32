import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** A JSON value with the place of every part: offsets in UTF-16 units. */
export type JsonNode =
  | { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly start: number }
  | { readonly kind: 'string'; readonly start: number; readonly value: string }
  | { readonly kind: 'other'; readonly start: number; readonly text: string };

export interface JsonMember {
  readonly name: string;
  readonly start: number;
  readonly value: JsonNode;
}

/** Why a text is no JSON, and where. */
export interface JsonError {
  readonly offset: number;
  readonly expected: string;
}

/** JSON as its standard has it: no comments, no comma at the end of a list. */
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** A text that is nested this deep is no configuration, and would take more stack than there is. */
const DEEPEST = 64;

const COMMA = '"," or the end of the list';
const ESCAPES = 'a string with valid escapes';

/** What is missing at the place of an error. */
const EXPECTED: Readonly<Record<string, string>> = {
  InvalidNumberFormat: 'a number as JSON writes it',
  PropertyNameExpected: 'a string in double quotes',
  ColonExpected: '":"',
  CommaExpected: COMMA,
  CloseBraceExpected: '"}"',
  CloseBracketExpected: '"]"',
  EndOfFileExpected: 'the end of the file',
  InvalidCommentToken: 'a value or a name, as JSON has no comments,',
  UnexpectedEndOfString: 'a string that ends on its line',
  InvalidUnicode: ESCAPES,
  InvalidEscapeCharacter: ESCAPES,
  InvalidCharacter: 'a string without control characters',
};

/** Parses JSON, keeping the place of every key and value. A leading byte order mark is skipped. Never throws. */
export function parseJson(text: string): JsonNode | JsonError {
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const json = text.slice(shift);
  const tooDeep = tooDeepAt(json);
  if (tooDeep !== undefined) return { offset: tooDeep + shift, expected: `at most ${DEEPEST} levels of nesting` };
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, STRICT);
  const [error] = errors;
  if (error === undefined && root !== undefined) return nodeOf(root, json, shift);
  return { offset: (error?.offset ?? 0) + shift, expected: expectedBy(errors, root) };
}

/** What is missing at the first error. An unknown word is passed over: what is then missed says what it should be. */
function expectedBy(errors: readonly ParseError[], root: Node | undefined): string {
  const names = errors.map(({ error }) => printParseErrorCode(error));
  const isBehind = root !== undefined && (errors[0]?.offset ?? 0) >= root.offset + root.length;
  if (names.every((name) => name === 'InvalidSymbol')) return isBehind ? 'the end of the file' : COMMA;
  return EXPECTED[names.find((name) => name !== 'InvalidSymbol') ?? ''] ?? 'a value';
}

/** Tells the two results of `parseJson` apart. */
export function isJsonError(result: JsonNode | JsonError): result is JsonError {
  return 'offset' in result;
}

/** Offset of the bracket that opens one level too many; strings are not looked into, as brackets in them are few. */
function tooDeepAt(json: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json.charCodeAt(at);
    if (character === 0x5b || character === 0x7b) depth++;
    else if (character === 0x5d || character === 0x7d) depth--;
    if (depth > DEEPEST) return at;
  }
  return undefined;
}

function nodeOf(node: Node, json: string, shift: number): JsonNode {
  const start = node.offset + shift;
  if (node.type === 'string') return { kind: 'string', start, value: String(node.value) };
  if (node.type === 'array') return { kind: 'array', start };
  if (node.type !== 'object') return { kind: 'other', start, text: json.slice(node.offset, node.offset + node.length) };
  const members = (node.children ?? []).flatMap(({ children: [name, value] = [] }) =>
    name === undefined || value === undefined
      ? []
      : { name: String(name.value), start: name.offset + shift, value: nodeOf(value, json, shift) },
  );
  return { kind: 'object', start, members };
}
