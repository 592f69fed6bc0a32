import { readAsSetupApi } from '../model/setupapi-reading.js';
import { jsonReading } from '../report/json-report.js';
import type { CommandLine } from './arguments.js';
import { EXIT, type Shell } from './shell.js';
import { Sources } from './sources.js';
import { UsageError } from './trouble.js';

/** `inf parse FILE`: the sections as SetupAPI reads them, as JSON. */
export async function parseCommand(line: CommandLine, shell: Shell): Promise<number> {
  const sources = new Sources(line, shell);
  let parsed = 0;
  let exitCode: number = EXIT.clean;
  for await (const { input, snapshot } of sources.read()) {
    if (++parsed > 1) throw new UsageError('"inf parse" takes one file; name the file itself.');
    const { cst } = shell.service.analyse(snapshot).analysis.model;
    const answer = readAsSetupApi(cst);
    if (answer.ok) {
      await shell.out(jsonReading(answer.reading));
    } else {
      const { code, line: at, reason } = answer.refusal;
      const where = at > 0 ? `${input.file}:${String(at)}` : input.file;
      const number = (code >>> 0).toString(16).toUpperCase().padStart(8, '0');
      shell.trouble({ where, what: `Windows refuses the whole file (error 0x${number}): ${reason}.` });
      exitCode = EXIT.findings;
    }
  }
  return sources.troubles > 0 ? EXIT.trouble : exitCode;
}
