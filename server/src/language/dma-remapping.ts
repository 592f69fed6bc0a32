import type { ReleaseName } from './releases.js';
import type { HkrMeaning } from './sections.js';

/** How far a fact can be trusted: stated by a page, concluded from several, or found outside the driver documentation. */
export type DmaFactStatus = 'documented' | 'inferred' | 'external';

/** One of the two ways in which an INF states that a driver copes with DMA remapping. */
export interface DmaMechanismFacts {
  readonly title: string;
  readonly summary: string;
  /** First release that reads it. */
  readonly since: ReleaseName;
  /** Last release for which the documentation wants it; later ones still read it where the other one is missing. */
  readonly until?: ReleaseName;
  /** Where the AddReg that leads to the lines stands. */
  readonly section: string;
  readonly relativeTo: HkrMeaning;
  readonly subkey: string;
  readonly values: readonly DmaValueName[];
  /** Absolute key, with `<…>` for what only the machine or the INF knows. */
  readonly key: string;
  /** For which devices a line counts. */
  readonly scope: string;
  /** What happens when both mechanisms are present. */
  readonly precedence: string;
  readonly docs: string;
}

/** The registry values of DMA remapping. */
export type DmaValueName = 'DmaRemappingCompatible' | 'RemappingSupported' | 'RemappingFlags';

/** The mechanisms. Source: pci/enabling-dma-remapping-for-device-drivers */
export const dmaMechanisms: Readonly<Record<'per-device' | 'per-driver', DmaMechanismFacts>> = {
  'per-device': {
    title: 'per device',
    summary: 'States for the devices of an install section whether they and their drivers cope with DMA remapping.',
    since: 'Windows 11 24H2',
    section: '[<DDInstall>.HW]',
    relativeTo: 'hardware',
    subkey: 'DMA Management',
    values: ['RemappingSupported', 'RemappingFlags'],
    key: 'HKLM\\SYSTEM\\CurrentControlSet\\Enum\\<device instance path>\\Device Parameters\\DMA Management',
    scope:
      'The devices whose Models lines lead to this install section, so one driver can serve both kinds of hardware.',
    precedence: 'It wins: once RemappingSupported exists, Windows ignores DmaRemappingCompatible.',
    docs: 'pci/enabling-dma-remapping-for-device-drivers',
  },
  'per-driver': {
    title: 'per driver',
    summary: 'States for a driver, and so for all its devices, whether it copes with DMA remapping.',
    since: 'Windows 10 1803',
    until: 'Windows 11 23H2',
    section: 'the service-install section',
    relativeTo: 'service',
    subkey: 'Parameters',
    values: ['DmaRemappingCompatible'],
    key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\<service>\\Parameters',
    scope: 'All devices that use this service.',
    precedence: 'It loses: Windows 11 24H2 and later ignore it where RemappingSupported exists.',
    docs: 'pci/enabling-dma-remapping-for-device-drivers',
  },
};

/** One number that a value may have. */
export interface DmaNumberFacts {
  readonly value: number;
  /** Two or three words, for titles and menus. */
  readonly title: string;
  readonly summary: string;
  readonly since: ReleaseName;
  readonly notes?: readonly string[];
}

/** One of the registry values. */
export interface DmaValueFacts {
  readonly name: DmaValueName;
  readonly mechanism: keyof typeof dmaMechanisms;
  readonly summary: string;
  /** Always REG_DWORD. */
  readonly flags: 0x00010001;
  readonly numbers: readonly DmaNumberFacts[];
  /** What holds when the value is missing. */
  readonly absent: string;
  readonly notes: readonly string[];
  readonly docs: string;
}

const pciPage = 'pci/enabling-dma-remapping-for-device-drivers';

