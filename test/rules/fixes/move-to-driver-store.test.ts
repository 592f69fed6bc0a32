import assert from 'node:assert/strict';
import unisolatedDestination from '../../../server/src/rules/unisolated-destination.js';
import { actionsOf, fixed } from '../../support/squiggle.js';

/** A driver for Windows 10 1709 and later whose files are svc.sys in 12, usr.dll in 12,UMDF and helper.dll in 11. */
function text(more: string, moved = false): string {
  const service = `[Svc_Inst]\nServiceBinary = %${moved ? '13' : '12'}%\\svc.sys`;
  return `
[Manufacturer]
"Vendor" = Models, NTamd64.10.0...17763
[Models.NTamd64.10.0...17763]
"Device" = Dev, USB\\VID_1209&PID_0001
[Dev.NT]
CopyFiles = Drivers, Umdf, System
AddReg = Dev_AddReg
[Dev.NT.Services]
AddService = Svc, 2, Svc_Inst
[Drivers]
svc.sys
[Umdf]
usr.dll
[System]
helper.dll
[DestinationDirs]
Drivers = ${moved ? '13' : '12'}
Umdf = ${moved ? '13' : '12,UMDF'}
System = ${moved ? '13,x64' : '11'}
[SourceDisksNames]
1 = "Disk"
[SourceDisksFiles]
svc.sys = 1
usr.dll = 1
helper.dll = 1,x64
[Strings]
File = "svc.sys"
Path = "%12%\\svc.sys"
Folder = "%12%"
${more.includes('[Svc_Inst]') ? '' : service}
${more}
`;
}

