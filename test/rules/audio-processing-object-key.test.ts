import audioProcessingObjectKey from '../../server/src/rules/audio-processing-object-key.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('audio-processing-object-key', () => {
  test('reports registrations for the whole machine', () => {
    rule(
      audioProcessingObjectKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKCR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
      ~~~~ audio-processing-object-key An audio processing object is registered below HKR of the DDInstall section, not below HKCR\\AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555}.
    `,
        { id: USB_DEVICE, className: 'AudioProcessingObject' },
      ),
      { mode: 'w' },
    );
  });

  test('reports registrations by other classes', () => {
    rule(
      audioProcessingObjectKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ audio-processing-object-key Only a package of the class AudioProcessingObject registers audio processing objects below HKR\\AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555}, and this one is of the class Media.
    `,
        { id: USB_DEVICE, className: 'Media' },
      ),
    );
  });

  test('is silent on registrations as they should be, and on other keys', () => {
    rule(
      audioProcessingObjectKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
      HKCR,AudioEngine\\AudioProcessingObjectsToo,,,"Example"
    `,
        { id: USB_DEVICE, className: 'AudioProcessingObject' },
      ),
    );
  });

  test('registers all of a section below HKR', () => {
    fixed(
      audioProcessingObjectKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKCR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
      HKCR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},Copyright,,"Example"
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
    `,
        { id: USB_DEVICE, className: 'AudioProcessingObject' },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
      HKR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},Copyright,,"Example"
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
    `,
        { id: USB_DEVICE, className: 'AudioProcessingObject' },
      ),
      'make-relative',
    );
  });
});
