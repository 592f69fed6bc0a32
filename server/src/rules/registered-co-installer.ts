import type { Analysis } from '../plan/analysis.js';
import { readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { removeCoInstallers } from './fixes/remove-co-installers.js';
import { defineRule } from './rule.js';
import { isClassCoInstaller, isClassInstaller, isDeviceCoInstaller } from './support/co-installers.js';
import { globalLines } from './support/global-keys.js';
import { deletesValue } from './support/registry-flags.js';
import { dataSpan, FIELD, isRelativeTo } from './support/registry-places.js';

export default defineRule({
  name: 'registered-co-installer',
  summary: 'A registry line registers a co-installer or a class installer.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    device: {
      text: 'This line registers the co-installer {file}; packages with one have not been signed since January 2023.',
      infverif: 1303,
    },
    class: {
      text: 'This line registers {file} as co-installer of a setup class, which is no longer signed.',
      infverif: 1303,
    },
    installer: { text: 'This line registers the class installer {file}, which is no longer signed.', infverif: 1303 },
  },
  *check({ analysis, finding }) {
    for (const fact of candidates(analysis)) {
      const id = kindOf(analysis, fact);
      if (id === undefined || (fact.flags !== undefined && deletesValue(fact.flags))) continue;
      const file = fileOf(analysis, fact);
      if (file === '') continue;
      yield finding(dataSpan(fact), id, { file }, { fixes: () => removeCoInstallers(analysis, fact) });
    }
  },
});

/** The lines with one of the two names, and those below absolute roots. */
function candidates(analysis: Analysis): readonly RegistryFact[] {
  const named = analysis.once(readRegistryFacts).select(({ root, name }) => root === 'HKR' && VALUE_NAMES.has(name));
  return [...named, ...analysis.once(globalLines)];
}

const VALUE_NAMES: ReadonlySet<string> = new Set(['coinstallers32', 'installer32']);

function kindOf(analysis: Analysis, fact: RegistryFact): 'device' | 'class' | 'installer' | undefined {
  if (isDeviceCoInstaller(fact)) return isOfDevice(analysis, fact) ? 'device' : undefined;
  if (isClassInstaller(fact)) return isRelativeTo(analysis, fact, 'class') ? 'installer' : undefined;
  return isClassCoInstaller(fact) ? 'class' : undefined;
}

function isOfDevice(analysis: Analysis, fact: RegistryFact): boolean {
  return isRelativeTo(analysis, fact, 'software') || isRelativeTo(analysis, fact, 'class');
}

/** `"wdfcoinstaller01011.dll,WdfCoInstaller"`: what stands before the comma; empty where nothing is registered. */
function fileOf({ model }: Analysis, { fields }: RegistryFact): string {
  const field = fields[FIELD.data];
  return field === undefined ? '' : (model.valueOf(field).split(',', 1)[0] ?? '').trim();
}
