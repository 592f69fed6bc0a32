import { parseArgs } from 'node:util';
import { nearestName } from '../text/nearest-name.js';
import { commands, type CommandSpec, type OptionSpec } from './commands.js';
import { UsageError } from './trouble.js';

/** A command line that was understood. */
export interface CommandLine {
  readonly command: CommandSpec;
  readonly operands: readonly string[];
  /** Last value of an option. */
  value(option: string): string | undefined;
  /** All values of a repeatable option. */
  values(option: string): readonly string[];
  has(option: string): boolean;
}

const ANYWHERE: readonly OptionSpec[] = [
  { name: 'help', help: 'show help' },
  { name: 'version', help: 'show the version' },
];

/**
 * Understands the arguments after `inf`. `--help` and no argument at all become the command `help`.
 * @throws UsageError when there is no such command or option, or a value is missing or not allowed
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const [name = 'help', ...rest] = args;
  if (name === '--help' || name === '-h') return line(commandNamed('help'), rest, new Map());
  if (name.startsWith('-') && name !== '-') {
    throw new UsageError(`The command must come first: inf COMMAND ${name} …. Commands: ${commandNames().join(', ')}.`);
  }
  const command = commandNamed(name);
  const { operands, values } = readOptions(command, rest);
  if (values.has('help')) return line(commandNamed('help'), [command.name], new Map());
  checkCount(command, operands);
  return line(command, operands, values);
}

function line(
  command: CommandSpec,
  operands: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
): CommandLine {
  return {
    command,
    operands,
    value: (option) => values.get(option)?.at(-1),
    values: (option) => values.get(option) ?? [],
    has: (option) => values.has(option),
  };
}

/** The command of that name. @throws UsageError with the nearest name when there is none */
export function commandNamed(name: string): CommandSpec {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const near = nearestName(name, commandNames());
  const advice = near === undefined ? `Commands: ${commandNames().join(', ')}.` : `Did you mean "inf ${near}"?`;
  throw new UsageError(`There is no command "${name}". ${advice}`);
}

function commandNames(): readonly string[] {
  return commands.map((command) => command.name);
}

function readOptions(
  command: CommandSpec,
  args: readonly string[],
): { operands: readonly string[]; values: ReadonlyMap<string, readonly string[]> } {
  const known = [...command.options, ...ANYWHERE];
  const { tokens, positionals } = parseArgs({
    args: args.map((arg) => (arg === '-h' ? '--help' : arg)),
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      known.map((option) => [option.name, { type: option.value === undefined ? 'boolean' : 'string', multiple: true }]),
    ),
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = known.find((one) => one.name === token.name && token.rawName.startsWith('--'));
    if (!option) throw new UsageError(unknownOption(command, token.rawName, known));
    const value = checkedValue(command, option, token.value, token.inlineValue === true);
    const earlier = values.get(option.name) ?? [];
    if (earlier.length > 0 && option.value !== undefined && option.repeatable !== true) {
      throw new UsageError(`--${option.name} is given twice; it can have one value only.`);
    }
    values.set(option.name, [...earlier, value]);
  }
  return { operands: positionals, values };
}

function unknownOption(command: CommandSpec, raw: string, known: readonly OptionSpec[]): string {
  const near = nearestName(
    raw.replace(/^-+/, ''),
    known.map((option) => option.name),
  );
  const advice = near === undefined ? `See "inf help ${command.name}".` : `Did you mean --${near}?`;
  return `"inf ${command.name}" has no option ${raw}. ${advice}`;
}

function checkedValue(command: CommandSpec, option: OptionSpec, value: string | undefined, inline: boolean): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`--${option.name} takes no value, but "${value}" was given.`);
    return '';
  }
  const isMissing = value === undefined || value === '' || (!inline && value.startsWith('--'));
  if (isMissing) throw new UsageError(`--${option.name} needs a value: --${option.name} ${option.value}.`);
  if (option.choices && !option.choices.includes(value)) {
    const near = nearestName(value, option.choices);
    const advice = near === undefined ? '' : ` Did you mean "${near}"?`;
    throw new UsageError(
      `--${option.name} cannot be "${value}" for "inf ${command.name}": allowed are ${option.choices.join(', ')}.${advice}`,
    );
  }
  return value;
}

function checkCount(command: CommandSpec, operands: readonly string[]): void {
  const usage = `inf ${command.name} ${command.operands}`.trimEnd();
  if (operands.length === 0 && (command.count === 'one' || command.count === 'some')) {
    throw new UsageError(
      `"inf ${command.name}" needs ${operandNoun(command)}: ${usage}. See "inf help ${command.name}".`,
    );
  }
  if (command.count === 'one' && operands.length > 1) {
    throw new UsageError(
      `"inf ${command.name}" takes one operand, but ${String(operands.length)} were given: ${usage}.`,
    );
  }
  if (command.count === 'none' && operands.length > 0) {
    throw new UsageError(`"inf ${command.name}" takes no operands, but "${operands[0] ?? ''}" was given.`);
  }
}

function operandNoun(command: CommandSpec): string {
  return command.name === 'explain' ? 'the name of a rule' : command.count === 'one' ? 'a file' : 'a file or folder';
}
