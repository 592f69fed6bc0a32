import assert from 'node:assert/strict';
import {
  currentControlSet,
  isAtOrBelow,
  replacementOf,
  replacements,
  toleratedKeys,
  universalKeys,
} from '../../server/src/language/global-registry.js';
import { isSetByWindows } from '../../server/src/language/reserved-values.js';
import {
  directiveForState,
  isDocumentedAtServiceRoot,
  isReadAtServiceRoot,
} from '../../server/src/language/service-state.js';
import { directiveNamed } from '../../server/src/language/lookup.js';

suite('keys of the registry that all drivers share', () => {
  test('the page of infverif /h has 34 of them', () => {
    assert.equal(toleratedKeys.length, 34);
    assert.equal(new Set(toleratedKeys.map(({ root, subkey }) => `${root}\\${subkey}`.toLowerCase())).size, 34);
  });

  test('a key holds what lies below it, in any case, and nothing beside it', () => {
    assert.ok(isAtOrBelow(currentControlSet, 'HKLM', 'system\\currentcontrolset'));
    assert.ok(isAtOrBelow(currentControlSet, 'HKLM', '\\SYSTEM\\CurrentControlSet\\Control'));
    assert.ok(!isAtOrBelow(currentControlSet, 'HKLM', 'SYSTEM\\CurrentControlSet2'));
    assert.ok(!isAtOrBelow(currentControlSet, 'HKLM', 'SYSTEM'));
    assert.ok(!isAtOrBelow(currentControlSet, 'HKCU', 'SYSTEM\\CurrentControlSet'));
    assert.ok(!isAtOrBelow(currentControlSet, undefined, 'SYSTEM\\CurrentControlSet'));
    assert.ok(universalKeys.some((key) => isAtOrBelow(key, 'HKCR', '')));
  });

  test('the more special replacement is found, and every advice is part of a sentence', () => {
    const advice = replacementOf('HKLM', 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce')?.advice;
    assert.match(advice ?? '', /once/);
    assert.equal(replacementOf('HKLM', 'SOFTWARE\\Example'), undefined);
    for (const replacement of replacements) assert.doesNotMatch(replacement.advice, /[.]$/);
  });
});

suite('state of services and devices that Windows keeps', () => {
  test('each has an entry of the service-install section', () => {
    for (const name of ['ImagePath', 'start', 'Group', 'DependOnGroup', 'DelayedAutostart', 'ServiceSidType']) {
      const directive = directiveForState('', name);
      assert.ok(directive !== undefined && directiveNamed('serviceInstall', directive) !== undefined, name);
    }
    assert.equal(directiveForState('TriggerInfo\\0', 'Type'), 'AddTrigger');
    assert.equal(directiveForState('Custom', 'Type'), undefined);
    assert.equal(directiveForState('', 'TriggerInfo'), undefined);
  });

  test('some values stand in the key of the service itself', () => {
    assert.ok(isReadAtServiceRoot('', 'mofImagePath'));
    assert.ok(!isReadAtServiceRoot('Parameters', 'MofImagePath'));
    assert.ok(isDocumentedAtServiceRoot('', 'BootFlags'));
    assert.ok(!isDocumentedAtServiceRoot('', 'Speed'));
  });

  test('Windows sets values of the software key', () => {
    assert.ok(isSetByWindows('matchingdeviceid'));
    assert.ok(!isSetByWindows('FriendlyName'));
  });
});
