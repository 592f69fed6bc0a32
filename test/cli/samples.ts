import { driver } from '../support/snippet.js';

export { driver } from '../support/snippet.js';

/** One warning, `dma-wrong-place`, on line 6: the DMA line is applied from DDInstall. */
export const FAULTY = driver(`
  [Dev.NT]
  AddReg = Dev_Reg
  [Dev_Reg]
  ; the software key
  HKR,Parameters,DmaRemappingCompatible,0x00010001,1
`);

/** States the full opt-in in both places: nothing to report. */
export const CLEAN = driver(`
  [Svc_Inst]
  AddReg = Svc_Reg
  [Svc_Reg]
  HKR,Parameters,DmaRemappingCompatible,0x00010001,1
  [Dev.NT.HW]
  AddReg = Dev_Reg
  [Dev_Reg]
  HKR,"DMA Management",RemappingSupported,0x00010001,1
`);

/** States nothing about DMA remapping: one hint, `dma-not-stated`. */
export const SILENT = driver('');

/** Windows refuses it: one error, `unreadable-file`. */
export const BROKEN = `${CLEAN}[Unclosed\n`;

export const UEFI = '[Defines]\n  INF_VERSION = 0x00010005\n  BASE_NAME = Some\n  MODULE_TYPE = DXE_DRIVER\n';
