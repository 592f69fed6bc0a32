import { driverStoreDirid } from '../language/dirids.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import { planFiles } from '../plan/files.js';
import { folderParts } from '../plan/source-disks.js';
import type { Field, LineRef } from '../syntax/cst.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'unusable-folder',
  summary: 'A folder of a source or destination is no relative path, or leads out of the package.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    character: { text: 'The folder "{folder}" holds {character}, which no folder name may have.', infverif: 1015 },
    drive: {
      text: 'The folder "{folder}" is below {base}, so it cannot begin with a drive.',
      infverif: 1015,
    },
    outside: {
      text: 'The folder "{folder}" leads out of the folder of the INF, where all files of the package are.',
      infverif: 1016,
    },
  },
  *check({ analysis, finding }) {
    for (const { at, field, folder, base } of foldersIn(analysis)) {
      if (isOpenValue(folder)) continue;
      const span = fieldSpan(at, field);
      const [character] = NOT_IN_FOLDERS.exec(folder.replace(DRIVE, '')) ?? [];
      if (character !== undefined) {
        const shown = character === '\t' ? 'a tab' : `"${character}"`;
        yield finding(span, 'character', { folder, character: shown });
      } else if (DRIVE.test(folder)) yield finding(span, 'drive', { folder, base });
      else if (base === PACKAGE && climbs(folder)) yield finding(span, 'outside', { folder });
    }
  },
});

const NOT_IN_FOLDERS = /[<>|?*":\t]/;
const DRIVE = /^[a-z]:/i;
const PACKAGE = 'the folder of the INF';

interface Folder {
  readonly at: LineRef;
  readonly field: Field;
  readonly folder: string;
  readonly base: string;
}

/** All folders of sources and destinations; those of dirid -1 are absolute paths. */
function* foldersIn(analysis: Analysis): Generator<Folder> {
  const { sources, destinations } = analysis.once(planFiles);
  for (const { at, folder, folderField } of [...sources.disks, ...sources.files]) {
    if (folderField !== undefined) yield { at, folder, field: folderField, base: PACKAGE };
  }
  for (const { at, folder, folderField, dirid } of destinations.all) {
    if (folderField === undefined || typeof dirid !== 'number' || dirid < 0) continue;
    const base = dirid === driverStoreDirid ? 'the driver store folder of the package' : `dirid ${String(dirid)}`;
    yield { at, folder, field: folderField, base };
  }
}

/** Whether `..` leads further up than the path went down before. */
function climbs(folder: string): boolean {
  let depth = 0;
  for (const part of folderParts(folder)) {
    depth += part === '..' ? -1 : 1;
    if (depth < 0) return true;
  }
  return false;
}
