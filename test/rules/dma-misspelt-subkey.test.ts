import dmaMisspeltSubkey from '../../server/src/rules/dma-misspelt-subkey.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-misspelt-subkey', () => {
  test('reports near misses', () => {
    rule(
      dmaMisspeltSubkey,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameter,DmaRemappingCompatible,0x00010001,1
          ~~~~~~~~~ dma-misspelt-subkey Windows reads DmaRemappingCompatible below the subkey "Parameters", not below "Parameter".
      HKR,Paramters,DmaRemappingCompatible,0x00010001,1
          ~~~~~~~~~ dma-misspelt-subkey Windows reads DmaRemappingCompatible below the subkey "Parameters", not below "Paramters".
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,DMAManagement,RemappingSupported,0x00010001,1
          ~~~~~~~~~~~~~ dma-misspelt-subkey Windows reads RemappingSupported below the subkey "DMA Management", not below "DMAManagement".
      HKR,"DMA  Management",RemappingFlags,0x00010001,0
          ~~~~~~~~~~~~~~~~~ dma-misspelt-subkey Windows reads RemappingFlags below the subkey "DMA Management", not below "DMA  Management".
      HKR,"DMA Managment",RemappingFlags,0x00010001,0
          ~~~~~~~~~~~~~~~ dma-misspelt-subkey Windows reads RemappingFlags below the subkey "DMA Management", not below "DMA Managment".
    `,
      ),
    );
  });

  test('takes the right subkey, quoted or not, in any case', () => {
    rule(
      dmaMisspeltSubkey,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,"parameters",DmaRemappingCompatible,0x00010001,1
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,DMA Management,RemappingSupported,0x00010001,1
      HKR,"dma management",RemappingFlags,0x00010001,0
    `,
      ),
    );
  });

  test('leaves another subkey to dma-wrong-place', () => {
    rule(
      dmaMisspeltSubkey,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Settings,DmaRemappingCompatible,0x00010001,1
      HKR,,DmaRemappingCompatible,0x00010001,1
    `,
      ),
    );
  });

  test('cures it by fix-subkey', () => {
    fixed(
      dmaMisspeltSubkey,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,DMAManagement,RemappingSupported,0x00010001,1
    `,
      ),
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
      ),
      'fix-subkey',
    );
  });
});
