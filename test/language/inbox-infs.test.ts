import assert from 'node:assert/strict';
import { docsUrl } from '../../server/src/language/docs.js';
import { fold } from '../../server/src/language/fold.js';
import {
  inboxCompanions,
  inboxInfNamed,
  inboxInfOfBinary,
  inboxInfOfSection,
  inboxInfs,
  isForHardware,
} from '../../server/src/language/inbox-infs.js';
import { companionSuffixOf, suffixOfKind } from '../../server/src/language/section-suffix.js';

suite('inbox INF files', () => {
  test('have unique names, sections and binaries, and a source each', () => {
    const unique = (names: readonly string[]): void => assert.equal(new Set(names.map(fold)).size, names.length);
    unique(inboxInfs.map(({ file }) => file));
    unique(inboxInfs.flatMap(({ sections }) => sections));
    unique(inboxInfs.flatMap(({ binaries = [] }) => binaries));
    for (const { file, source } of inboxInfs) {
      assert.match(file, /^[\w-]+\.inf$/);
      assert.match(docsUrl(source), /^https:\/\/[\w.-]+\/[\w./-]+$/);
    }
  });

  test('are found by name, section and binary in any case', () => {
    assert.equal(inboxInfNamed('WUDFRD.INF')?.file, 'WUDFRD.inf');
    assert.equal(inboxInfOfSection('ks.registration')?.file, 'ks.inf');
    assert.equal(inboxInfOfBinary('winusb.SYS')?.file, 'winusb.inf');
    assert.equal(inboxInfNamed('other.inf'), undefined);
  });

  test('say which sections go together', () => {
    const names = (section: string) => inboxCompanions(section).map(({ name, suffix }) => `${suffix} ${name}`);
    assert.deepEqual(names('wudfrd.nt'), ['.HW WUDFRD.NT.HW', '.Services WUDFRD.NT.Services']);
    assert.deepEqual(names('KS.Registration'), []);
    assert.ok(!names('UmPass').includes('.CoInstallers UmPass.CoInstallers'));
  });

  test('know the sections for hardware whose names do not tell', () => {
    assert.ok(isForHardware('pcid3coldsupported'));
    assert.ok(!isForHardware('WUDFRD.NT'));
  });
});

suite('suffixes of sections', () => {
  test('are read in any case and spelt as the tables do', () => {
    assert.equal(companionSuffixOf('Dev.NT.hw'), '.HW');
    assert.equal(companionSuffixOf('USBVideo.NT.WDF'), '.Wdf');
    assert.equal(companionSuffixOf('KS.Registration'), undefined);
    assert.equal(companionSuffixOf('.HW'), undefined);
  });

  test('are those of the kinds', () => {
    assert.equal(suffixOfKind('installServices'), '.Services');
    assert.equal(suffixOfKind('install'), '');
  });
});
