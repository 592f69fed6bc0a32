// Bundles the extension, the language server and the command line into dist/.
//   node esbuild.mjs            with source maps, for development
//   node esbuild.mjs --release  minified, without source maps: what the package carries
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));

/** Bundle name → entry point; an entry that does not exist is left out. */
const ENTRIES = {
  extension: 'client/src/extension.ts',
  server: 'server/src/lsp/main.ts',
  cli: 'server/src/cli/main.ts',
};

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // The packages' own ES modules, not their UMD wrappers, whose requires cannot be followed.
  mainFields: ['module', 'main'],
  // Its ES module asks for `import.meta.url`, which a CommonJS bundle does not have.
  alias: { fdir: path.join(root, 'node_modules/fdir/dist/index.cjs') },
  logLevel: 'warning',
  outExtension: { '.js': '.cjs' },
};

/** Bundles what ships into dist/. */
export async function bundle({ release = false } = {}) {
  const entryPoints = Object.fromEntries(
    Object.entries(ENTRIES).filter(([, entry]) => existsSync(path.join(root, entry))),
  );
  const { metafile } = await build({
    ...COMMON,
    entryPoints,
    outdir: 'dist',
    minify: release,
    sourcemap: !release,
    legalComments: 'none',
    metafile: true,
    define: { INF_RULE_PAGES: JSON.stringify(rulePages()), INF_VERSION: JSON.stringify(packageVersion()) },
  });
  writeFileSync(path.join(root, 'dist', 'third-party-licenses.txt'), licencesOf(Object.keys(metafile.inputs)));
}

/** The pages under docs/rules by rule name, for `inf explain`. */
function rulePages() {
  const folder = path.join(root, 'docs/rules');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  return Object.fromEntries(names.map((name) => [name.slice(0, -3), readFileSync(path.join(folder, name), 'utf8')]));
}

function packageVersion() {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;
}

/** The licence texts of all packages from which something was bundled. */
function licencesOf(inputs) {
  const folders = inputs.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(Boolean);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[sc]e/i.test(entry));
    const text = file ? readFileSync(path.join(root, folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** Bundles the suite that runs inside VS Code into out/e2e/: CommonJS, which every extension host can load. */
export async function bundleEditorTests() {
  const suites = readdirSync(path.join(root, 'test/e2e')).filter((file) => file.endsWith('.test.ts'));
  await build({
    ...COMMON,
    entryPoints: ['test/e2e/index.ts', ...suites.map((file) => `test/e2e/${file}`)],
    external: ['vscode', 'mocha'],
    outdir: 'out/e2e',
    sourcemap: 'inline',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle({ release: process.argv.includes('--release') });
