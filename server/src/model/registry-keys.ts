import { hkrKeys, type HkrMeaning } from '../language/sections.js';
import { isPciId } from './pci.js';
import type { DeviceMatch, RegistryLine } from './types.js';

/** What fills the gaps of the key that HKR stands for. */
export interface KeyContext {
  readonly meaning: HkrMeaning;
  /** `ClassGuid` of [Version], empty when it has none. */
  readonly classGuid: string;
  readonly service: string | undefined;
  /** Event log and source, for event-log install sections. */
  readonly eventLog: { readonly log: string; readonly source: string } | undefined;
  /** True when every device of the installation is a PCI device. */
  readonly isPci: boolean;
}

/**
 * The absolute key that a line writes, with `<…>` for what only the machine knows:
 * `HKLM\SYSTEM\CurrentControlSet\Services\netkvm\Parameters`. Where HKR has no meaning the key begins with `HKR`.
 * Source: install/inf-addreg-directive.md
 */
export function absoluteKey(line: RegistryLine, context: KeyContext): string {
  const base = line.root === 'HKR' ? relativeKey(context) : (line.root ?? line.rootField?.value ?? '');
  return line.subkey === '' ? base : `${base}\\${line.subkey}`;
}

function relativeKey({ meaning, classGuid, service, eventLog, isPci }: KeyContext): string {
  const { key, title } = hkrKeys[meaning];
  if (meaning === 'none') return 'HKR';
  if (key === undefined) return `<${title.replace(/^the /, '')}>`;
  const gaps: Readonly<Record<string, string>> = {
    '<class GUID>': classGuid,
    '<service>': service ?? '',
    '<log>': eventLog?.log ?? '',
    '<source>': eventLog?.source ?? '',
    '<device instance path>': isPci ? 'PCI\\<device instance path>' : '',
  };
  return key.replace(/<[^>]*>/g, (gap) => (gaps[gap] === undefined || gaps[gap] === '' ? gap : gaps[gap]));
}

/** Tells whether there are devices and each has a hardware ID of the PCI bus first. */
export function areAllPci(matches: readonly DeviceMatch[]): boolean {
  return matches.length > 0 && matches.every(({ device }) => isPciId(device.ids[0]?.id ?? ''));
}