/** The values with every number they may have. Source: pci/enabling-dma-remapping-for-device-drivers */
export const dmaValues: Readonly<Record<DmaValueName, DmaValueFacts>> = {
  RemappingSupported: {
    name: 'RemappingSupported',
    mechanism: 'per-device',
    summary: 'Whether the device and its drivers work with DMA remapping.',
    flags: 0x00010001,
    numbers: [
      {
        value: 0,
        title: 'opt out',
        summary: 'Device and driver do not work with DMA remapping; Windows leaves it off for the device.',
        since: 'Windows 11 24H2',
      },
      {
        value: 1,
        title: 'opt in',
        summary: 'Device and driver work with DMA remapping; RemappingFlags says whether always.',
        since: 'Windows 11 24H2',
      },
    ],
    absent: 'Windows decides by the per-driver value, and where that is missing, too, by itself.',
    notes: ['Windows reads it from Windows 11 24H2 on.', 'Where it exists, DmaRemappingCompatible is ignored.'],
    docs: pciPage,
  },
  RemappingFlags: {
    name: 'RemappingFlags',
    mechanism: 'per-device',
    summary: 'Under which condition RemappingSupported = 1 holds; without it, it has no effect.',
    flags: 0x00010001,
    numbers: [
      { value: 0, title: 'always', summary: 'The opt-in holds without condition.', since: 'Windows 11 24H2' },
      {
        value: 1,
        title: 'only if external',
        summary:
          'The opt-in holds only where the device is external (behind Thunderbolt, for example) or Driver Verifier runs its DMA verification.',
        since: 'Windows 11 24H2',
        notes: ['Driver Verifier makes it an opt-in without condition for the time of the test.'],
      },
    ],
    absent: 'The same as 0.',
    notes: ['It counts only beside RemappingSupported = 1.'],
    docs: pciPage,
  },
  DmaRemappingCompatible: {
    name: 'DmaRemappingCompatible',
    mechanism: 'per-driver',
    summary: 'Whether the driver works with DMA remapping.',
    flags: 0x00010001,
    numbers: [
      {
        value: 0,
        title: 'opt out',
        summary: 'The driver does not work with DMA remapping; Windows leaves it off for its devices.',
        since: 'Windows 10 1803',
      },
      {
        value: 1,
        title: 'opt in',
        summary: 'The driver works with DMA remapping.',
        since: 'Windows 10 1803',
      },
      {
        value: 2,
        title: 'opt in only if external',
        summary:
          'The opt-in holds only where the device is external (behind Thunderbolt, for example) or Driver Verifier runs its DMA verification.',
        since: 'Windows 10 1803',
        notes: ['Driver Verifier makes it 1 for the time of the test.'],
      },
      {
        value: 3,
        title: 'opt in (Windows 11)',
        summary: 'The driver works with DMA remapping. Graphics drivers of WDDM 3.0 state it.',
        since: 'Windows 11',
        notes: [
          'Windows 10 takes it for 2, says the PCI page; builds that do not know it ignore it, says the display page.',
          'No page says how it differs from 1, except for graphics.',
        ],
      },
    ],
    absent: 'Windows decides.',
    notes: [
      'Windows reads it from Windows 10 1803 on; the documentation wants it up to Windows 11 23H2.',
      'From Windows 11 24H2 on it is ignored where the device has RemappingSupported.',
    ],
    docs: pciPage,
  },
};

/** The row of a value name, ignoring case; `undefined` for any other name. */
export function dmaValueNamed(name: string): DmaValueFacts | undefined {
  const folded = name.toLowerCase();
  return Object.values(dmaValues).find((row) => row.name.toLowerCase() === folded);
}

/** The row of a number of a value; `undefined` where the number has no meaning. */
export function dmaNumber(name: DmaValueName, value: number): DmaNumberFacts | undefined {
  return dmaValues[name].numbers.find((row) => row.value === value);
}

/**
 * Which per-device values say the same as a per-driver value. No page prints it; it follows from the wording of both.
 * Value 3 says on Windows 10 what 2 says and on Windows 11 what 1 says, and only Windows 11 24H2 reads the device values.
 */
