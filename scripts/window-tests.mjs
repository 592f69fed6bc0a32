// Drives the real window of VS Code as a user does, on the sample: sees the squiggle, points at it, reads the hover and the
// code lens, applies the quick-fix, saves. Takes the screenshots that README.md shows on the way.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './setup.mjs';
import { openBrowser } from './vscode-host/browser.mjs';
import { startHost, windowUrl } from './vscode-host/server.mjs';

const SHOTS = path.join(ROOT, 'out', 'screenshots');
const IMAGES = path.join(ROOT, 'docs', 'images');
const PATIENCE = { timeout: 20_000 };
/** The place that the sample is about. */
const VALUE_NAME = 'DmaRemappingCompatible';

/** Of the window, in points. */
const SIZE = { width: 960, height: 640 };
const HOVER_WIDTH = 1200;

/** Quiet pictures: no mini map, no side bar, one size of text. */
const SETTINGS = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.hover.delay': 300,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
};

/** Runs the steps in order; the first that fails ends the run. Answers the counts. */
export async function runWindowTests({ updateScreenshots = false } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inf-window-'));
  const workspace = path.join(folder, 'pcie-ndis-miniport');
  cpSync(path.join(ROOT, 'samples', 'pcie-ndis-miniport'), workspace, { recursive: true });
  const file = path.join(workspace, 'contosonet.inf');
  const host = await startHost({ settings: SETTINGS });
  mkdirSync(SHOTS, { recursive: true });
  let opened;
  let passed = 0;
  let step = 'opening a browser';
  try {
    opened = await openBrowser({ ...SIZE, scale: 1.5 });
    const { page } = opened;
    await page.goto(windowUrl(host, { folder: workspace, open: file, extension: ROOT }));
    console.log('\n  The window of VS Code');
    for (const [name, run] of STEPS) {
      step = name;
      await run({ page, file });
      console.log(`    ✔ ${name}`);
      passed++;
    }
  } catch (error) {
    await opened?.page.screenshot({ path: path.join(SHOTS, 'failure.png') }).catch(() => undefined);
    console.log(`    ✘ ${step}\n${error.stack}\n      The window looked like ${path.join(SHOTS, 'failure.png')}`);
    return { passed, failed: 1 };
  } finally {
    await opened?.browser.close().catch(() => undefined);
    await host.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  if (updateScreenshots) {
    mkdirSync(IMAGES, { recursive: true });
    for (const name of ['squiggle', 'hover', 'quick-fix', 'code-lens']) {
      copyFileSync(path.join(SHOTS, `${name}.png`), path.join(IMAGES, `${name}.png`));
    }
    console.log(`    Screenshots are in ${path.relative(process.cwd(), IMAGES)}`);
  }
  return { passed, failed: 0 };
}

const STEPS = [
  ['shows a code lens above the Models lines', showCodeLens],
  ['shows the squiggle', showSquiggle],
  ['shows the hover', showHover],
  ['applies the quick-fix that the menu offers', applyQuickFix],
  ['saves the file that the quick-fix made', saveFile],
  ['shows the new policy in the code lens', showNewPolicy],
];

async function showCodeLens({ page }) {
  await page.locator('.tab[data-resource-name="contosonet.inf"]').waitFor({ timeout: 60_000 });
  const lens = page.locator('.codelens-decoration', { hasText: 'DMA remapping: ' }).first();
  await lens.waitFor({ timeout: 60_000 });
  assert.equal(await page.locator('.codelens-decoration', { hasText: 'DMA remapping: ' }).count(), 3);
  assert.ok((await page.locator('.statusbar-item').allInnerTexts()).some((text) => text.trim() === 'Windows INF'));
  await closeSideBar(page);
}

async function showSquiggle({ page }) {
  await goTo(page, VALUE_NAME);
  await page.locator('.squiggly-warning, .squiggly-error').first().waitFor(PATIENCE);
  for (let line = 0; line < 8; line++) await page.keyboard.press('ArrowUp');
  await shoot(page, 'squiggle', await linesBetween(page, '[ContosoNet.Reg]', '[ContosoNet.Offload.Reg]'));
}

async function showHover({ page }) {
  // The editor gives a hover a quarter of the window's height and lets it scroll; the picture is to show all of it.
  await page.setViewportSize({ width: HOVER_WIDTH, height: 8 * SIZE.height });
  await word(page, VALUE_NAME).hover();
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Control\\Class' }).first();
  await hover.waitFor(PATIENCE);
  const box = await hover.boundingBox();
  const line = await word(page, VALUE_NAME).boundingBox();
  const top = Math.min(box.y, line.y) - 8;
  const bottom = Math.max(box.y + box.height, line.y + line.height) + 8;
  await shoot(page, 'hover', { x: 0, y: top, width: HOVER_WIDTH, height: bottom - top });
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  await page.setViewportSize(SIZE);
}

async function applyQuickFix({ page }) {
  await word(page, VALUE_NAME).click();
  await page.keyboard.press('Control+.');
  const row = page.locator('.action-widget .monaco-list-row', { hasText: 'Move' }).first();
  await row.waitFor(PATIENCE);
  await shoot(page, 'quick-fix');
  // The list takes Enter, not clicks.
  await page.keyboard.press('Enter');
  await page
    .locator('.squiggly-warning, .squiggly-error')
    .first()
    .waitFor({ state: 'detached', ...PATIENCE });
}

async function saveFile({ page, file }) {
  await page.keyboard.press('Control+s');
  const isSaved = () => {
    const text = readFileSync(file, 'utf8');
    return text.indexOf(VALUE_NAME) > text.indexOf('[ContosoNet.Service.Reg]');
  };
  for (let tries = 0; tries < 100 && !isSaved(); tries++) await page.waitForTimeout(50);
  assert.ok(isSaved(), 'the saved file has the line in the service’s add-registry section');
}

async function showNewPolicy({ page }) {
  await page.keyboard.press('Control+Home');
  await page.locator('.codelens-decoration', { hasText: 'DMA remapping: opt-in' }).nth(2).waitFor(PATIENCE);
  await shoot(page, 'code-lens', await linesBetween(page, '[Manufacturer]', '[ContosoNet.Install.NT]'));
}

/** A word in the text; the editor shows blanks as no-break spaces. */
function word(page, text) {
  return page.locator('.view-line span span', { hasText: text }).first();
}

async function closeSideBar(page) {
  if (await page.locator('.part.sidebar').isVisible()) await page.keyboard.press('Control+b');
  await page.waitForTimeout(300);
}

/** Brings a text into view through the editor's search, as Ctrl+F does. */
async function goTo(page, text) {
  await page
    .locator('.monaco-editor .view-lines')
    .first()
    .click({ position: { x: 400, y: 30 } });
  await page.keyboard.press('Control+f');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await word(page, text).waitFor(PATIENCE);
}

/** The part of the window from the line with one text to the line with another. */
async function linesBetween(page, first, last) {
  const lines = page.locator('.view-line');
  const top = await lines
    .filter({ hasText: blanks(first) })
    .first()
    .boundingBox();
  const bottom = await lines
    .filter({ hasText: blanks(last) })
    .first()
    .boundingBox();
  assert.ok(top && bottom, `${first} and ${last} are in view`);
  return { x: 0, y: top.y - 4, width: SIZE.width - 20, height: bottom.y + bottom.height - top.y + 5 };
}

function blanks(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0]'));
}

async function shoot(page, name, clip) {
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`), ...(clip ? { clip } : {}) });
}
