// Installs what a VS Code window needs where VS Code itself cannot be downloaded: VS Code's server and web workbench, as the
// npm package code-server carries them. Only lib/vscode is taken; code-server's own install steps are not run.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE, npm } from '../setup.mjs';

/** VS Code 1.100.3, the newest whose server starts on Node 20. */
const CODE_SERVER = {
  spec: 'code-server@4.100.3',
  integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
};
/** Its postinstall step would download ripgrep, which the search needs; the platform package has the program inside. */
const RIPGREP = `@vscode/ripgrep-${process.platform}-${process.arch}@1.18.0`;
/** Output channels need the first, terminals the second; all else works without. */
const NATIVE = ['@vscode/spdlog', 'node-pty'];

/** Downloads one package into a folder; answers its archive. */
function download(spec, folder, integrity) {
  const [info] = JSON.parse(npm(['pack', spec, '--json', '--loglevel=error'], folder));
  const file = path.join(folder, info.filename);
  const sum = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (integrity && sum !== integrity) throw new Error(`${spec} is not what it was: its checksum is ${sum}`);
  return file;
}

function unpack(file, into, depth, member) {
  mkdirSync(into, { recursive: true });
  execFileSync('tar', ['xzf', file, `--strip-components=${depth}`, '-C', into, member]);
  rmSync(file);
}

function buildNative(root) {
  for (const name of NATIVE) {
    try {
      npm(['rebuild', name, '--loglevel=error'], root, { npm_config_ignore_scripts: 'false' });
    } catch {
      // node-pty builds and then fails in a step for Windows: what counts is whether the file is there.
    }
    const built = path.join(root, 'node_modules', name, 'build', 'Release');
    if (!existsSync(built) || !readdirSync(built).some((file) => file.endsWith('.node'))) {
      console.log(
        `${name} was not built (it needs a C++ compiler): the window has no ${name === NATIVE[0] ? 'output channels' : 'terminal'}`,
      );
    }
  }
}

/** Installs the host once, into the ignored folder .vscode-test/; answers the folder of VS Code's server. */
export function installHost() {
  const folder = path.join(CACHE, CODE_SERVER.spec.replace('@', '-'));
  const root = path.join(folder, 'lib', 'vscode');
  const mark = path.join(folder, '.complete');
  if (existsSync(mark)) return root;
  console.log(
    `Installing ${CODE_SERVER.spec} into ${path.relative(process.cwd(), folder)} (once, about half a minute) …`,
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  unpack(download(CODE_SERVER.spec, folder, CODE_SERVER.integrity), folder, 1, 'package/lib/vscode');
  // The versions are pinned by the shrinkwrap file inside; without --legacy-peer-deps npm calls that file incomplete.
  npm(['ci', '--omit=dev', '--legacy-peer-deps', '--loglevel=error'], root);
  const ripgrep = path.join(root, 'node_modules', '@vscode', 'ripgrep', 'bin');
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  unpack(download(RIPGREP, folder), ripgrep, 3, `package/bin/${program}`);
  buildNative(root);
  writeFileSync(mark, '');
  return root;
}
