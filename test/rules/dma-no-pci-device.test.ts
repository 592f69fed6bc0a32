import dmaNoPciDevice from '../../server/src/rules/dma-no-pci-device.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-no-pci-device', () => {
  test('informs about an opt-in without effect', () => {
    rule(
      dmaNoPciDevice,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-no-pci-device DmaRemappingCompatible has no effect, as the line reaches no device with a PCI\\ hardware ID, only USB\\VID_1B36&PID_0010.
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-no-pci-device RemappingSupported has no effect, as the line reaches no device with a PCI\\ hardware ID, only USB\\VID_1B36&PID_0010.
      HKR,"DMA Management",RemappingFlags,0x00010001,0
    `,
        { id: 'USB\\VID_1B36&PID_0010' },
      ),
    );
  });

  test('is silent where one ID is of the PCI bus', () => {
    rule(
      dmaNoPciDevice,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
        { id: 'ACPI\\EXMP0001, PCI\\CC_0200' },
      ),
    );
  });

  test('is silent about opt-outs', () => {
    rule(
      dmaNoPciDevice,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
    `,
        { id: 'USB\\VID_1B36' },
      ),
    );
  });

  test('is silent about IDs that the build fills in', () => {
    rule(
      dmaNoPciDevice,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
        { id: '$HARDWARE_ID$' },
      ),
    );
  });

  test('cures it by remove-line', () => {
    fixed(
      dmaNoPciDevice,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
        { id: 'USB\\VID_1B36' },
      ),
      driver(
        `
      [Svc_Inst]
    `,
        { id: 'USB\\VID_1B36' },
      ),
      'remove-line',
    );
  });
});