export const dmaEquivalents: readonly {
  readonly perDriver: number;
  readonly supported: number;
  readonly flags: number | undefined;
  readonly status: DmaFactStatus;
}[] = [
  { perDriver: 0, supported: 0, flags: undefined, status: 'inferred' },
  { perDriver: 1, supported: 1, flags: 0, status: 'inferred' },
  { perDriver: 2, supported: 1, flags: 1, status: 'inferred' },
  { perDriver: 3, supported: 1, flags: 0, status: 'inferred' },
];

/** One number of a property or policy beside which the INF values are easily misread. */
export interface DmaRelatedNumber {
  readonly value: number;
  readonly title: string;
  readonly summary: string;
}

/**
 * What Device Manager shows as "DMA remapping policy" (Details tab). Its numbers are not those of the INF.
 * Source: install/devpkey-device-dmaremappingpolicy
 */
export const deviceProperty = {
  name: 'DEVPKEY_Device_DmaRemappingPolicy',
  /** How Windows 10 1803 and 1809 list it in Device Manager. */
  guidName: '{83da6326-97a6-4088-9453-a1923f573b29}[18]',
  type: 'INT32',
  since: 'Windows 10 1803',
  docs: 'install/devpkey-device-dmaremappingpolicy',
} as const satisfies { since: ReleaseName } & Readonly<Record<string, string>>;

/** The numbers of the device property. */
export const devicePropertyValues: readonly DmaRelatedNumber[] = [
  { value: 2, title: 'capable', summary: 'The drivers of the device work with DMA remapping.' },
  { value: 1, title: 'opted out', summary: 'At least one driver of the device has opted out.' },
  { value: 0, title: 'not stated', summary: 'No INF states anything; DMA remapping is not enforced for the device.' },
];

/** The DMAGuard policy DeviceEnumerationPolicy as one source numbers it. */
export interface DmaGuardNumbers {
  readonly title: string;
  readonly values: readonly DmaRelatedNumber[];
  readonly docs: string;
}

const guardSummaries = {
  block: 'External devices without DMA remapping are never started.',
  login:
    'External devices without DMA remapping are started after somebody has logged in or unlocked the screen; the default.',
  allow: 'All external devices are started at once.',
};

/** The policy for devices that have not opted in, in its two numberings; it takes effect after a restart. */
export const dmaGuardValues: Readonly<Record<'csp' | 'graph', DmaGuardNumbers>> = {
  csp: {
    title: 'Policy CSP: DmaGuard/DeviceEnumerationPolicy',
    values: [
      { value: 0, title: 'block all', summary: guardSummaries.block },
      { value: 1, title: 'only after login', summary: guardSummaries.login },
      { value: 2, title: 'allow all', summary: guardSummaries.allow },
    ],
    docs: 'https://learn.microsoft.com/windows/client-management/mdm/policy-csp-dmaguard',
  },
  graph: {
    title: 'Graph: dmaGuardDeviceEnumerationPolicyType',
    values: [
      { value: 0, title: 'deviceDefault', summary: guardSummaries.login },
      { value: 1, title: 'blockAll', summary: guardSummaries.block },
      { value: 2, title: 'allowAll', summary: guardSummaries.allow },
    ],
    docs: 'https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-dmaguarddeviceenumerationpolicytype',
  },
};

/** One thing to know or do, with its page. */
export interface DmaFact {
  readonly summary: string;
  readonly status: DmaFactStatus;
  readonly docs: string;
}