suite('fix: move to the driver store', () => {
  const spellings: readonly (readonly [string, string])[] = [
    ['[Svc_Inst]\nServiceBinary = %12%\\svc.sys', '[Svc_Inst]\nServiceBinary = %13%\\svc.sys'],
    ['[Svc_Inst]\nServiceBinary = %12%\\%File%', '[Svc_Inst]\nServiceBinary = %13%\\svc.sys'],
    ['[Svc_Inst]\nServiceBinary = %Path%', '[Svc_Inst]\nServiceBinary = %13%\\svc.sys'],
    ['[Svc_Inst]\nServiceBinary = %Folder%\\svc.sys', '[Svc_Inst]\nServiceBinary = %13%\\svc.sys'],
    [
      '[Svc_Inst]\nServiceBinary = \\SystemRoot\\System32\\drivers\\svc.sys',
      '[Svc_Inst]\nServiceBinary = %13%\\svc.sys',
    ],
    ['[Svc_Inst]\nServiceBinary = system32\\DRIVERS\\SVC.SYS', '[Svc_Inst]\nServiceBinary = %13%\\svc.sys'],
    [
      '[Svc_Inst]\nServiceBinary = %SystemRoot%\\System32\\drivers\\svc.sys',
      '[Svc_Inst]\nServiceBinary = %13%\\svc.sys',
    ],
    [
      '[Svc_Inst]\nServiceBinary = "%%windir%%\\System32\\drivers\\svc.sys"',
      '[Svc_Inst]\nServiceBinary = "%13%\\svc.sys"',
    ],
    ['[Svc_Inst]\nServiceBinary = %10%\\System32\\drivers\\svc.sys', '[Svc_Inst]\nServiceBinary = %13%\\svc.sys'],
    [
      '[Dev.NT.Wdf]\nUmdfService = Usr, Usr_Inst\n[Usr_Inst]\nServiceBinary = %SystemRoot%\\System32\\drivers\\UMDF\\usr.dll',
      '[Dev.NT.Wdf]\nUmdfService = Usr, Usr_Inst\n[Usr_Inst]\nServiceBinary = %13%\\usr.dll',
    ],
    [
      '[Dev_AddReg]\nHKLM,System\\CurrentControlSet\\Services\\Svc,ImagePath,0x20000,System32\\drivers\\svc.sys',
      '[Dev_AddReg]\nHKLM,System\\CurrentControlSet\\Services\\Svc,ImagePath,0x20000,%13%\\svc.sys',
    ],
    [
      '[Dev_AddReg]\nHKR,,EventMessageFile,0x20000,"%%SystemRoot%%\\System32\\IoLogMsg.dll;%%SystemRoot%%\\System32\\drivers\\svc.sys"',
      '[Dev_AddReg]\nHKR,,EventMessageFile,0x20000,"%%SystemRoot%%\\System32\\IoLogMsg.dll;%13%\\svc.sys"',
    ],
    [
      '[Dev_AddReg]\nHKR,,Icon,,"@%11%\\helper.dll,-7"\nHKR,,Run,,"rundll32 ""%11%\\helper.dll"",Main"',
      '[Dev_AddReg]\nHKR,,Icon,,"@%13%\\x64\\helper.dll,-7"\nHKR,,Run,,"rundll32 ""%13%\\x64\\helper.dll"",Main"',
    ],
    [
      '[Dev_AddReg]\nHKLM,Software\\SharedDlls,"%11%\\helper.dll",0x10001,1\nHKR,,Other,,"%16425%\\helper.dll"',
      '[Dev_AddReg]\nHKLM,Software\\SharedDlls,"%13%\\x64\\helper.dll",0x10001,1\nHKR,,Other,,"%16425%\\helper.dll"',
    ],
    [
      '[Dev.NT.Events]\nAddEventProvider={11111111-1111-1111-1111-111111111111},Prov\n[Prov]\nProviderName=P\nResourceFile="%12%\\svc.sys"',
      '[Dev.NT.Events]\nAddEventProvider={11111111-1111-1111-1111-111111111111},Prov\n[Prov]\nProviderName=P\nResourceFile="%13%\\svc.sys"',
    ],
  ];
  for (const [before, after] of spellings) {
    test(`takes along ${before.split('\n').at(-1) ?? ''}`, () => {
      fixed(unisolatedDestination, text(before), text(after, true), 'move-to-driver-store', { mode: 'w' });
    });
  }

  const stays: readonly string[] = [
    '[Svc_Inst]\nServiceBinary = svc.sys',
    '[Svc_Inst]\nServiceBinary = C:\\Windows\\System32\\drivers\\svc.sys',
    '[Svc_Inst]\nServiceBinary = %Unknown%\\svc.sys',
    '[Svc_Inst]\nServiceBinary = $DRIVERS$\\svc.sys',
    '[Dev_AddReg]\nHKR,,CoInstallers32,0x10000,"helper.dll,Entry"',
    '[Dev_AddReg]\nHKR,,InstalledDisplayDrivers,0x10000,helper',
    '[Dev_AddReg]\nHKR,,Driver,,svc.sys',
    '[Dev_AddReg]\nHKR,,Driver,,"drivers\\svc.sys"',
    '[Dev.NT]\nDelFiles = Gone\n[Gone]\nSVC.sys\n[DestinationDirs]\nGone = 10,System32\\drivers',
    '[Dev.NT]\nRenFiles = Other\n[Other]\nold.sys,svc.sys\n[DestinationDirs]\nOther = 12',
    '[Dev.NT]\nRegisterDlls = Dlls\n[Dlls]\n11,,helper.dll,1',
    '[Dev.NT.Services]\nInclude = other.inf\nAddService = Filter,, Unseen_Inst\n[Svc_Inst]\nServiceBinary = %13%\\other.sys',
  ];
  for (const more of stays) {
    test(`is not offered beside ${more.split('\n').slice(1).join(' / ')}`, () => {
      assert.deepEqual(actionsOf(unisolatedDestination, text(more), { mode: 'w' }), []);
    });
  }

  test('is offered where only others are named', () => {
    const others =
      '[Svc_Inst]\nServiceBinary=%12%\\svc.sys\n[Dev_AddReg]\nHKR,,A,,"%12%\\mysvc.sys"\nHKR,svc.sys,B,,svc\nHKR,,NTMPDriver,,svc.sys';
    const title = 'move-to-driver-store: Move the files to the driver store, dirid 13';
    assert.deepEqual(actionsOf(unisolatedDestination, text(others), { mode: 'w' }), [title]);
  });
});
