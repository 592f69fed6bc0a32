import assert from 'node:assert/strict';
import { allRules } from '../../server/src/rules/index.js';
import { driver, PCI_DEVICE } from '../support/driver.js';
import { findingsIn } from '../support/squiggle.js';

/** Names of the rules that report a text, but hints. */
function reported(text: string): readonly string[] {
  return findingsIn(allRules, text, { mode: 'w' })
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule }) => rule);
}

/** Headers of a package without devices of its own. */
const VERSION = `[Version]
Signature = "$Windows NT$"
Class = System
ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}
Provider = %Vendor%
CatalogFile = svc.cat
DriverVer = 01/01/2025,1.0.0.0
PnpLockdown = 1
[Strings]
Vendor = "Example"
Disk = "Disk"
`;

/** What installs a service with an opt-in below its key. */
const PARTS = `[Svc_Inst]
ServiceType = 1
StartType = 3
ErrorControl = 1
ServiceBinary = %13%\\svc.sys
AddReg = Svc_Reg
[Svc_Reg]
HKR,Parameters,DmaRemappingCompatible,0x00010001,1
[Svc_Files]
svc.sys
[DestinationDirs]
DefaultDestDir = 13
[SourceDisksNames]
1 = %Disk%
[SourceDisksFiles]
svc.sys = 1
`;

const INSTALL = `[Dev.NT]
CopyFiles = Svc_Files
[Dev.NT.Services]
AddService = Svc, 2, Svc_Inst
`;

suite('one slip, one finding', () => {
  for (const name of ['Dev.NT.Service', 'Dev.Services', 'Dev.NTamd64.Services']) {
    test(`[${name}] for [Dev.NT.Services]`, () => {
      const manufacturer =
        '[Manufacturer]\n%Vendor% = Models, NTamd64.10.0...17763\n[Models.NTamd64.10.0...17763]\n%Disk% = Dev, PCI\\VEN_1B36&DEV_0010\n';
      const text = `${VERSION}${manufacturer}${INSTALL.replace('Dev.NT.Services', name)}${PARTS}`;
      assert.deepEqual(reported(text), ['missing-function-driver']);
    });
  }

  test('companions of a missing [DefaultInstall]', () => {
    const text = `${VERSION}[DefaultInstall.NTamd64]\nCopyFiles = Svc_Files\n[DefaultInstall.NTarm64.Services]\nAddService = Svc,, Svc_Inst\n${PARTS}`;
    assert.deepEqual(reported(text), ['undecorated-default-install']);
  });

  const deviceless = {
    'no [Manufacturer]': '',
    'an empty [Manufacturer]': '[Manufacturer]\n',
    'an empty [Manufacturer] and a Models section':
      '[Manufacturer]\n[Models.NTamd64]\n%Disk% = Dev, USB\\VID_1209&PID_0001\n',
    'an empty Models section':
      '[Manufacturer]\n%Vendor% = Models, NTamd64.10.0...17763\n[Models.NTamd64.10.0...17763]\n',
  };
  for (const [what, sections] of Object.entries(deviceless)) {
    test(what, () => assert.deepEqual(reported(VERSION + sections + INSTALL + PARTS), ['no-device']));
  }

  const destinations = { 'an unknown dirid': '1313', 'a dirid of a class installer': '32769' };
  for (const [what, dirid] of Object.entries(destinations)) {
    test(what, () => {
      const text = driver(`
        [Dev.NT.HW]
        AddReg = Hw_Reg
        [Hw_Reg]
        HKR,"Interrupt Management",,0x00000010
        [DestinationDirs]
        DefaultDestDir = ${dirid}
      `);
      assert.deepEqual(reported(text), ['unresolvable-dirid']);
    });
  }

  test('a line of a list without the name of the file', () => {
    const text = driver(
      `
        [Dev.NT]
        CopyFiles = Nameless_Files
        [Nameless_Files]
        ,,,2
      `,
      { id: PCI_DEVICE, without: ['CopyFiles', '[Svc_Files]'] },
    );
    const found = reported(text);
    assert.ok(found.includes('missing-file-name') && !found.includes('uncopied-service-binary'), found.join());
  });
});