/** What must be true of a driver before its INF may opt in: opting in is a promise about its code. */
export const driverChecklist: readonly DmaFact[] = [
  {
    summary: 'All DMA goes through the interfaces of WDF, WDM or NDIS.',
    status: 'documented',
    docs: pciPage,
  },
  {
    summary:
      'No physical address is handed to the device: MmGetPhysicalAddress and its like do not give addresses that the device can use.',
    status: 'inferred',
    docs: pciPage,
  },
  {
    summary:
      'On Arm and Arm64 an NDIS driver uses the DMA interfaces of WDF or WDM instead of NDIS scatter/gather DMA.',
    status: 'documented',
    docs: pciPage,
  },
  {
    summary: 'Every filter driver of the device copes, too: a single one that opts out makes the device opt out.',
    status: 'documented',
    docs: deviceProperty.docs,
  },
  {
    summary:
      'It has been tested on the newest Windows build, with VT-d or AMD-Vi switched on and DMA verification of Driver Verifier running.',
    status: 'documented',
    docs: pciPage,
  },
];

/** What Driver Verifier does for DMA remapping. */
export const driverVerifier = {
  summary:
    'DMA verification (flag 0x80) makes "only if external" a full opt-in for the time of the test: DmaRemappingCompatible = 2 counts as 1, RemappingFlags = 1 as 0.',
  flag: 0x80,
  command: 'verifier /flags 0x80 /driver <driver>.sys',
  status: 'documented',
  docs: 'devtest/dma-verification',
} as const;

/** The stop code of a machine whose device reached memory that the IOMMU did not open for it. */
export const dmaBugCheck = {
  code: 0xe6,
  name: 'DRIVER_VERIFIER_DMA_VIOLATION',
  summary:
    'A device did DMA to memory that was not mapped for it, or a driver broke the rules of DMA. It also comes without Driver Verifier, where Windows remaps the DMA of the device.',
  /** The first parameter when it was the IOMMU that refused an access. */
  iommuViolation: 0x26,
  steps: [
    'Read the first parameter: 0x26 means that the IOMMU refused an access of the device.',
    'Find the device: with 0x26 the second parameter is its device object (!devobj), the third tells the address, the fourth the kind of fault.',
    'Look for DMA that bypasses the interfaces of WDF, WDM or NDIS, for transfers that go on after their buffer was given back, and for physical addresses handed to the device.',
    'Until the driver is mended, state the opt-out (0): leaving the statement out leaves the decision to Windows.',
  ],
  docs: 'debugger/bug-check-0xe6--driver-verifier-dma-violation',
} as const;

/** What the driver's statement means on a machine with Kernel DMA Protection. */
export const kernelDmaProtection: readonly DmaFact[] = [
  {
    summary:
      'A device that can be plugged in from outside and whose drivers have not opted in may be held back by the DMAGuard policy: until somebody logs in, or for good.',
    status: 'documented',
    docs: pciPage,
  },
  {
    summary: 'A device that has opted in starts at once and may do DMA even while the screen is locked.',
    status: 'documented',
    docs: pciPage,
  },
  {
    summary: 'Device Manager shows code 55 (CM_PROB_CONSOLE_LOCKED) for a device that waits for a login.',
    status: 'documented',
    docs: 'install/cm-prob-console-locked',
  },
  {
    summary:
      'The firmware says which ports count as external: ExternalFacingPort (Windows 10 1803) and, for internal slots that people can reach, DmaProperty (Windows 10 1903).',
    status: 'documented',
    docs: 'pci/dsd-for-pcie-root-ports',
  },
];

/** A point on which the sources disagree or keep silent. */
export interface DmaContradiction {
  readonly topic: string;
  readonly summary: string;
  /** What the two sides are. */
  readonly docs: readonly string[];
  /** How this project reads it. */
  readonly reading: string;
}

