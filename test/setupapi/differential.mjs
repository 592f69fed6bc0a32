// Compares what we read from INF files with what a real SetupAPI reads: generated files, and a folder of real ones.
//   INF_SETUPAPI=folder of infdump.c [INF_CORPUS=folder] node test/setupapi/differential.mjs [--seed N] [--files N] [--install]
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { KNOWN_DIFFERENCES, compare } from './compare.mjs';
import { createRandom, generateFile } from './generator.mjs';
import { install, missing, openSetupApi } from './wine.mjs';

const SHOWN = 10;
const EXTENSIONS = /\.(inf|inx|inf\.in)$/i;

/** Bundles the parts of the core that are tested, and loads them. */
async function loadCore(folder) {
  const outfile = path.join(folder, 'core.mjs');
  const root = path.resolve(import.meta.dirname, '../..');
  const contents = `
    export { decode, decodeAs } from './server/src/text/decode.js';
    export { createSnapshot } from './server/src/text/snapshot.js';
    export { parse } from './server/src/syntax/parse.js';
    export { readAsSetupApi } from './server/src/model/setupapi-reading.js';`;
  await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'warning',
  });
  const core = await import(pathToFileURL(outfile).href);
  const parseText = (text) => core.parse(core.createSnapshot('file:///a.inf', 1, text)).cst;
  return { ...core, parseText, read: (text) => core.readAsSetupApi(parseText(text)) };
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && EXTENSIONS.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Compares all files; prints the first differences; returns how many agree and how many do not. */
function run(core, ask, files, used) {
  const answers = ask(files.map(({ bytes }) => bytes));
  let failed = 0;
  for (const [index, { name, bytes }] of files.entries()) {
    const difference = compare(core, bytes, answers[index], used);
    if (difference === undefined) continue;
    failed++;
    if (failed <= SHOWN)
      console.log(
        `FAILED ${name}\n  ${difference}\n  ${JSON.stringify(core.decode(bytes, 'windows-1252').text).slice(0, 1500)}`,
      );
  }
  return { passed: files.length - failed, failed };
}

async function main(options) {
  const sources = process.env.INF_SETUPAPI ?? '';
  if (sources === '') return skip('INF_SETUPAPI does not name the folder that holds infdump.c');
  if (options.install) install();
  const lacking = missing();
  if (lacking.length > 0)
    return skip(`missing: ${lacking.join(' and ')}; --install as root on Debian or Ubuntu installs both`);
  const seed = options.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(options.seed);
  const count = Number(options.files ?? 2500);
  console.log(`seed ${String(seed)} (repeat with --seed ${String(seed)}), ${String(count)} generated files`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inf-setupapi-'));
  try {
    const core = await loadCore(folder);
    const ask = openSetupApi(sources, folder);
    const random = createRandom(seed);
    const generated = Array.from({ length: count }, (_, i) => ({
      name: `generated file ${String(i)}`,
      bytes: generateFile(random).bytes,
    }));
    const corpus = process.env.INF_CORPUS ?? '';
    const real = corpus === '' ? [] : filesBelow(corpus).map((name) => ({ name, bytes: readFileSync(name) }));
    if (corpus === '') console.log('INF_CORPUS does not name a folder of real files: generated files only');
    const used = new Map();
    const results = [run(core, ask, generated, used), run(core, ask, real, used)];
    report(results, [generated.length, real.length], used);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(results, counts, used) {
  console.log('Known differences met:');
  for (const { name, reason } of KNOWN_DIFFERENCES)
    console.log(`  ${String(used.get(name) ?? 0).padStart(5)}  ${name}: ${reason}`);
  console.log(`${String(counts[0])} generated files, ${String(counts[1])} real files`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  if (failed > 0) process.exitCode = 1;
}

function skip(reason) {
  console.log(`skipped: ${reason}`);
}

const { values } = parseArgs({
  options: { seed: { type: 'string' }, files: { type: 'string' }, install: { type: 'boolean' } },
});
await main(values);
