import serviceKeyOutsideParameters from '../../server/src/rules/service-key-outside-parameters.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('service-key-outside-parameters', () => {
  test('reports state of a service that is not below Parameters', () => {
    rule(
      serviceKeyOutsideParameters,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,,Speed,0x00010001,1
           ~~~~~ service-key-outside-parameters This line writes to Services\\Svc, but an isolated package has the state of a service below Parameters only.
      HKR,Custom,Speed,0x00010001,1
          ~~~~~~ service-key-outside-parameters This line writes to Services\\Svc\\Custom, but an isolated package has the state of a service below Parameters only.
      HKR,ParametersToo,Speed,0x00010001,1
          ~~~~~~~~~~~~~ service-key-outside-parameters This line writes to Services\\Svc\\ParametersToo, but an isolated package has the state of a service below Parameters only.
      HKR,,MofImagePath,,"example.dll"
           ~~~~~~~~~~~~ service-key-outside-parameters This line writes to Services\\Svc, but an isolated package has the state of a service below Parameters only.
      HKR,Custom
          ~~~~~~ service-key-outside-parameters This line writes to Services\\Svc\\Custom, but an isolated package has the state of a service below Parameters only.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('names the entry that takes the place of a line', () => {
    rule(
      serviceKeyOutsideParameters,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,,ServiceSidType,0x00010001,1
           ~~~~~~~~~~~~~~ service-key-outside-parameters This line writes to Services\\Svc what ServiceSidType of the service-install section sets; isolation leaves it to that entry.
      HKR,TriggerInfo\\0,Type,0x00010001,1
          ~~~~~~~~~~~~~ service-key-outside-parameters This line writes to Services\\Svc\\TriggerInfo\\0 what AddTrigger of the service-install section sets; isolation leaves it to that entry.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent below Parameters, for other keys, deletions, DMA remapping and what the documentation writes there', () => {
    rule(
      serviceKeyOutsideParameters,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,Parameters,Speed,0x00010001,1
      HKR,\\parameters\\Sub,Speed,0x00010001,1
      HKR,"Parameters",,0x00000010
      HKR,,Old,0x00000004
      HKR,%Open%,Speed,0x00010001,1
      HKR,,BootFlags,0x00010003,0x1
      HKR,,DmaRemappingCompatible,0x00010001,1
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports in mode w alone what only older Windows installs', () => {
    rule(
      serviceKeyOutsideParameters,
      driver(
        `
      [DefaultInstall.NTamd64.10.0...26100.Services]
      AddService = Filter,, Filter_Inst
      [DefaultInstall.NTamd64.10.0...26100]
      CopyFiles = Svc_Files
      [DefaultInstall.NTamd64]
      CopyFiles = Svc_Files
      [DefaultInstall.NTamd64.Services]
      AddService = Filter,, Older_Inst
      [Filter_Inst]
      AddReg = Filter_Reg
      [Filter_Reg]
      HKR,Parameters\\Instances,DefaultInstance,,"Example"
      [Older_Inst]
      AddReg = Older_Reg
      [Older_Reg]
      HKR,Instances,DefaultInstance,,"Example"
          ~~~~~~~~~ service-key-outside-parameters This line writes to Services\\Filter\\Instances, but an isolated package has the state of a service below Parameters only.
      HKR,,Start,0x00010001,4
           ~~~~~ service-key-outside-parameters This line writes to Services\\Filter what StartType of the service-install section sets; isolation leaves it to that entry.
    `,
        { id: USB_DEVICE, without: ['[Manufacturer]'] },
      ),
      { mode: 'w' },
    );
  });

  test('is silent on it in mode h', () => {
    rule(
      serviceKeyOutsideParameters,
      driver(
        `
      [DefaultInstall.NTamd64.10.0...26100]
      CopyFiles = Svc_Files
      [DefaultInstall.NTamd64]
      CopyFiles = Svc_Files
      [DefaultInstall.NTamd64.Services]
      AddService = Filter,, Older_Inst
      [Older_Inst]
      AddReg = Older_Reg
      [Older_Reg]
      HKR,Instances,DefaultInstance,,"Example"
      HKR,,Start,0x00010001,4
    `,
        { id: USB_DEVICE, without: ['[Manufacturer]'] },
      ),
    );
  });

  test('moves a line below Parameters', () => {
    fixed(
      serviceKeyOutsideParameters,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,,Speed,0x00010001,1
      HKR, "Custom\\Sub" , Speed, 0x00010001, 1 ; why
      HKR,\\Custom
      HKR,,MofImagePath,,"example.dll"
      HKR,,Start,0x00010001,4
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Svc_Inst]
      ServiceType   = 1
      StartType     = 3
      ErrorControl  = 1
      ServiceBinary = %13%\\svc.sys
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,Parameters,Speed,0x00010001,1
      HKR, "Parameters\\Custom\\Sub" , Speed, 0x00010001, 1 ; why
      HKR,\\Parameters\\Custom
      HKR,,MofImagePath,,"example.dll"
      HKR,,Start,0x00010001,4
    `,
        { id: USB_DEVICE },
      ),
      'move-below-parameters',
    );
  });

  test('moves all lines of the section', () => {
    fixed(
      serviceKeyOutsideParameters,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,,Speed,0x00010001,1
      HKR,Custom,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Svc_Inst]
      ServiceType   = 1
      StartType     = 3
      ErrorControl  = 1
      ServiceBinary = %13%\\svc.sys
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,Parameters,Speed,0x00010001,1
      HKR,Parameters\\Custom,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      'move-all-below-parameters',
    );
  });
});
