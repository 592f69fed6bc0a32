/** A JSON value with the place of every part: offsets in UTF-16 units. */
export type JsonNode =
  | { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly start: number; readonly items: readonly JsonNode[] }
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

const BLANK = /[\u0020\t\r\n]*/y;
/** Control characters and wrong escapes are found when the text is read. */
const STRING = /"(?:[^"\\\r\n]|\\.)*"/y;
const ATOM = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
/** Deeper nesting than this is refused; a configuration needs two levels. */
const DEEPEST = 64;

class Failure extends Error {
  readonly error: JsonError;

  constructor(error: JsonError) {
    super(error.expected);
    this.error = error;
  }
}

/** Parses JSON, keeping the place of every key and value. A leading byte order mark is skipped. Never throws. */
export function parseJson(text: string): JsonNode | JsonError {
  try {
    return new Reader(text).document();
  } catch (error) {
    if (error instanceof Failure) return error.error;
    throw error;
  }
}

/** Tells the two results of `parseJson` apart. */
export function isJsonError(result: JsonNode | JsonError): result is JsonError {
  return 'offset' in result;
}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): JsonNode {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    const node = this.value(0);
    this.skipBlanks();
    if (this.at < this.text.length) this.fail('the end of the file');
    return node;
  }

  private value(depth: number): JsonNode {
    this.skipBlanks();
    const start = this.at;
    if (depth > DEEPEST) this.fail(`at most ${DEEPEST} levels of nesting`);
    if (this.take('{')) return { kind: 'object', start, members: this.list('}', () => this.member(depth)) };
    if (this.take('[')) return { kind: 'array', start, items: this.list(']', () => this.value(depth + 1)) };
    if (this.text[start] === '"') return { kind: 'string', start, value: this.string() };
    const atom = this.match(ATOM);
    if (atom === undefined) this.fail('a value');
    return { kind: 'other', start, text: atom };
  }

  private member(depth: number): JsonMember {
    this.skipBlanks();
    const start = this.at;
    const name = this.string();
    this.skipBlanks();
    if (!this.take(':')) this.fail('":"');
    return { name, start, value: this.value(depth + 1) };
  }

  /** Reads what stands between brackets, the closing one included. */
  private list<T>(close: string, read: () => T): readonly T[] {
    const items: T[] = [];
    this.skipBlanks();
    if (this.take(close)) return items;
    for (;;) {
      items.push(read());
      this.skipBlanks();
      if (this.take(close)) return items;
      if (!this.take(',')) this.fail(`"," or "${close}"`);
    }
  }

  private string(): string {
    const start = this.at;
    const quoted = this.match(STRING);
    if (quoted === undefined) this.fail('a string in double quotes');
    try {
      return String(JSON.parse(quoted));
    } catch {
      this.at = start;
      this.fail('a string with valid escapes');
    }
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private skipBlanks(): void {
    this.match(BLANK);
  }

  private fail(expected: string): never {
    throw new Failure({ offset: this.at, expected });
  }
}
