// npm run package: writes windows-inf-VERSION.vsix.
// npm run package:check: the same into a temporary folder; checks what it carries, installs it into a fresh VS Code and waits
// for the sample's squiggle.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, checkNode, ensurePackages, ROOT, runMain } from './setup.mjs';

/** The packager is not a dependency: it brings a hundred packages that nothing else needs. */
const VSCE = '@vscode/vsce@3.9.2';
const LARGEST = 1_000_000;
const EXPECTED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/cli.cjs',
  'dist/extension.cjs',
  'dist/server.cjs',
  'dist/third-party-licenses.txt',
  'language-configuration.json',
  'package.json',
  'schemas/inf.config.schema.json',
  'syntaxes/windows-inf.tmLanguage.json',
];

await runMain(async () => {
  checkNode();
  ensurePackages();
  if (!process.argv.includes('--check')) return void vsce(['package', '--no-dependencies'], 'inherit');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inf-package-'));
  try {
    const file = path.join(folder, 'windows-inf.vsix');
    vsce(['package', '--no-dependencies', '--out', file], 'ignore');
    checkContents(vsce(['ls', '--no-dependencies'], 'pipe'), statSync(file).size);
    const { showSample } = await import('./show-sample.mjs');
    await showSample({ vsix: file });
    console.log('ok: the installed package shows the squiggle of the sample');
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await build();
  }
});

function vsce(args, stdout) {
  const command = ['--yes', VSCE, ...args];
  const options = {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'inherit'],
    shell: process.platform === 'win32',
  };
  return execFileSync('npx', command, options);
}

function checkContents(listing, size) {
  const files = listing.split('\n').filter(Boolean).sort();
  if (files.join() !== EXPECTED.join())
    throw new Error(`The package carries other files than it should:\n${files.join('\n')}`);
  if (size > LARGEST) throw new Error(`The package has ${size} bytes; at most ${LARGEST} are allowed.`);
  for (const bundle of files.filter((name) => name.endsWith('.cjs'))) {
    const text = readFileSync(path.join(ROOT, bundle), 'utf8');
    if (text.includes('sourceMappingURL')) throw new Error(`${bundle} names a source map.`);
  }
  console.log(`ok: ${files.length} files, ${Math.round(size / 1000)} kB`);
}
