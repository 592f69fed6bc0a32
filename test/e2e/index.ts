import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';

/**
 * What VS Code loads as its test suite, the desktop as well as the server from npm: runs every suite beside this file and
 * rejects when a test failed or none ran. E2E_LOG: a file for mocha's output, which would drown in the editor's own log.
 * E2E_REPORT: a file for the counts.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const { E2E_LOG: log, E2E_REPORT: report, E2E_GREP: grep } = process.env;
  if (log !== undefined) {
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) => appendFileSync(log, `${format(...args)}\n`);
  }
  const mocha = new Mocha({
    ui: 'tdd',
    color: false,
    timeout: 30_000,
    reporter: 'spec',
    ...(grep === undefined ? {} : { grep }),
  });
  const suites = readdirSync(__dirname).filter((file) => file.endsWith('.test.cjs'));
  for (const file of suites.sort()) mocha.addFile(path.join(__dirname, file));
  const { failures, passes } = await new Promise<{ failures: number; passes: number }>((resolve) => {
    const runner = mocha.run((failed) => resolve({ failures: failed, passes: runner.stats?.passes ?? 0 }));
  });
  if (report !== undefined) writeFileSync(report, JSON.stringify({ passes, failures }));
  if (failures > 0) throw new Error(`${failures} of ${failures + passes} tests failed`);
  if (passes === 0) throw new Error('no test ran');
}
