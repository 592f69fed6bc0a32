// The inner loop of development: transpiles (no type check) and runs mocha on what is named.
//   node scripts/quick.mjs test/syntax test/model/binder.test.ts [-- mocha options]
// OUT=out-name gives each of several people working in one tree an output folder of their own.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const out = process.env.OUT ?? 'out-quick';
const split = process.argv.indexOf('--');
const named = process.argv.slice(2, split < 0 ? undefined : split);
const extra = split < 0 ? [] : process.argv.slice(split + 1);

/** Every TypeScript file below a folder. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : sources(file);
    return entry.name.endsWith('.ts') ? [file] : [];
  });
}

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: [...sources('server/src'), ...sources('client/src'), ...sources('test')],
  outbase: '.',
  outdir: out,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const tests = named
  .flatMap((name) => (statSync(name).isDirectory() ? sources(name) : [name]))
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => path.join(out, file.replace(/\.ts$/, '.js')));
const mocha = path.join('node_modules', 'mocha', 'bin', 'mocha.js');
const run = spawnSync(process.execPath, ['--enable-source-maps', mocha, '--ui', 'tdd', ...extra, ...tests], {
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
