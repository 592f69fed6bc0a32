import type { Device } from './types.js';

const PCI = /^pci\\/i;

/** Tells whether a hardware ID or compatible ID is one of the PCI bus. Source: install/identifiers-for-pci-devices.md */
export function isPciId(id: string): boolean {
  return PCI.test(id);
}

/** Tells whether a device has an ID of the PCI bus: DMA remapping matters to it. */
export function isPciDevice(device: Device): boolean {
  return device.ids.some(({ id }) => isPciId(id));
}
