// npm start: an editor with the extension, on the sample driver package.
//   npm start               the installed VS Code, else a downloaded one, else VS Code's server from npm in a browser
//   npm start -- --check    shows the sample in a headless browser, waits for its squiggle, and ends
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, checkNode, ensurePackages, findChromium, ROOT, runMain, SetupError } from './setup.mjs';
import { SAMPLE, samplePlace, showSample } from './show-sample.mjs';

await runMain(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => word !== '--check');
  if (unknown) throw new SetupError(`npm start does not know "${unknown}"; it takes --check.`);
  checkNode();
  ensurePackages();
  await build();
  if (words.includes('--check')) {
    await showSample();
    console.log('ok: the sample is open and its squiggle is shown');
    return 0;
  }
  const { findDesktop, hasDisplay, installedCode } = await import('./vscode-desktop.mjs');
  const program = hasDisplay() ? (installedCode() ?? (await findDesktop())) : undefined;
  return program ? openDesktop(program) : openInBrowser(hasDisplay());
});

/** Opens the sample in VS Code and waits until its window is closed. */
async function openDesktop(program) {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'inf-'));
  console.log(`Opening the sample in ${program}`);
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${ROOT}`, `--user-data-dir=${profile}`];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const { open, line } = samplePlace();
  args.push('--disable-workspace-trust', SAMPLE, '--goto', `${open}:${line}`);
  // On Windows `code` is a batch file, which only a shell can run.
  const child =
    process.platform === 'win32'
      ? spawn(
          `"${program}"`,
          args.map((arg) => `"${arg}"`),
          { stdio: 'inherit', shell: true },
        )
      : spawn(program, args, { stdio: 'inherit' });
  const status = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new SetupError(`${program} cannot be started: ${error.message}`)));
    child.once('close', resolve);
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return status ?? 1;
}

/** Starts VS Code's server, opens a browser where one can be seen, and stays until Ctrl+C. */
async function openInBrowser(canShow) {
  const { startHost, windowUrl } = await import('./vscode-host/server.mjs');
  const host = await startHost();
  const url = windowUrl(host, { folder: SAMPLE, ...samplePlace(), extension: ROOT });
  console.log(`\nVS Code with the extension, on the sample driver:\n\n  ${url}\n`);
  const browser = canShow ? findChromium() : undefined;
  if (browser) spawn(browser, ['--new-window', url], { stdio: 'ignore', detached: true }).unref();
  console.log(
    browser ? 'A browser opens it. Ctrl+C ends it.' : 'Open this address in a browser on this machine. Ctrl+C ends it.',
  );
  // Ctrl+C is how it is meant to end.
  process.exitCode = 0;
  const code = await host.gone;
  throw new SetupError(`VS Code's server ended by itself, with ${code}.\n${host.output()}`);
}
