// npm test: everything from a fresh clone on: packages, type check, bundles, core tests, then the extension in a real VS Code.
//   npm test -- core                    without the editor
//   npm test -- editor                  the editor only
//   npm test -- --update-screenshots    also puts the screenshots of the run into docs/images
// VSCODE_EXECUTABLE, VSCODE_TEST_HOST=auto|desktop|npm and CHROMIUM_EXECUTABLE choose the editor; see CONTRIBUTING.md.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build, checkNode, ensureChromium, ensurePackages, ROOT, runMain, SetupError } from './setup.mjs';

/** Suites that run elsewhere: inside the editor, or as a measurement. */
const ELSEWHERE = new Set(['e2e', 'bench', 'fixtures']);

await runMain(async () => {
  const { parts, updateScreenshots } = readArguments(process.argv.slice(2));
  checkNode();
  ensurePackages();
  // Before the long part, because it may stop with what is missing.
  if (parts.has('editor')) ensureChromium();
  await build();
  const counts = [];
  if (parts.has('core')) counts.push(await checkGenerated(), await runCoreTests());
  if (parts.has('editor')) {
    const { runEditorTests } = await import('./editor-tests.mjs');
    counts.push(await runEditorTests());
    const { runWindowTests } = await import('./window-tests.mjs');
    counts.push(await runWindowTests({ updateScreenshots }));
  }
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

function readArguments(words) {
  const unknown = words.find((word) => !['core', 'editor', '--update-screenshots'].includes(word));
  if (unknown) throw new SetupError(`npm test does not know "${unknown}": core, editor, --update-screenshots.`);
  const parts = words.filter((word) => !word.startsWith('--'));
  return {
    parts: new Set(parts.length > 0 ? parts : ['core', 'editor']),
    updateScreenshots: words.includes('--update-screenshots'),
  };
}

/** The files that scripts/generate.mjs derives from the rules must be what it would write now. */
async function checkGenerated() {
  const script = path.join(ROOT, 'scripts', 'generate.mjs');
  if (!existsSync(script)) return { passed: 0, failed: 0 };
  const { status } = await run([script, '--check']);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runCoreTests() {
  console.log('Core tests …');
  // Chosen by source, so that what a deleted test left in out/ does not run.
  const files = testSources(path.join(ROOT, 'test')).map((file) =>
    path.join(ROOT, 'out', path.relative(ROOT, file).replace(/\.ts$/, '.js')),
  );
  const mocha = path.join(ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const options = ['--ui', 'tdd', '--reporter', 'dot', '--timeout', '20000'];
  const { status, output } = await run(['--enable-source-maps', mocha, ...options, ...files]);
  const passed = countOf(output, 'passing');
  const failed = countOf(output, 'failing');
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function testSources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return ELSEWHERE.has(entry.name) ? [] : testSources(file);
    return entry.name.endsWith('.test.ts') ? [file] : [];
  });
}

function countOf(output, word) {
  return Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
}

/** Runs Node on a script; what it prints is shown and answered. */
function run(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}
