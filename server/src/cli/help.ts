import { columnsOf, padded } from '../report/columns.js';
import type { Paint } from '../report/paint.js';
import { commands, type CommandSpec, type OptionSpec } from './commands.js';

/** The help of `inf` itself. */
export function generalHelp(version: string, paint: Paint): string {
  const width = Math.max(...commands.map(({ name, operands }) => columnsOf(`${name} ${operands}`)));
  const list = commands.map(
    ({ name, operands, summary }) => `  inf ${padded(`${name} ${operands}`, width)}  ${summary}`,
  );
  return [
    `inf ${version}: checks Windows driver INF files and shows what they do.`,
    '',
    paint('heading', 'Commands'),
    ...list,
    `  inf ${padded('--version', width)}  Show the version.`,
    '',
    'Exit codes: 0 clean, 1 findings, 2 wrong usage or an input that could not be handled.',
    'Settings come from the nearest inf.config.json. Colours follow NO_COLOR and FORCE_COLOR.',
    'See "inf help COMMAND" for the options of a command.',
    '',
  ].join('\n');
}

/** The help of one command. `columns`: width of the terminal. */
export function commandHelp(command: CommandSpec, columns: number, paint: Paint): string {
  const { name, operands, summary, options, details, examples } = command;
  const usage = `inf ${name}${options.length > 0 ? ' [OPTION…]' : ''} ${operands}`.trimEnd();
  const width = Math.max(0, ...options.map((option) => columnsOf(optionText(option))));
  const lines = [paint('heading', usage), '', summary];
  if (options.length > 0) lines.push('', paint('heading', 'Options'));
  for (const option of options) {
    const [first = '', ...more] = wrapped(option.help, Math.max(20, columns - width - 4));
    lines.push(`  ${padded(optionText(option), width)}  ${first}`, ...more.map((text) => ' '.repeat(width + 4) + text));
  }
  for (const paragraph of details) lines.push('', ...wrapped(paragraph, columns));
  lines.push(
    '',
    paint('heading', examples.length === 1 ? 'Example' : 'Examples'),
    ...examples.map((example) => `  ${example}`),
    '',
  );
  return lines.join('\n');
}

function optionText({ name, value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

/** Breaks a paragraph into lines of at most `columns` terminal columns; a longer word stands alone. */
export function wrapped(paragraph: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