/** Where the documentation contradicts itself. */
export const dmaContradictions: readonly DmaContradiction[] = [
  {
    topic: 'DmaRemappingCompatible = 3: since when',
    summary:
      'The PCI page has it since Windows 11, shown as 2 on Windows 10; the display page has it since Windows 10 1803 (WDDM 2.4), ignored by builds that do not know it.',
    docs: [pciPage, 'display/iommu-dma-remapping'],
    reading: 'Where Windows 10 is targeted, 3 must be expected to act like 2.',
  },
  {
    topic: 'DmaRemappingCompatible = 3: what it means',
    summary:
      'The PCI page says no more than "opt in", next to 1, "opt in"; the display page gives it to graphics drivers.',
    docs: [pciPage, 'display/iommu-dma-remapping'],
    reading: 'Outside graphics, 1 or 2 is the clearer statement.',
  },
  {
    topic: 'Graphics drivers',
    summary:
      'The PCI page says that DMA remapping is not supported for graphics drivers; the display page demands it of WDDM 3.0 drivers of discrete GPUs, with the value 3.',
    docs: [pciPage, 'display/iommu-dma-remapping'],
    reading: 'In class Display a statement is never taken for an error.',
  },
  {
    topic: 'The sample of the display page',
    summary: 'Its line has stray backticks before the 3; copied as it stands, it is no number.',
    docs: ['display/iommu-dma-remapping'],
    reading: 'Write a plain 3.',
  },
  {
    topic: 'Numbers of the DMAGuard policy',
    summary: 'The CSP counts 0 block, 1 after login, 2 allow; Graph counts 0 default, 1 block, 2 allow.',
    docs: [dmaGuardValues.csp.docs, dmaGuardValues.graph.docs],
    reading: 'Say which numbering is meant.',
  },
  {
    topic: 'StorAhci as an example',
    summary: "The storage page names it as an example of the opt-in, yet the published samples don't hold the value.",
    docs: ['storage/storport-miniport-dma-remapping-support'],
    reading: 'Follow the PCI page.',
  },
  {
    topic: 'The name of the .HW section',
    summary: 'The PCI page calls it "device enumeration section" and shows .NT.HW only.',
    docs: [pciPage, 'install/combining-platform-extensions-with-other-section-name-extensions'],
    reading: 'It is [DDInstall.HW], with the same platform extension as the install section.',
  },
];

/** Storage drivers that state nothing. Source: storage/storport-miniport-dma-remapping-support */
export const storportDefault: DmaFact = {
  summary: 'For Storport miniports Windows itself opts in since Windows 10 1903; on 1803 and 1809 it did not.',
  status: 'documented',
  docs: 'storage/storport-miniport-dma-remapping-support',
};

/** Settings that sound alike and are something else. */
export const dmaLookalikes: readonly { readonly name: string; readonly summary: string; readonly docs: string }[] = [
  {
    name: 'DmaSecurity\\AllowedBuses',
    summary:
      'A list for automatic BitLocker encryption, unused since Windows 11 24H2; it has no bearing on DMA remapping.',
    docs: 'develop/porting-inf-to-windows-driver',
  },
  {
    name: 'IOMMUFlags',
    summary: 'A switch below GraphicsDrivers for the development of GPU isolation; not a matter of the INF.',
    docs: 'display/iommu-based-gpu-isolation',
  },
];

/** Pages to link, in the order of their worth. */
export const dmaSources: readonly { readonly title: string; readonly docs: string }[] = [
  { title: 'Enabling DMA remapping for device drivers', docs: pciPage },
  { title: 'DEVPKEY_Device_DmaRemappingPolicy', docs: deviceProperty.docs },
  { title: 'IOMMU DMA remapping (graphics)', docs: 'display/iommu-dma-remapping' },
  { title: 'DMA remapping for Storport miniports', docs: storportDefault.docs },
  { title: 'DMA verification of Driver Verifier', docs: driverVerifier.docs },
  { title: 'Stop code 0xE6', docs: dmaBugCheck.docs },
  { title: 'Firmware descriptions of PCIe root ports', docs: 'pci/dsd-for-pcie-root-ports' },
  { title: 'DMAGuard policy (CSP)', docs: dmaGuardValues.csp.docs },
  { title: 'DMAGuard policy (Graph)', docs: dmaGuardValues.graph.docs },
];
