import type { Analysis } from '../plan/analysis.js';
import { readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { removeCoInstallers } from './fixes/remove-co-installers.js';
import { defineRule } from './rule.js';
import { isClassCoInstaller, isClassInstaller, isDeviceCoInstaller } from './support/co-installers.js';
import { deletesValue } from './support/registry-flags.js';
import { dataSpan, FIELD, isRelativeTo, registrySpan } from './support/registry-places.js';

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
    class: { text: 'This line registers {file} as co-installer of a setup class, which is no longer signed.', infverif: 1303 },
    installer: { text: 'This line registers the class installer {file}, which is no longer signed.', infverif: 1303 },
  },
  *check({ analysis, finding }) {
    for (const fact of analysis.once(readRegistryFacts).added) {
      const id = kindOf(analysis, fact);
      if (id === undefined || (fact.flags !== undefined && deletesValue(fact.flags))) continue;
      const isEmpty = (fact.fields[FIELD.data]?.value ?? '') === '';
      const span = isEmpty ? registrySpan(fact, FIELD.valueName) : dataSpan(fact);
      yield finding(span, id, { file: fileOf(analysis, fact) }, { fixes: () => removeCoInstallers(analysis, fact) });
    }
  },
});

function kindOf(analysis: Analysis, fact: RegistryFact): 'device' | 'class' | 'installer' | undefined {
  if (isDeviceCoInstaller(fact)) return isOfDevice(analysis, fact) ? 'device' : undefined;
  if (isClassInstaller(fact)) return isRelativeTo(analysis, fact, 'class') ? 'installer' : undefined;
  return isClassCoInstaller(fact) ? 'class' : undefined;
}

function isOfDevice(analysis: Analysis, fact: RegistryFact): boolean {
  return isRelativeTo(analysis, fact, 'software') || isRelativeTo(analysis, fact, 'class');
}

/** `"wdfcoinstaller01011.dll,WdfCoInstaller"`: what stands before the comma. */
function fileOf({ model }: Analysis, { fields, valueName }: RegistryFact): string {
  const field = fields[FIELD.data];
  const file = field === undefined ? '' : (model.valueOf(field).split(',', 1)[0] ?? '').trim();
  return file === '' ? `in ${valueName}` : file;
}
