// npm run bench: how fast we are beside the JSON language service and its server, in one run.
//   npm run bench -- --quick    rough figures: shows that the benchmark works
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build, checkNode, ensurePackages, ROOT, runMain } from './setup.mjs';

await runMain(async () => {
  checkNode();
  ensurePackages();
  await build();
  const script = path.join(ROOT, 'out', 'test', 'bench', 'bench.js');
  const { status } = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  return status ?? 1;
});
