import { isOpenValue } from '../model/placeholders.js';
import { planFiles } from '../plan/files.js';
import { forArchitecture, joinFolders } from '../plan/source-disks.js';
import { defineRule } from './rule.js';
import { keySpan } from './support/places.js';

export default defineRule({
  name: 'missing-source-file',
  summary: 'A file of the package is not where [SourceDisksFiles] says, although others are.',
  severity: 'warning',
  fix: 'none',
  messages: {
    missing: { text: '{file} is not in the folder of the INF, where other files of the package are.' },
    elsewhere: {
      text: '{file} is not in {folder} below the INF, where [SourceDisksFiles] says it is, but beside the INF.',
    },
  },
  *check({ analysis, finding }) {
    const { folder } = analysis.surroundings;
    // Beside a template lie the sources of the driver; the binaries join it only in the folder of the build.
    if (folder === undefined || analysis.model.isTemplate) return;
    const { sources } = analysis.once(planFiles);
    const files = sources.files.flatMap((file) => {
      const { disk, scope, name } = file;
      const architecture = scope === 'all' || scope === 'open' ? undefined : scope;
      const names = typeof disk === 'number' ? forArchitecture(sources.disksNamed(disk), architecture) : undefined;
      const path = joinFolders(names?.folder ?? '', file.folder, name);
      return names === undefined || isOpenValue(path) ? [] : [{ file, path }];
    });
    // Without any of them this is no package folder: the binaries may come from the output of a build.
    if (!files.some(({ path }) => folder.has(path))) return;
    for (const { file, path } of files) {
      if (folder.has(path) || isCompressedThere(path, (name) => folder.has(name))) continue;
      const { name: missing, at } = file;
      const below = joinFolders(path.slice(0, -missing.length));
      const isBeside = below !== '' && folder.has(missing);
      if (isBeside) yield finding(keySpan(at), 'elsewhere', { file: missing, folder: below });
      else yield finding(keySpan(at), 'missing', { file: path });
    }
  },
});

/** Whether the file is there under its compressed name, `driver.sy_`. */
function isCompressedThere(path: string, has: (path: string) => boolean): boolean {
  return has(`${path.slice(0, -1)}_`) || has(`${path}_`);
}
