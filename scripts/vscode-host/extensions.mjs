// Extensions that are installed beside the one under test.
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Puts extension folders where a fresh profile of VS Code finds them at its first start. */
export function placeExtensions(folders, extensionsFolder) {
  for (const folder of folders) {
    const { publisher, name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    cpSync(folder, path.join(extensionsFolder, `${publisher}.${name}-${version}`), { recursive: true });
  }
}
