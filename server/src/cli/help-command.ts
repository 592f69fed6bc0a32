import { commandNamed, type CommandLine } from './arguments.js';
import { commandHelp, generalHelp } from './help.js';
import { EXIT, type Shell } from './shell.js';

const WIDEST = 110;

/** `inf help [COMMAND]`. @throws UsageError when there is no such command */
export async function showHelp(line: CommandLine, shell: Shell): Promise<number> {
  const columns = Math.max(40, Math.min(shell.columns, WIDEST));
  const helps = line.operands.map((name) => commandHelp(commandNamed(name), columns, shell.paint));
  await shell.out(helps.length === 0 ? generalHelp(shell.version, shell.paint) : helps.join('\n'));
  return EXIT.clean;
}
