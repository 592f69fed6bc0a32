// Starts VS Code's server (installed by install.mjs) on a free port, with throw-away user data.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { placeExtensions } from './extensions.mjs';
import { installHost } from './install.mjs';

/** User settings of the throw-away profile: no welcome pages, no updates, no telemetry. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
};

/** Variables of the surrounding editor, Node or npm that must not reach this one. */
const FOREIGN = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_V8_COVERAGE$|npm_)/;

function environment(folder, extra) {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  const places = ['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'TMPDIR'].map((name) => [
    name,
    folder,
  ]);
  return { ...Object.fromEntries([...inherited, ...places]), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...extra };
}

/**
 * Starts the server and waits until it listens. `beside`: folders of extensions, `packages`: .vsix files that it has
 * installed. `stop` ends it and removes its data; it is also ended when this
 * process exits.
 */
export async function startHost({ env = {}, settings = {}, beside = [], packages = [] } = {}) {
  const root = installHost();
  // Short on purpose: the server makes sockets in it, and their paths may have 107 bytes.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inf-'));
  const data = path.join(folder, 'd');
  const user = path.join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }));
  placeExtensions(beside, path.join(data, 'extensions'));
  const childEnv = environment(folder, env);
  const main = [path.join(root, 'out', 'server-main.js'), '--server-data-dir', data, '--accept-server-license-terms'];
  main.push('--disable-telemetry');
  for (const file of packages) {
    execFileSync(process.execPath, [...main, '--install-extension', file, '--force'], { env: childEnv, stdio: 'pipe' });
  }
  const child = spawn(
    process.execPath,
    // Without the last one the web workbench ignores extensionTestsPath.
    [
      ...main,
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--without-connection-token',
      '--disable-workspace-trust',
      '--enable-smoke-test-driver',
    ],
    // A process group of its own, so that its end is the end of everything in it.
    { env: childEnv, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const output = collect(child);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const end = () => {
    signal(child, 'SIGKILL');
    removeFolder(folder);
  };
  process.on('exit', end);
  const stop = async () => {
    signal(child, 'SIGTERM');
    // It lingers for seconds on SIGTERM, and nothing in it is worth the wait.
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 200))]);
    signal(child, 'SIGKILL');
    await gone;
    process.off('exit', end);
    removeFolder(folder);
  };
  try {
    const port = await listeningPort(output, gone);
    return { port, address: `127.0.0.1:${port}`, data, gone, output: output.text, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    // Already gone.
  }
}

/** The processes that were killed may still be closing their files. */
function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    console.error(`${folder} could not be removed: ${error.message}`);
  }
}

function collect(child) {
  let text = '';
  const listeners = new Set();
  const add = (chunk) => {
    text += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  return { text: () => text, onData: (listener) => listeners.add(listener) };
}

function listeningPort(output, gone) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code's server did not start:\n${output.text()}`)), 60_000);
    const look = () => {
      const port = /Extension host agent listening on (\d+)/.exec(output.text())?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    output.onData(look);
    void gone.then((code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with ${code}:\n${output.text()}`));
    });
  });
}

const remoteUri = (host, file) =>
  `vscode-remote://${host.address}${path.resolve(file).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')}`;

/**
 * The address of a window: a folder, a file opened in it (at a 1-based line), the extension under development and its
 * test suite.
 */
export function windowUrl(host, { folder, open, line, extension, tests }) {
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (extension) payload.push(['extensionDevelopmentPath', remoteUri(host, extension)]);
  if (tests) payload.push(['extensionTestsPath', remoteUri(host, tests)]);
  if (open) payload.push(['openFile', `${remoteUri(host, open)}${line ? `:${line}:1` : ''}`]);
  if (line) payload.push(['gotoLineMode', 'true']);
  const url = new URL(`http://${host.address}/`);
  url.searchParams.set('folder', path.resolve(folder));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
