import type { Fix } from '../../engine/types.js';
import { diridFacts, driverStoreDirid } from '../../language/dirids.js';
import type { Analysis } from '../../plan/analysis.js';
import type { FileOperationKind } from '../../plan/file-operations.js';
import { planFiles } from '../../plan/files.js';
import { createDraft } from './draft.js';
import { asField } from './field-edit.js';
import { makeFix } from './fix.js';
import { appendKeyed } from './source-disks.js';
import { mostCommon } from './style.js';

/**
 * The ways to give a list a destination: the dirid that the file uses most, and the driver store, which lists of files to
 * be deleted or renamed cannot use. `list` undefined: the default for all lists and single files.
 */
export function addDestination(analysis: Analysis, list: string | undefined, kind: FileOperationKind): readonly Fix[] {
  const { destinations } = analysis.once(planFiles);
  const used = destinations.all.map(({ dirid }) => dirid).filter((dirid) => typeof dirid === 'number');
  const common = mostCommon(kind === 'copy' ? used : used.filter((dirid) => dirid !== driverStoreDirid));
  const store = kind === 'copy' ? [driverStoreDirid] : [];
  const dirids = [...new Set([...(common === undefined ? [] : [common]), ...store])];
  return dirids.map((dirid, index) => destinationFix(analysis, list ?? 'DefaultDestDir', dirid, index === 0));
}

function destinationFix(analysis: Analysis, key: string, dirid: number, preferred: boolean): Fix {
  const { model } = analysis;
  const section = model.sectionNamed('DestinationDirs');
  const place = dirid === driverStoreDirid ? 'the driver store' : (diridFacts(dirid)?.path ?? `dirid ${String(dirid)}`);
  const home = section === undefined ? 'Add [DestinationDirs] with ' : 'Add ';
  const head = {
    action: `add-destination-${String(dirid)}`,
    title: `${home}${key} = ${String(dirid)}: ${place}`,
    preferred,
  };
  return makeFix(head, () => {
    const draft = createDraft(model);
    if (section !== undefined) appendKeyed(model, draft, section, asField(key), String(dirid));
    else {
      const version = model.sectionNamed('Version')?.blocks.at(-1) ?? model.cst.blocks.at(-1);
      if (version !== undefined) {
        draft.insertSections(version, [{ name: 'DestinationDirs', lines: [`${asField(key)} = ${String(dirid)}`] }]);
      }
    }
    return draft.edits();
  });
}
