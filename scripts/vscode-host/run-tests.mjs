// Runs a test suite inside the extension host of the editor that server.mjs starts: what @vscode/test-electron does with the
// desktop.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { openBrowser } from './browser.mjs';
import { startHost, windowUrl } from './server.mjs';

/** Log lines that say nothing about the suite. */
const NOISE = /open-vsx\.org|Service Worker|ENOTFOUND/;

/**
 * Loads `tests`, calls its run() and answers 0 when it resolved, 1 when it rejected. Throws when no answer comes in time;
 * what is known then is in `artifacts`.
 */
export async function runTests({ extension, tests, folder, env, beside, artifacts, timeoutMs = 180_000 }) {
  const host = await startHost({ env, beside });
  const log = [];
  let browser;
  try {
    const opened = await openBrowser();
    browser = opened.browser;
    const code = await outcome(opened.page, host, windowUrl(host, { folder, extension, tests }), log, timeoutMs);
    if (code !== 0) keep(artifacts, { 'workbench.log': log.join('\n') });
    return { code, errors: log.filter((line) => line.startsWith('error') && !NOISE.test(line)) };
  } catch (error) {
    keep(artifacts, { 'workbench.log': log.join('\n'), 'server.log': host.output() });
    throw error;
  } finally {
    await browser?.close().catch(() => undefined);
    await host.stop();
  }
}

async function outcome(page, host, url, log, timeoutMs) {
  // The workbench calls these two where the window has them: with every log line, and with the exit code of the run.
  await page.exposeFunction('codeAutomationLog', (type, args) => void log.push(`${type} ${format(...args)}`));
  const exit = new Promise(
    (resolve) => void page.exposeFunction('codeAutomationExit', resolve).then(() => page.goto(url)),
  );
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the suite gave no result within ${timeoutMs / 1000} s`)), timeoutMs);
    page.on('crash', () => reject(new Error('the window crashed')));
    void host.gone.then((code) => reject(new Error(`VS Code's server ended with ${code} during the run`)));
  });
  // A rejection after the race has been decided concerns nobody.
  late.catch(() => undefined);
  try {
    return await Promise.race([exit, late]);
  } finally {
    clearTimeout(timer);
  }
}

function keep(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
}
