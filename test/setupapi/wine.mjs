// Asks SetupAPI itself: the program infdump, built for Windows, run under Wine.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const COMPILER = 'x86_64-w64-mingw32-gcc';
const WINES = ['/usr/lib/wine/wine64', 'wine64', 'wine'];
const PACKAGES = ['wine64', 'gcc-mingw-w64-x86-64-posix'];
const BATCH = 150;

const answers = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

/** Installs Wine and the compiler by apt-get, where that is possible and they are not there. */
export function install() {
  if (missing().length === 0 || process.platform !== 'linux' || process.getuid() !== 0) return;
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { stdio: 'inherit' });
  if (missing().length === 0) return;
  spawnSync('apt-get', ['update'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { stdio: 'inherit' });
}

/** What the machine lacks, in words; empty when SetupAPI can be asked. */
export function missing() {
  const lacking = [];
  if (!answers(COMPILER)) lacking.push(`the compiler ${COMPILER} (Debian: gcc-mingw-w64-x86-64-posix)`);
  if (findWine() === undefined) lacking.push('Wine (Debian: wine64)');
  return lacking;
}

function findWine() {
  return WINES.find((wine) => (path.isAbsolute(wine) ? existsSync(wine) : answers(wine)));
}

/**
 * Builds infdump and returns a function from files' bytes to SetupAPI's answers, in the same order.
 * @param sources folder that holds infdump.c
 * @param folder an empty folder to work in
 */
export function openSetupApi(sources, folder) {
  const program = path.join(folder, 'infdump.exe');
  const built = spawnSync(COMPILER, ['-O2', '-o', program, path.join(sources, 'infdump.c'), '-lsetupapi'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`infdump.c does not compile:\n${built.stderr}`);
  const prefix = path.join(folder, 'prefix');
  mkdirSync(prefix);
  const env = { ...process.env, WINEPREFIX: prefix, WINEDEBUG: '-all', LC_ALL: 'C' };
  const wine = findWine();
  return (files) => {
    const answered = [];
    for (let at = 0; at < files.length; at += BATCH)
      answered.push(...askBatch(wine, program, folder, env, files.slice(at, at + BATCH)));
    return answered;
  };
}

function askBatch(wine, program, folder, env, files) {
  const names = files.map((bytes, index) => {
    const name = path.join(folder, `${String(index)}.inf`);
    writeFileSync(name, bytes);
    return `Z:${name.replaceAll('/', '\\')}`;
  });
  const run = spawnSync(wine, [program, ...names], { env, encoding: 'utf8', maxBuffer: 1 << 30, timeout: 120_000 });
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  if (lines.length !== files.length) {
    throw new Error(
      `SetupAPI answered for ${String(lines.length)} of ${String(files.length)} files (exit ${String(run.status)}): ${run.stderr}`,
    );
  }
  return lines.map((line) => JSON.parse(line));
}
