// What a fresh machine lacks: packages, build output, a browser. Needs nothing but Node and npm itself.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Editors are kept here; git ignores it. */
export const CACHE = path.join(ROOT, '.vscode-test');

/** Something is missing that a person has to provide; the message says what. */
export class SetupError extends Error {}

/** Runs `main`; a SetupError is printed without a stack. Ctrl+C ends at once, but with all exit handlers. */
export async function runMain(main) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(process.exitCode ?? 130));
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** Runs npm in a folder, without scripts of packages; answers what it prints. Throws with its error text. */
export function npm(args, cwd, env = {}) {
  const settings = { ignore_scripts: 'true', audit: 'false', fund: 'false', update_notifier: 'false' };
  const prefixed = Object.fromEntries(Object.entries(settings).map(([key, value]) => [`npm_config_${key}`, value]));
  const run = spawnSync('npm', args, {
    cwd,
    env: { ...process.env, ...prefixed, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    maxBuffer: 64 << 20,
  });
  if (run.error) throw new SetupError(`npm cannot be run: ${run.error.message}`);
  if (run.status !== 0) throw new SetupError(`npm ${args.join(' ')} failed in ${cwd}:\n${run.stderr}`);
  return run.stdout;
}

/** Stops with a clear message on a Node that is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(`Node 20.19 or later is needed; this is ${process.versions.node}. See https://nodejs.org/`);
}

/** Installs the packages of package-lock.json unless exactly they are there. */
export function ensurePackages() {
  if (packagesAreCurrent()) return;
  console.log('Installing packages (npm ci) …');
  // esbuild needs its install step on some platforms.
  npm(['ci', '--loglevel=error'], ROOT, { npm_config_ignore_scripts: 'false' });
}

function packagesAreCurrent() {
  const installed = readLock(path.join(ROOT, 'node_modules', '.package-lock.json'));
  const wanted = readLock(path.join(ROOT, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
  );
}

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Type check and compile into out/, then bundle into dist/. */
export async function build() {
  console.log('Building …');
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [tsc, '-b'], { cwd: ROOT, stdio: 'inherit' });
  if (run.status !== 0) throw new SetupError('The project does not compile; see above.');
  const { bundle, bundleEditorTests } = await import('../esbuild.mjs');
  await Promise.all([bundle(), bundleEditorTests()]);
}

/** Absolute path of a program on the PATH, or `undefined`. */
export function which(name) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const suffix of suffixes) {
      const file = path.join(folder, name + suffix);
      if (isProgram(file)) return file;
    }
  }
  return undefined;
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const BROWSERS = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** A Chromium-based browser of this machine: CHROMIUM_EXECUTABLE, else one that is installed; `undefined` where none is. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_EXECUTABLE;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new SetupError(`CHROMIUM_EXECUTABLE names ${chosen}, which is no program.`);
  }
  const candidates = BROWSERS[process.platform] ?? BROWSERS.linux;
  for (const name of candidates) {
    const file = path.isAbsolute(name) ? (isProgram(name) ? name : undefined) : which(name);
    if (file && startsUp(file)) return file;
  }
  return undefined;
}

/** Ubuntu’s chromium-browser is but a script that asks for snap; elsewhere asking for the version may open a window. */
function startsUp(file) {
  return process.platform !== 'linux' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}

const ADVICE = {
  linux: 'sudo apt-get install chromium   (on Ubuntu: sudo npx playwright-core install --with-deps chrome)',
  darwin: 'brew install --cask google-chrome',
  win32: 'winget install Google.Chrome',
};

/** Finds a browser; as root on Debian or Ubuntu installs one, elsewhere stops and names the command. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const hint = [
    'A Chromium-based browser is needed to show the editor, and none was found. Install one:',
    `  ${ADVICE[process.platform] ?? ADVICE.linux}`,
    'or set CHROMIUM_EXECUTABLE to the program.',
  ].join('\n');
  if (!which('apt-get') || process.getuid?.() !== 0) throw new SetupError(hint);
  installBrowser();
  const installed = findChromium();
  if (!installed) throw new SetupError(hint);
  return installed;
}

/** Debian has Chromium as a package; Ubuntu has not, and gets Chrome from its maker. */
function installBrowser() {
  console.log('Installing Chromium (apt-get install chromium) …');
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  const packages = ['chromium', 'fonts-dejavu-core'];
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  if (status === 0 && findChromium()) return;
  console.log('apt-get has no Chromium that starts; installing Chrome …');
  const cli = path.join(ROOT, 'node_modules', 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', '--with-deps', 'chrome'], options);
}
