// Runs test/e2e inside the extension host of a real VS Code: the desktop where it can be had, else VS Code's server.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './setup.mjs';
import { findDesktop, runDesktopTests } from './vscode-desktop.mjs';
import { runTests } from './vscode-host/run-tests.mjs';

const SUITE = path.join(ROOT, 'out', 'e2e', 'index.cjs');

/** Claims .inf as well, as UEFI extensions do. */
const UEFI_EXTENSION = path.join(ROOT, 'test', 'fixtures', 'uefi-extension');

/** Runs the suite on a copy of the sample; answers how many tests passed and failed. */
export async function runEditorTests() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inf-e2e-'));
  const workspace = path.join(folder, 'pcie-ndis-miniport');
  cpSync(path.join(ROOT, 'samples', 'pcie-ndis-miniport'), workspace, { recursive: true });
  const report = path.join(folder, 'report.json');
  const log = path.join(folder, 'log.txt');
  const env = { E2E_REPORT: report, E2E_LOG: log, ...(process.env.E2E_GREP ? { E2E_GREP: process.env.E2E_GREP } : {}) };
  const run = { extension: ROOT, tests: SUITE, folder: workspace, beside: [UEFI_EXTENSION], env };
  try {
    const { code, errors } = await runWhereItCan(run);
    if (existsSync(log)) process.stdout.write(readFileSync(log, 'utf8'));
    // A killed extension host leaves exit code 0 as well: only the suite's own report counts.
    const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
    if (counts && code === 0 && counts.passes > 0) return { passed: counts.passes, failed: counts.failures };
    if (!counts) console.error(`The suite left no report (exit code ${code}).\n${errors.join('\n')}`);
    return { passed: counts?.passes ?? 0, failed: Math.max(counts?.failures ?? 0, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runWhereItCan(run) {
  const executable = await findDesktop();
  if (executable) {
    console.log(`Editor: VS Code desktop, ${executable}`);
    return { code: await runDesktopTests({ ...run, executable }), errors: [] };
  }
  console.log('Editor: VS Code’s server and web workbench from npm (code-server), in Chromium');
  return runTests({ ...run, artifacts: path.join(ROOT, 'out', 'e2e-artifacts') });
}
