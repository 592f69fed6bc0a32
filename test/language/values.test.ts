import assert from 'node:assert/strict';
import { diridFacts, dirids, driverStoreDirid } from '../../server/src/language/dirids.js';
import { docsUrl } from '../../server/src/language/docs.js';
import { fold } from '../../server/src/language/fold.js';
import { languageNamed, languages } from '../../server/src/language/lang-ids.js';
import { registryValueAt, registryValues, registryValuesNamed } from '../../server/src/language/registry-values.js';
import { releases } from '../../server/src/language/releases.js';
import {
  extensionClassGuid,
  setupClasses,
  setupClassNamed,
  setupClassOfGuid,
} from '../../server/src/language/setup-classes.js';
import type { ValueSetName } from '../../server/src/language/value-sets.js';
import { flagParts, memberNamed, memberOfValue, valueSets } from '../../server/src/language/values.js';

const setNames = Object.keys(valueSets) as ValueSetName[];

function assertUnique(values: readonly unknown[], what: string): void {
  assert.equal(new Set(values).size, values.length, what);
}

/** Names of the flags that make up a number, and the bits left over. */
function parts(set: ValueSetName, value: number): string {
  const { members, unknown } = flagParts(set, value);
  return [...members.map(({ name }) => name ?? '?'), ...(unknown === 0 ? [] : [`0x${unknown.toString(16)}`])].join(' ');
}

suite('sets of values', () => {
  test('count each number and each name once', () => {
    for (const set of setNames) {
      const { members } = valueSets[set];
      assertUnique(
        members.flatMap(({ value }) => (value === undefined ? [] : [value])),
        set,
      );
      assertUnique(
        members.flatMap(({ name }) => (name === undefined ? [] : [fold(name)])),
        set,
      );
    }
  });

  test('give numbers to flags and numbers, names to words', () => {
    for (const set of setNames) {
      const { form, members } = valueSets[set];
      assert.ok(members.length > 0, set);
      for (const { value, name } of members) assert.ok((form === 'words' ? name : value) !== undefined, set);
    }
  });

  test('stay within 32 bits', () => {
    for (const set of setNames) {
      for (const { value = 0 } of valueSets[set].members) assert.ok(value >= 0 && value <= 0xffffffff, set);
    }
  });

  test('link well-formed pages', () => {
    for (const set of setNames)
      assert.equal(new URL(docsUrl(valueSets[set].docs)).hostname, 'learn.microsoft.com', set);
  });

  test('take AddReg flags apart into type and modifiers', () => {
    assert.equal(parts('addRegFlags', 0), 'FLG_ADDREG_TYPE_SZ');
    assert.equal(parts('addRegFlags', 0x00010001), 'FLG_ADDREG_TYPE_DWORD');
    assert.equal(parts('addRegFlags', 0x00010003), 'FLG_ADDREG_TYPE_DWORD FLG_ADDREG_NOCLOBBER');
    assert.equal(parts('addRegFlags', 0x00010008), 'FLG_ADDREG_TYPE_MULTI_SZ FLG_ADDREG_APPEND');
    assert.equal(parts('addRegFlags', 0x000b0001), 'FLG_ADDREG_TYPE_QWORD');
    assert.equal(parts('addRegFlags', 0x4), 'FLG_ADDREG_TYPE_SZ FLG_ADDREG_DELVAL');
  });

  test('leave over the bits that nobody knows', () => {
    assert.equal(parts('addRegFlags', 0x00380001), '0x380001');
    assert.equal(parts('addServiceFlags', 0x80000002), 'SPSVCINST_ASSOCSERVICE 0x80000000');
    assert.equal(parts('addServiceFlags', 0), '');
  });

  test('find a flag of several bits as a whole', () => {
    assert.equal(parts('delRegFlags', 0x00018002), 'FLG_DELREG_MULTI_SZ_DELSTRING');
    assert.equal(parts('delRegFlags', 0x0001c002), 'FLG_DELREG_MULTI_SZ_DELSTRING FLG_DELREG_32BITKEY');
  });

  test('find members by number and by name', () => {
    assert.equal(memberOfValue('startTypes', 3)?.name, 'SERVICE_DEMAND_START');
    assert.equal(memberOfValue('startTypes', 5), undefined);
    assert.equal(memberNamed('filterPositions', 'UPPER')?.name, 'Upper');
    assert.equal(memberNamed('filterPositions', 'Middle'), undefined);
  });
});

