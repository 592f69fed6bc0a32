import type { Fix } from '../../engine/types.js';
import { diridFacts, driverStoreDirid } from '../../language/dirids.js';
import { fold } from '../../language/fold.js';
import { isOpenValue } from '../../model/placeholders.js';
import type { Analysis } from '../../plan/analysis.js';
import type { FileOperationKind } from '../../plan/file-operations.js';
import { planFiles } from '../../plan/files.js';
import { readServiceBinaries } from '../../plan/service-binaries.js';
import { createDraft } from './draft.js';
import { asField } from './field-edit.js';
import { makeFix } from './fix.js';
import { appendKeyed } from './source-disks.js';
import { mostCommon } from './style.js';

/**
 * The ways to give a list a destination: where services run its files; else the folder that the file uses most, and the
 * driver store, which lists of files to be deleted or renamed cannot use. `list` undefined: the default for all lists and
 * single files.
 */
export function addDestination(analysis: Analysis, list: string | undefined, kind: FileOperationKind): readonly Fix[] {
  const wanted = kind === 'copy' ? placesOfServices(analysis, list) : [];
  const values = wanted.length > 0 ? wanted : usualPlaces(analysis, kind);
  return values.map((value, index) => destinationFix(analysis, list ?? 'DefaultDestDir', value, index === 0));
}

/** The folders from which ServiceBinary lines run files that would go there. */
function placesOfServices(analysis: Analysis, list: string | undefined): readonly string[] {
  const { destinations, operations } = analysis.once(planFiles);
  const isConcerned = (name: string | undefined): boolean =>
    list === undefined
      ? name === undefined || destinations.ownOf(name) === undefined
      : name !== undefined && fold(name) === fold(list);
  const copies = operations.all.filter((one) => one.kind === 'copy' && isConcerned(one.list?.name));
  const files = new Set(copies.map(({ destination }) => fold(destination)));
  const places = analysis.once(readServiceBinaries).flatMap(({ place }) => {
    if (place === undefined) return [];
    const end = place.path.lastIndexOf('\\');
    if (!files.has(fold(place.path.slice(end + 1)))) return [];
    return [end < 0 ? String(place.dirid) : `${String(place.dirid)},${place.path.slice(0, end)}`];
  });
  return [...new Set(places)];
}

function usualPlaces(analysis: Analysis, kind: FileOperationKind): readonly string[] {
  const { destinations } = analysis.once(planFiles);
  const used = destinations.all.flatMap(({ dirid, folder }) =>
    typeof dirid === 'number' && !isOpenValue(folder)
      ? [folder === '' ? String(dirid) : `${String(dirid)},${folder}`]
      : [],
  );
  const store = String(driverStoreDirid);
  const common = mostCommon(kind === 'copy' ? used : used.filter((value) => value !== store));
  return [...new Set([...(common === undefined ? [] : [common]), ...(kind === 'copy' ? [store] : [])])];
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
