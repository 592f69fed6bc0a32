import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { InfService } from '../index.js';
import type { Paint, PaintStyle } from '../report/paint.js';
import type { Trouble } from './trouble.js';

/** What a command is given of the world. */
export interface Shell {
  readonly service: InfService;
  /** Absolute path of the folder in which the command runs. */
  readonly cwd: string;
  readonly version: string;
  /** Rule pages as Markdown, by rule name. */
  readonly pages: Readonly<Record<string, string>>;
  readonly stdin: Readable;
  /** Colours for standard output. */
  readonly paint: Paint;
  /** Width for running text on standard output. */
  readonly columns: number;
  /** The time, in milliseconds since 1970. */
  now(): number;
  /** Writes to standard output; resolves when it is on its way. */
  out(data: string | Uint8Array): Promise<void>;
  /** Writes a line to standard error. */
  note(text: string): void;
  /** Writes a trouble to standard error, on one line. */
  trouble(trouble: Trouble): void;
}

/** Exit codes of every command. */
export const EXIT = { clean: 0, findings: 1, trouble: 2 } as const;

const FORMATS = {
  heading: 'bold',
  place: 'bold',
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'cyan',
  good: 'green',
  added: 'green',
  removed: 'red',
  dim: 'dim',
  code: 'cyan',
} as const satisfies Record<PaintStyle, Parameters<typeof styleText>[0]>;

/**
 * Tells whether a stream gets colours: FORCE_COLOR decides first, then NO_COLOR and TERM=dumb, then whether it is a
 * terminal. Source: https://no-color.org
 */
export function wantsColour(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if ((environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb') return false;
  return isTerminal;
}

/** The `Paint` that colours for a terminal. */
export function terminalPaint(style: PaintStyle, text: string): string {
  return styleText(FORMATS[style], text, { validateStream: false });
}

/** Writes all of `data`, waiting for a slow reader. */
export function writeAll(stream: Writable, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    stream.write(data, () => resolve());
  });
}