suite('dirids', () => {
  test('are unique', () => {
    assertUnique(
      dirids.map(({ dirid }) => dirid),
      'dirid',
    );
  });

  test('know the driver store and the two spellings of the absolute one', () => {
    assert.equal(diridFacts(driverStoreDirid)?.universal, 'yes');
    assert.equal(diridFacts(65535), diridFacts(-1));
    assert.equal(diridFacts(14), undefined);
  });
});

suite('setup classes', () => {
  test('have unique names and well-formed, unique GUIDs', () => {
    assertUnique(
      setupClasses.map(({ name }) => fold(name)),
      'name',
    );
    assertUnique(
      setupClasses.map(({ guid }) => guid),
      'GUID',
    );
    for (const { guid, name, docs } of setupClasses) {
      assert.match(docs, /^[a-z0-9-]+\/[a-z0-9-]+$/, name);
      assert.match(guid, /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/, name);
    }
  });

  test('are found by name and GUID, ignoring case', () => {
    assert.equal(setupClassNamed('net')?.guid, '{4d36e972-e325-11ce-bfc1-08002be10318}');
    assert.equal(setupClassOfGuid('{4D36E968-E325-11CE-BFC1-08002BE10318}')?.name, 'Display');
    assert.equal(setupClassOfGuid(extensionClassGuid)?.name, 'Extension');
    assert.equal(setupClassNamed('Sample'), undefined);
  });
});

suite('releases', () => {
  test('stand in order', () => {
    const rows = Object.values(releases).map(({ major, minor, build }) => major * 1e9 + minor * 1e6 + build);
    assert.deepEqual(
      rows,
      rows.toSorted((a, b) => a - b),
    );
    assertUnique(rows, 'version');
  });

  test('carry the builds that decorations are written with', () => {
    assert.equal(releases['Windows 10 1803'].build, 17134);
    assert.equal(releases['Windows 11'].build, 22000);
    assert.equal(releases['Windows 11 24H2'].build, 26100);
  });
});

suite('languages', () => {
  test('are keyed by four lower-case hex digits', () => {
    for (const id of Object.keys(languages)) assert.match(id, /^[0-9a-f]{4}$/);
  });

  test('are found by the suffix of a Strings section', () => {
    assert.equal(languageNamed('0407'), 'German (Germany)');
    assert.equal(languageNamed('0C0A'), 'Spanish (Spain)');
    assert.equal(languageNamed('7c0a'), 'Spanish');
    assert.equal(languageNamed('0009'), 'English');
    assert.equal(languageNamed('de'), undefined);
    assert.equal(languageNamed('03ff'), undefined);
  });
});

suite('known registry values', () => {
  test('have one row for each subkey and name', () => {
    assertUnique(
      registryValues.map(({ subkey, name }) => `${fold(subkey)}\\\\${fold(name)}`),
      'value',
    );
  });

  test('are found by name', () => {
    const [dma] = registryValuesNamed('dmaremappingcompatible');
    assert.equal(dma?.subkey, 'Parameters');
    assert.deepEqual(dma.relativeTo, ['service']);
    assert.deepEqual(registryValuesNamed('toString'), []);
  });

  test('are found below subkeys with a part that authors choose', () => {
    assert.deepEqual(registryValueAt('ndi\\params\\*FlowControl', 'ParamDesc')?.types, ['REG_SZ']);
    assert.equal(registryValueAt('ndi\\params', 'ParamDesc'), undefined);
    assert.deepEqual(registryValueAt('DMA Management', 'RemappingSupported')?.relativeTo, ['hardware']);
  });

  test('link well-formed pages', () => {
    for (const { docs, name } of registryValues) assert.match(docs, /^[a-z0-9-]+\/[a-z0-9.-]+$/, name);
  });
});
