import type { Fix } from '../../engine/types.js';
import { diridFacts, driverStoreDirid } from '../../language/dirids.js';
import type { Analysis } from '../../plan/analysis.js';
import type { FileOperationKind } from '../../plan/file-operations.js';
import { planFiles } from '../../plan/files.js';
import { isOpenValue } from '../../plan/source-disks.js';
import { createDraft } from './draft.js';
import { asField } from './field-edit.js';
import { makeFix } from './fix.js';
import { appendKeyed } from './source-disks.js';
import { mostCommon } from './style.js';

/**
 * The ways to give a list a destination: the folder that the file uses most, and the driver store, which lists of files to
 * be deleted or renamed cannot use. `list` undefined: the default for all lists and single files.
 */
export function addDestination(analysis: Analysis, list: string | undefined, kind: FileOperationKind): readonly Fix[] {
  const { destinations } = analysis.once(planFiles);
  const used = destinations.all.flatMap(({ dirid, folder }) =>
    typeof dirid === 'number' && !isOpenValue(folder)
      ? [folder === '' ? String(dirid) : `${String(dirid)},${folder}`]
      : [],
  );
  const store = String(driverStoreDirid);
  const common = mostCommon(kind === 'copy' ? used : used.filter((value) => value !== store));
  const values = new Set([...(common === undefined ? [] : [common]), ...(kind === 'copy' ? [store] : [])]);
  return [...values].map((value, index) => destinationFix(analysis, list ?? 'DefaultDestDir', value, index === 0));
}

/** @param value what stands behind the equals sign: `13`, or `10,SysWOW64` */
function destinationFix(analysis: Analysis, key: string, value: string, preferred: boolean): Fix {
  const { model } = analysis;
  const section = model.sectionNamed('DestinationDirs');
  const dirid = Number.parseInt(value, 10);
  const place = dirid === driverStoreDirid ? 'the driver store' : (diridFacts(dirid)?.path ?? `dirid ${String(dirid)}`);
  const what = section === undefined ? 'Add [DestinationDirs] with' : 'Add';
  const title = `${what} ${key} = ${value}${value.includes(',') ? '' : `: ${place}`}`;
  return makeFix({ action: `add-destination-${String(dirid)}`, title, preferred }, () => {
    const draft = createDraft(model);
    if (section !== undefined) appendKeyed(model, draft, section, asField(key), value);
    else {
      const home = model.sectionNamed('Version')?.blocks.at(-1) ?? model.cst.blocks.at(-1);
      const lines = [`${asField(key)} = ${value}`];
      if (home !== undefined) draft.insertSections(home, [{ name: 'DestinationDirs', lines }]);
    }
    return draft.edits();
  });
}
