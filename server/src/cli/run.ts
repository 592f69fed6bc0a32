import type { CommandLine } from './arguments.js';
import { readCommandLine } from './arguments.js';
import { check } from './check.js';
import { dmaCommand } from './dma-command.js';
import { explain } from './explain.js';
import { fixCommand } from './fix-command.js';
import { showHelp } from './help-command.js';
import { importLog } from './import-command.js';
import { listRules } from './list-rules.js';
import { parseCommand } from './parse-command.js';
import { EXIT, type Shell } from './shell.js';
import { UsageError } from './trouble.js';

type Command = (line: CommandLine, shell: Shell) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  fix: fixCommand,
  explain,
  parse: parseCommand,
  dma: dmaCommand,
  rules: listRules,
  import: importLog,
  help: showHelp,
};

/** Runs `inf` with its arguments; the result is the exit code. */
export async function run(args: readonly string[], shell: Shell): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === 'version')) {
    await shell.out(`inf ${shell.version}\n`);
    return EXIT.clean;
  }
  try {
    const line = readCommandLine(args);
    if (line.has('version')) return await run(['--version'], shell);
    return await (COMMANDS[line.command.name] ?? showHelp)(line, shell);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    shell.trouble({ where: '', what: error.message });
    return EXIT.trouble;
  }
}
