import type { DmaMechanism, DmaValueName } from './dma.js';
import type { RelativeRoot } from '../model/types.js';

/** What Windows reads, where, and which numbers are defined. Source: pci/enabling-dma-remapping-for-device-drivers.md */
export interface DmaValueFacts {
  readonly mechanism: DmaMechanism;
  readonly relativeTo: RelativeRoot;
  readonly subkey: string;
  readonly maximum: number;
}

/** Source: pci/enabling-dma-remapping-for-device-drivers.md */
export const DMA_VALUES: Readonly<Record<DmaValueName, DmaValueFacts>> = {
  DmaRemappingCompatible: { mechanism: 'per-driver', relativeTo: 'service', subkey: 'Parameters', maximum: 3 },
  RemappingSupported: { mechanism: 'per-device', relativeTo: 'hardware', subkey: 'DMA Management', maximum: 1 },
  RemappingFlags: { mechanism: 'per-device', relativeTo: 'hardware', subkey: 'DMA Management', maximum: 1 },
};

export const DMA_VALUE_NAMES: readonly DmaValueName[] = [
  'DmaRemappingCompatible',
  'RemappingSupported',
  'RemappingFlags',
];

/** First Windows 10 build that reads DmaRemappingCompatible: version 1803. Source: install/devpkey-device-dmaremappingpolicy.md */
export const PER_DRIVER_BUILD = 17134;
/** First Windows 11 build: value 3 counts in full. Source: pci/enabling-dma-remapping-for-device-drivers.md */
export const VALUE_3_BUILD = 22000;
/** First build that reads RemappingSupported: Windows 11 24H2. Source: pci/enabling-dma-remapping-for-device-drivers.md */
export const PER_DEVICE_BUILD = 26100;

/** FLG_ADDREG_TYPE_MASK and FLG_ADDREG_TYPE_DWORD. Source: install/inf-addreg-directive.md */
const TYPE_MASK = 0xffff0001;
const TYPE_DWORD = 0x00010001;
/** NOCLOBBER 0x2, OVERWRITEONLY 0x20, 64BITKEY 0x1000, 32BITKEY 0x4000: they leave type and data as they are. */
const LEGAL_MODIFIERS = 0x2 | 0x20 | 0x1000 | 0x4000;

/** Tells whether add-registry flags write the data as a REG_DWORD. Source: install/inf-addreg-directive.md */
export function writesDword(flags: number): boolean {
  return (flags & TYPE_MASK) >>> 0 === TYPE_DWORD && (flags & ~(TYPE_MASK | LEGAL_MODIFIERS)) === 0;
}
