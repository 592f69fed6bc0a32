import { closedHives, currentControlSet, isAtOrBelow } from '../../language/global-registry.js';
import { fold } from '../../language/fold.js';
import { holdsOpenToken } from '../../model/placeholders.js';
import type { Analysis } from '../../plan/analysis.js';
import { readRegistryFacts, type RegistryFact } from '../../plan/registry-facts.js';

/** The add-registry lines that write below a root which is the same for all drivers. */
export function globalLines(analysis: Analysis): readonly RegistryFact[] {
  return analysis.once(readRegistryFacts).select(({ root }) => root !== undefined && root !== 'HKR');
}

/** Those of the global lines whose keys belong to Windows, so that no package may change them. */
export function forbiddenLines(analysis: Analysis): ReadonlySet<RegistryFact> {
  return new Set(analysis.once(globalLines).filter((fact) => fact.root === 'HKLM' && isForbidden(fact)));
}

function isForbidden(fact: RegistryFact): boolean {
  const { subkey } = fact;
  if (holdsOpenToken(subkey.split('\\').slice(0, 3).join('\\'))) return false;
  if (hiveOf(fact) === 'system') return !isAtOrBelow(currentControlSet, 'HKLM', subkey);
  return closedHives.some((hive) => fold(hive) === hiveOf(fact));
}

/** The first part of the subkey, folded. */
export function hiveOf({ subkey }: RegistryFact): string {
  return fold(subkey.replace(/^\\/, '').split('\\', 1)[0] ?? '');
}

/** Tells whether a line names the registrations of audio processing objects, which have a rule of their own. */
export function isAboutApo({ subkey }: Pick<RegistryFact, 'subkey'>): boolean {
  return APO.test(subkey);
}

/** Below HKR and HKCR. Source: develop/porting-inf-to-windows-driver.md */
const APO = /^\\?AudioEngine\\AudioProcessingObjects(?=\\|$)/i;
