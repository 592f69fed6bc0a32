// Finds VS Code itself: the one that VSCODE_EXECUTABLE names, or a downloaded one.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CACHE, SetupError, which } from './setup.mjs';
import { placeExtensions } from './vscode-host/extensions.mjs';

/** A downloading editor must answer within this time, in milliseconds. */
const PATIENCE = 10_000;

/** True where a desktop window can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The program of VS Code: VSCODE_EXECUTABLE, else a download. Where neither can be had the answer is `undefined`, with a
 * line that says why; but where the desktop was asked for (`VSCODE_TEST_HOST=desktop`, VSCODE_EXECUTABLE) it is an error.
 */
export async function findDesktop() {
  const wanted = process.env.VSCODE_TEST_HOST ?? 'auto';
  if (!['auto', 'desktop', 'npm'].includes(wanted)) {
    throw new SetupError(`VSCODE_TEST_HOST is "${wanted}"; it may be auto, desktop or npm.`);
  }
  const chosen = process.env.VSCODE_EXECUTABLE;
  if (wanted === 'npm') return undefined;
  if (chosen) return chosen;
  if (wanted === 'auto' && !hasDisplay()) {
    console.log('There is no display for the desktop editor; using VS Code’s server from npm and a headless browser.');
    return undefined;
  }
  try {
    const { downloadAndUnzipVSCode, SilentReporter } = await testElectron();
    return await downloadAndUnzipVSCode({
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath: CACHE,
      reporter: new SilentReporter(),
      timeout: PATIENCE,
    });
  } catch (error) {
    if (wanted === 'desktop') throw new SetupError(`VS Code cannot be downloaded: ${error.message}`);
    console.log(`VS Code cannot be downloaded (${error.message}); using VS Code’s server from npm and a browser.`);
    return undefined;
  }
}

/** Runs the suite in the desktop, with a throw-away profile; answers its exit code. */
export async function runDesktopTests({ executable, extension, tests, folder, env, beside }) {
  const { runTests } = await testElectron();
  const profile = mkdtempSync(path.join(os.tmpdir(), 'inf-'));
  try {
    placeExtensions(beside, path.join(profile, 'e'));
    const launchArgs = [
      folder,
      `--user-data-dir=${path.join(profile, 'u')}`,
      `--extensions-dir=${path.join(profile, 'e')}`,
    ];
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      launchArgs: [...launchArgs, '--disable-telemetry', '--disable-gpu'],
      extensionTestsEnv: env,
    });
  } catch (error) {
    console.error(error.message ?? error);
    return error.code ?? 1;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The `code` command of an installed VS Code, or `undefined`. */
export function installedCode() {
  return which('code') ?? which('code-insiders') ?? which('codium');
}

async function testElectron() {
  const module = await import('@vscode/test-electron');
  return module.default ?? module;
}
