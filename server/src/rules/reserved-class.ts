import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { sampleClass, setupClassNamed } from '../language/setup-classes.js';
import type { Analysis } from '../plan/analysis.js';
import { absolute } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { asField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { orphansOf, namesWithOrphans, removeSections } from './fixes/orphans.js';
import { defineRule } from './rule.js';
import { knownEntry, valueSpan } from './support/version-section.js';

/** Classes that no INF may choose. Source: devtest/inf-validation-errors-and-warnings, install/system-defined-device-setup-classes-reserved-for-system-use */
const RESERVED = [
  { ...sampleClass, purpose: 'samples' },
  { name: 'Unknown', guid: '{4d36e97e-e325-11ce-bfc1-08002be10318}', purpose: 'devices without a driver' },
] as const;

export default defineRule({
  name: 'reserved-class',
  summary: 'The device setup class is one that Microsoft keeps for itself.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    reserved: {
      text: 'Class {name} is kept by Microsoft for {purpose}; a driver package chooses the class that fits its device.',
      infverif: 1284,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const name = knownEntry(model, 'Class');
    const guid = knownEntry(model, 'ClassGuid');
    const row = RESERVED.find(
      (each) => each.guid === fold(guid?.value ?? '') || fold(each.name) === fold(name?.value ?? ''),
    );
    const entry = fold(name?.value ?? '') === fold(row?.name ?? '') ? name : guid;
    if (row === undefined || entry === undefined) return;
    yield finding(
      valueSpan(entry),
      'reserved',
      { name: row.name, purpose: row.purpose },
      { fixes: () => setClass(analysis) },
    );
  },
});

/**
 * Classes of Windows for all devices of an enumerator that have none of their own.
 * Source: install/system-defined-device-setup-classes-available-to-vendors
 */
const BY_ENUMERATOR: ReadonlyMap<string, string> = new Map([
  ['usb', 'USBDevice'],
  ['swc', 'SoftwareComponent'],
]);

/** The class for devices of the one enumerator of the file, by name and GUID, without what made the old class. */
function setClass({ model, entries }: Analysis): readonly Fix[] {
  const enumerators = new Set(model.devices.map(({ ids }) => fold(/^\w+(?=\\)/.exec(ids[0]?.id ?? '')?.[0] ?? '')));
  const [enumerator = '', ...others] = enumerators;
  const chosen = setupClassNamed(BY_ENUMERATOR.get(enumerator) ?? '');
  const name = model.version('Class');
  const guid = model.version('ClassGuid');
  if (chosen === undefined || others.length > 0 || name?.field === undefined || guid?.field === undefined) return [];
  const fields = [
    { ...name, field: name.field, value: chosen.name },
    { ...guid, field: guid.field, value: chosen.guid },
  ];
  const own = [...entries.sectionsOf('classInstall'), ...entries.sectionsOf('classInstallServices')];
  const gone = orphansOf(model, own);
  const removal = own.length === 0 ? '' : ` and remove ${namesWithOrphans(own, gone)}`;
  const head = {
    action: `set-class-${fold(chosen.name)}`,
    title: `Set Class to ${chosen.name} (${chosen.title})${removal}`,
  };
  const fix = makeFix(head, () => {
    const draft = createDraft(model);
    for (const { at, field, value } of fields) draft.replace(absolute(at.placed, field.span), asField(value));
    removeSections(model, draft, gone);
    return draft.edits();
  });
  return [fix];
}
