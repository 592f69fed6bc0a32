import meaninglessRelativeRoot from '../../server/src/rules/meaningless-relative-root.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('meaningless-relative-root', () => {
  test('reports HKR in lines that [DefaultInstall] applies', () => {
    rule(
      meaninglessRelativeRoot,
      driver(
        `
      [DefaultInstall.NTamd64]
      AddReg = Default_Reg
      [Default_Reg]
      HKR,,Speed,0x00010001,1
      ~~~ meaningless-relative-root Reached from [DefaultInstall.NTamd64], HKR stands for no key, so Windows does not apply this line: HKR takes a device, a service or an interface.
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
    `,
        { id: USB_DEVICE, without: ['[Manufacturer]'] },
      ),
    );
  });

  test('is silent where it stands for a key', () => {
    rule(
      meaninglessRelativeRoot,
      driver(
        `
      [DefaultInstall.NTamd64]
      CopyFiles = Svc_Files
      [DefaultInstall.NTamd64.Services]
      AddService = Svc,, Svc_Inst
      [Svc_Inst]
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,Parameters,Speed,0x00010001,1
    `,
        { id: USB_DEVICE, without: ['[Manufacturer]'] },
      ),
    );
  });
});
