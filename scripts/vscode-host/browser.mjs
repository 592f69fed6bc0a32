// Chromium as the window of the editor that server.mjs starts.
import { ensureChromium } from '../setup.mjs';

/** Opens a headless browser that may talk to this machine only. `scale`: pixels per point in screenshots. */
export async function openBrowser({ width = 1280, height = 800, scale = 1 } = {}) {
  const executablePath = ensureChromium();
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    // No sandbox: it does not start for root or in a container, and the page is our own.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'en-US' });
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return { browser, page: await context.newPage() };
}
