import type { Fix } from '../../engine/types.js';
import { dmaEquivalents } from '../../language/dma-remapping.js';
import type { Installation } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { DmaLine, DmaStatement } from '../../plan/dma.js';
import { createDraft } from './draft.js';
import { makeFix } from './fix.js';
import { openHardwareSections, openServiceSections, statePolicy, type Policy } from './insert-opt-in.js';
import { functionDrivers, namesOf, pciInstallations, sharingDrivers } from './subjects.js';

/**
 * Adds to a DmaRemappingCompatible line the values per device that say the same, which Windows 11 24H2 and later want.
 * `undefined` when the number is not known or each device has its own value already.
 */
export function addPerDevice(analysis: Analysis, line: DmaLine): Fix | undefined {
  const installations = effectiveInstallations(analysis, line);
  const values = dmaEquivalents.find(({ perDriver }) => perDriver === line.value);
  if (values === undefined || openHardwareSections(analysis, installations).length === 0) return undefined;
  const conditional = values.flags === 1;
  const policy: Policy = { compatible: undefined, supported: values.supported, flags: conditional ? 1 : undefined };
  const flags = conditional ? ' with RemappingFlags = 1' : '';
  const title = `Add the same per device, for Windows 11 24H2 and later: RemappingSupported = ${String(values.supported)}${flags}`;
  return stating(analysis, { action: 'add-per-device', title, preferred: true }, installations, policy);
}

/**
 * Adds to a RemappingSupported line the DmaRemappingCompatible that says the same, which older Windows reads. `undefined`
 * when the package has no function driver of its own or one that serves devices with other values.
 */
export function addPerDriver(analysis: Analysis, line: DmaLine): Fix | undefined {
  const { dma } = analysis;
  const installations = effectiveInstallations(analysis, line);
  if (openServiceSections(analysis, installations).length === 0) return undefined;
  const sharing = pciInstallations(analysis, namesOf(sharingDrivers(analysis, installations)));
  const values = new Set(
    sharing.map((one) => compatibleValue(dma.statementOf(one))).filter((value) => value !== 'none'),
  );
  const [value] = values;
  if (value === undefined || values.size > 1 || functionDrivers(installations).size === 0) return undefined;
  const policy: Policy = { compatible: value, supported: undefined, flags: undefined };
  const title = `Add the same per driver, for Windows before 11 24H2: DmaRemappingCompatible = ${String(value)}`;
  return stating(analysis, { action: 'add-per-driver', title, preferred: true }, installations, policy);
}

function stating(
  analysis: Analysis,
  head: Omit<Fix, 'edits' | 'safety'>,
  installations: readonly Installation[],
  policy: Policy,
): Fix {
  return makeFix(head, () => {
    const draft = createDraft(analysis.model);
    statePolicy(analysis, draft, installations, policy);
    return draft.edits();
  });
}

function effectiveInstallations(analysis: Analysis, line: DmaLine): readonly Installation[] {
  const effective = line.writes.filter((one) => one.effective).map(({ write }) => write.installation);
  return pciInstallations(analysis, namesOf(effective));
}

/** The number that says per driver what a statement says per device; `none` where it says nothing. */
function compatibleValue(statement: DmaStatement): number | 'none' | undefined {
  const supported = statement.supported.at(-1);
  if (supported === undefined) return 'none';
  if (supported.value === undefined || supported.value === 0) return supported.value;
  const flags = statement.flags.at(-1);
  const conditional = flags === undefined ? 0 : flags.value;
  return dmaEquivalents.find((row) => row.supported === 1 && (row.flags ?? 0) === conditional)?.perDriver;
}
