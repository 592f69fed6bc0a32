import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { systemReason, type Trouble } from './trouble.js';

/**
 * Replaces the content of a file at one stroke: writes a new file beside it and renames it, so that nobody ever sees half
 * a file. Permissions and, where possible, the owner stay; a symbolic link stays one.
 * @returns a trouble when it could not be done; the file is then as it was
 */
export async function writeBytes(file: string, filePath: string, bytes: Uint8Array): Promise<Trouble | undefined> {
  let temporary: string | undefined;
  try {
    const real = await fs.realpath(filePath);
    await fs.access(real, fs.constants.W_OK);
    const stats = await fs.stat(real);
    const name = path.join(path.dirname(real), `.${path.basename(real)}.${randomBytes(6).toString('hex')}.tmp`);
    const handle = await fs.open(name, 'wx', stats.mode & 0o777);
    temporary = name;
    try {
      await handle.writeFile(bytes);
      await handle.chmod(stats.mode & 0o7777);
      await handle.chown(stats.uid, stats.gid).catch(() => undefined);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(name, real);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) await fs.rm(temporary, { force: true });
    return { where: file, what: systemReason(error, 'written') };
  }
}
