import { dmaMechanisms, dmaValues } from '../language/dma-remapping.js';
import { releases } from '../language/releases.js';
import type { RelativeRoot } from '../model/types.js';
import type { DmaMechanism, DmaValueName } from './dma.js';

/** What Windows reads, where, and which numbers are defined. */
export interface DmaValueFacts {
  readonly mechanism: DmaMechanism;
  readonly relativeTo: RelativeRoot;
  readonly subkey: string;
  /** Numbers from 0 to this one have a meaning. */
  readonly maximum: number;
}

export const DMA_VALUE_NAMES: readonly DmaValueName[] = [
  'DmaRemappingCompatible',
  'RemappingSupported',
  'RemappingFlags',
];

/** Source: pci/enabling-dma-remapping-for-device-drivers.md */
export const DMA_VALUES: Readonly<Record<DmaValueName, DmaValueFacts>> = {
  DmaRemappingCompatible: factsOf('DmaRemappingCompatible'),
  RemappingSupported: factsOf('RemappingSupported'),
  RemappingFlags: factsOf('RemappingFlags'),
};

function factsOf(name: DmaValueName): DmaValueFacts {
  const { mechanism, numbers } = dmaValues[name];
  const { relativeTo, subkey } = dmaMechanisms[mechanism];
  return { mechanism, relativeTo, subkey, maximum: Math.max(...numbers.map(({ value }) => value)) };
}

/** First Windows 10 build that reads DmaRemappingCompatible. Source: install/devpkey-device-dmaremappingpolicy.md */
export const PER_DRIVER_BUILD = releases[dmaMechanisms['per-driver'].since].build;
/** First build that takes value 3 in full. Source: pci/enabling-dma-remapping-for-device-drivers.md */
export const VALUE_3_BUILD = releases['Windows 11'].build;
/** First build that reads RemappingSupported. Source: pci/enabling-dma-remapping-for-device-drivers.md */
export const PER_DEVICE_BUILD = releases[dmaMechanisms['per-device'].since].build;

/** FLG_ADDREG_TYPE_MASK and FLG_ADDREG_TYPE_DWORD. Source: install/inf-addreg-directive.md */
const TYPE_MASK = 0xffff0001;
const TYPE_DWORD = 0x00010001;
/** NOCLOBBER 0x2, OVERWRITEONLY 0x20, 64BITKEY 0x1000, 32BITKEY 0x4000: they leave type and data as they are. */
const LEGAL_MODIFIERS = 0x2 | 0x20 | 0x1000 | 0x4000;

/** Tells whether add-registry flags write the data as a REG_DWORD. Source: install/inf-addreg-directive.md */
export function writesDword(flags: number): boolean {
  return (flags & TYPE_MASK) >>> 0 === TYPE_DWORD && (flags & ~(TYPE_MASK | LEGAL_MODIFIERS)) === 0;
}
