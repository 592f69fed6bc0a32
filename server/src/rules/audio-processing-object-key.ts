import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { Analysis } from '../plan/analysis.js';
import { createRegistryUses, readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { isAboutApo } from './support/global-keys.js';
import { FIELD, namedKey, registrySpan } from './support/registry-places.js';
import { knownEntry } from './support/version-section.js';

/** The setup class whose packages register audio processing objects. */
const APO_CLASS = 'AudioProcessingObject';
/** A file without it, in whatever case, has nothing to do with these keys. */
const MENTION = /AudioEngine/i;

export default defineRule({
  name: 'audio-processing-object-key',
  summary: 'An audio processing object is registered for the whole machine, or by a device of another class.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    global: {
      text: 'An audio processing object is registered below HKR of the DDInstall section, not below {key}.',
      infverif: 2660,
    },
    class: {
      text: 'Only a package of the class AudioProcessingObject registers audio processing objects below {key}, and this one is of the class {class}.',
      infverif: 2661,
    },
  },
  *check({ analysis, finding }) {
    const className = knownEntry(analysis.model, 'Class')?.value;
    if (!MENTION.test(analysis.model.cst.snapshot.text)) return;
    const isApoClass = className !== undefined && fold(className) === fold(APO_CLASS);
    for (const fact of analysis.once(readRegistryFacts).select(() => true)) {
      if (!isAboutApo(fact)) continue;
      const key = namedKey(fact);
      if (fact.root === 'HKCR') {
        const extras = isApoClass ? { fixes: () => cures(analysis, fact) } : {};
        yield finding(registrySpan(fact, FIELD.root), 'global', { key }, extras);
      } else if (fact.root === 'HKR' && className !== undefined && !isApoClass && isOfDevice(analysis, fact)) {
        yield finding(registrySpan(fact, FIELD.subkey), 'class', { key, class: className });
      }
    }
  },
});

function isOfDevice(analysis: Analysis, fact: RegistryFact): boolean {
  const uses = analysis.once(createRegistryUses).of(fact);
  return uses.some(({ relativeTo }) => relativeTo === 'software' || relativeTo === 'hardware');
}

/** All registrations of the section together, where nothing but DDInstall sections applies it. */
function cures(analysis: Analysis, { section, at }: RegistryFact): readonly Fix[] {
  const { model } = analysis;
  const uses = model.writesOf(at);
  if (uses.length === 0 || !uses.every(({ relativeTo }) => relativeTo === 'software')) return [];
  const title = `Register the audio processing objects of [${section.name}] below HKR (Windows 10 1809)`;
  return [
    makeFix({ action: 'make-relative', title, preferred: true }, () =>
      analysis
        .once(readRegistryFacts)
        .of(section)
        .filter((fact) => fact.root === 'HKCR' && isAboutApo(fact))
        .flatMap((fact) => fact.fields.slice(0, 1).map((field) => replaceField(fact.at, field, 'HKR'))),
    ),
  ];
}
