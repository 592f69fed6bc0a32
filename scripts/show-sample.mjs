// Opens the sample driver in a headless window and waits for its squiggle.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium, ROOT } from './setup.mjs';
import { openBrowser } from './vscode-host/browser.mjs';
import { startHost, windowUrl } from './vscode-host/server.mjs';

export const SAMPLE = path.join(ROOT, 'samples', 'pcie-ndis-miniport');
const FILE = path.join(SAMPLE, 'contosonet.inf');

/** The file to open and the 1-based line that the sample is about. */
export function samplePlace() {
  const lines = readFileSync(FILE, 'utf8').split('\n');
  return { open: FILE, line: lines.findIndex((line) => line.includes('DmaRemappingCompatible')) + 1 };
}

const PATIENCE = { timeout: 60_000 };

/** Fails unless the squiggle appears: with the extension as it stands here, or with a package that is installed. */
export async function showSample({ vsix } = {}) {
  ensureChromium();
  const host = await startHost({ packages: vsix ? [vsix] : [] });
  let browser;
  try {
    const opened = await openBrowser();
    browser = opened.browser;
    const { page } = opened;
    await page.goto(windowUrl(host, { folder: SAMPLE, ...samplePlace(), extension: vsix ? undefined : ROOT }));
    await page.waitForSelector('.tab[data-resource-name="contosonet.inf"]', PATIENCE);
    await page.waitForSelector('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error', PATIENCE);
  } finally {
    await browser?.close().catch(() => undefined);
    await host.stop();
  }
}
