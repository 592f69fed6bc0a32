import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { setupClasses, setupClassNamed, setupClassOfGuid, type SetupClass } from '../language/setup-classes.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { isGuid, knownEntry, valueSpan, type VersionEntry } from './support/version-section.js';

export default defineRule({
  name: 'class-guid-mismatch',
  summary: 'Class and ClassGuid name different device setup classes.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    className: { text: 'ClassGuid {guid} is that of class {expected}, not of {name}.', infverif: 1280 },
    classGuid: { text: 'The GUID of class {name} is {expected}, not {guid}.', infverif: 1281 },
  },
  *check({ analysis: { model }, finding }) {
    const name = knownEntry(model, 'Class');
    const guid = knownEntry(model, 'ClassGuid');
    if (name === undefined || guid === undefined || !isGuid(guid.value)) return;
    const byGuid = published(setupClassOfGuid(guid.value));
    const byName = published(setupClassNamed(name.value));
    if (byName?.guid === fold(guid.value) || (byGuid !== undefined && fold(byGuid.name) === fold(name.value))) return;
    const fixes = (): readonly Fix[] => [...setName(name, byGuid), ...setGuid(guid, byName)];
    if (byGuid !== undefined) {
      const args = { guid: guid.value, expected: byGuid.name, name: name.value };
      yield finding(valueSpan(name), 'className', args, { fixes });
    } else if (byName !== undefined) {
      const args = { name: name.value, expected: byName.guid, guid: guid.value };
      yield finding(valueSpan(guid), 'classGuid', args, { fixes });
    }
  },
});

/** A class that Windows itself knows; those that only samples use say nothing about anybody else's. */
function published(known: SetupClass | undefined): SetupClass | undefined {
  return known?.availability === 'sample' ? undefined : known;
}

function setName({ at, field }: VersionEntry, byGuid: SetupClass | undefined): readonly Fix[] {
  if (byGuid === undefined || field === undefined) return [];
  const same = setupClasses.filter(({ guid }) => guid === byGuid.guid).slice(0, 3);
  return same.map(({ name, title }) =>
    makeFix({ action: `set-class-${fold(name)}`, title: `Set Class to ${name} (${title})` }, () => [
      replaceField(at, field, name),
    ]),
  );
}

function setGuid({ at, field }: VersionEntry, byName: SetupClass | undefined): readonly Fix[] {
  if (byName === undefined || field === undefined) return [];
  const title = `Set ClassGuid to that of ${byName.name}: ${byName.guid}`;
  return [makeFix({ action: 'set-class-guid', title }, () => [replaceField(at, field, byName.guid)])];
}
