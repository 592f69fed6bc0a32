import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { Installation, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { DmaLine } from '../../plan/dma.js';
import { createDraft } from './draft.js';
import { makeFix } from './fix.js';
import { openHardwareSections, openServiceSections, statePolicy, type Policy } from './insert-opt-in.js';
import { refer, type Referrer } from './placement.js';
import { allPciInstallations, holdsOnlyLinesOf, mechanismOf, namesOf, pciInstallations } from './subjects.js';

/** So many sections are offered one by one; of more only all together. */
const MOST_SINGLE = 5;

/**
 * The ways to apply a line whose section nothing refers to: an `AddReg` in the service-install section of the function
 * driver, or in the .HW section, of each PCI device of the file that states nothing yet.
 */
export function addReference(analysis: Analysis, line: DmaLine): readonly Fix[] {
  const { model } = analysis;
  const section = model.sectionOf(line.line.at.placed);
  if (section === undefined || model.referencesTo(section).length > 0) return [];
  const referrers = analysis.once(mechanismOf(line) === 'per-driver' ? allServiceSections : allHardwareSections);
  const all = referencing(analysis, section, referrers, 'add-reference');
  if (all === undefined || referrers.length === 1) return all === undefined ? [] : [all];
  const single = referrers.length > MOST_SINGLE ? [] : referrers;
  return [
    all,
    ...single.flatMap((one) => referencing(analysis, section, [one], `add-reference-${fold(one.name)}`) ?? []),
  ];
}

/**
 * Applies a line, which reaches only some devices or targets, to these other installations as well. A section that holds
 * nothing but lines of the same mechanism is referred to once more; else the value is written anew.
 */
export function applyToOthers(
  analysis: Analysis,
  line: DmaLine,
  installations: readonly Installation[],
): Fix | undefined {
  const { model } = analysis;
  const section = model.sectionOf(line.line.at.placed);
  const referrers = openSections(analysis, installations, line);
  if (section === undefined || referrers.length === 0) return undefined;
  if (holdsOnlyLinesOf(analysis, section, mechanismOf(line))) {
    return referencing(analysis, section, referrers, 'add-reference');
  }
  const policy = policyOf(line);
  if (policy === undefined) return undefined;
  return makeFix({ action: 'add-reference', title: `State the same for ${sectionList(referrers)}` }, () => {
    const draft = createDraft(model);
    statePolicy(analysis, draft, installations, policy);
    return draft.edits();
  });
}

function allServiceSections(analysis: Analysis): readonly Referrer[] {
  return openServiceSections(analysis, allPciInstallations(analysis));
}

function allHardwareSections(analysis: Analysis): readonly Referrer[] {
  return openHardwareSections(analysis, allPciInstallations(analysis));
}

function openSections(analysis: Analysis, installations: readonly Installation[], line: DmaLine): readonly Referrer[] {
  if (mechanismOf(line) === 'per-driver') return openServiceSections(analysis, installations);
  const wanted = new Set(installations);
  return openHardwareSections(
    analysis,
    pciInstallations(analysis, namesOf(installations)).filter((one) => wanted.has(one)),
  );
}

function referencing(
  analysis: Analysis,
  section: Section,
  referrers: readonly Referrer[],
  action: string,
): Fix | undefined {
  if (referrers.length === 0) return undefined;
  return makeFix({ action, title: `Add AddReg = ${section.name} to ${sectionList(referrers)}` }, () => {
    const draft = createDraft(analysis.model);
    refer(analysis, draft, referrers, section.name, undefined);
    return draft.edits();
  });
}

function sectionList(referrers: readonly Referrer[]): string {
  const names = referrers.slice(0, 3).map(({ name }) => `[${name}]`);
  const more = referrers.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}

/** The line's own statement as a policy; `RemappingFlags` alone states none. */
function policyOf({ intended, value }: DmaLine): Policy | undefined {
  if (value === undefined || intended === 'RemappingFlags') return undefined;
  return intended === 'DmaRemappingCompatible'
    ? { compatible: value, supported: undefined, flags: undefined }
    : { compatible: undefined, supported: value, flags: undefined };
}
