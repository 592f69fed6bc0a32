/** A system that Inf2Cat signs a catalog for. Source: devtest/inf2cat */
export interface CatalogTarget {
  /** What /os: takes; case is ignored. */
  readonly id: string;
  readonly release: string;
}

/** What `inf2cat /os:` knows, the newest first. */
export const catalogTargets: readonly CatalogTarget[] = [
  { id: '10_25H2_X64', release: 'Windows 11, version 25H2 x64' },
  { id: '10_25H2_ARM64', release: 'Windows 11, version 25H2 Arm64' },
  { id: '10_GE_X64', release: 'Windows 11, version 24H2 x64' },
  { id: '10_GE_ARM64', release: 'Windows 11, version 24H2 Arm64' },
  { id: 'Server2025_X64', release: 'Windows Server 2025 x64' },
  { id: 'Server2025_ARM64', release: 'Windows Server 2025 Arm64' },
  { id: '10_NI_X64', release: 'Windows 11, version 22H2 x64' },
  { id: '10_NI_ARM64', release: 'Windows 11, version 22H2 Arm64' },
  { id: '10_CO_X64', release: 'Windows 11, version 21H2 x64' },
  { id: '10_CO_ARM64', release: 'Windows 11, version 21H2 Arm64' },
  { id: 'ServerFE_X64', release: 'Windows Server 2022 x64' },
  { id: 'ServerFE_ARM64', release: 'Windows Server 2022 Arm64' },
  { id: '10_VB_X86', release: 'Windows 10, version 22H2, 21H2, 21H1, 20H2, 2004 x86' },
  { id: '10_VB_X64', release: 'Windows 10, version 22H2, 21H2, 21H1, 20H2, 2004 x64' },
  { id: '10_VB_ARM64', release: 'Windows 10, version 22H2, 21H2, 21H1, 20H2, 2004 Arm64' },
  { id: '10_19H1_X86', release: 'Windows 10, version 1909, 1903 x86' },
  { id: '10_19H1_X64', release: 'Windows 10, version 1909, 1903 x64' },
  { id: '10_19H1_ARM64', release: 'Windows 10, version 1909, 1903 Arm64' },
  { id: '10_RS5_X86', release: 'Windows 10, version 1809 x86' },
  { id: '10_RS5_X64', release: 'Windows 10, version 1809 x64' },
  { id: '10_RS5_ARM64', release: 'Windows 10, version 1809 Arm64' },
  { id: 'ServerRS5_X64', release: 'Windows Server 2019 x64' },
  { id: 'ServerRS5_ARM64', release: 'Windows Server 2019 Arm64' },
  { id: '10_RS4_X86', release: 'Windows 10, version 1803 x86' },
  { id: '10_RS4_X64', release: 'Windows 10, version 1803 x64' },
  { id: '10_RS4_ARM64', release: 'Windows 10, version 1803 Arm64' },
  { id: '10_RS3_X86', release: 'Windows 10, version 1709 x86' },
  { id: '10_RS3_X64', release: 'Windows 10, version 1709 x64' },
  { id: '10_RS3_ARM64', release: 'Windows 10, version 1709 Arm64' },
  { id: '10_RS2_X86', release: 'Windows 10, version 1703 x86' },
  { id: '10_RS2_X64', release: 'Windows 10, version 1703 x64' },
  { id: '10_AU_X86', release: 'Windows 10, version 1607 x86' },
  { id: '10_AU_X64', release: 'Windows 10, version 1607 x64' },
  { id: 'SERVER2016_X64', release: 'Windows Server 2016 x64' },
  { id: '10_X86', release: 'Windows 10 x86' },
  { id: '10_X64', release: 'Windows 10 x64' },
  { id: 'Server10_X64', release: 'Windows Server 2016' },
  { id: 'Server10_ARM64', release: 'Windows Server 2016 on Arm' },
];

/** A placeholder of .inx templates that Stampinf replaces; case counts. Source: devtest/stampinf-command-options */
export interface TemplateVariable {
  readonly name: string;
  /** The option of Stampinf that gives the value. */
  readonly option: string;
  readonly summary: string;
  readonly example: string;
}

/** The placeholders of templates. Stampinf also writes DriverVer (-d, -v) and CatalogFile (-c). */
export const templateVariables: readonly TemplateVariable[] = [
  { name: '$ARCH$', option: '-a', summary: 'The architecture of decorations and section names.', example: 'amd64' },
  { name: '$KMDFVERSION$', option: '-k', summary: 'The version of KMDF.', example: '1.33' },
  {
    name: '$KMDFCOINSTALLERVERSION$',
    option: '-k',
    summary: 'The version in the name of the KMDF co-installer.',
    example: '01011',
  },
  { name: '$UMDFVERSION$', option: '-u', summary: 'The version of UMDF.', example: '2.33.0' },
  {
    name: '$UMDFCOINSTALLERVERSION$',
    option: '-u',
    summary: 'The version in the name of the UMDF co-installer.',
    example: '01011',
  },
];

/** What a package is meant for, and the InfVerif mode that checks it. Source: devtest/running-infverif-from-the-command-line */
export const driverKinds = [
  { title: 'Desktop driver (WHCP signature)', mode: 'h', msbuild: 'Desktop' },
  { title: 'Universal driver', mode: 'u', msbuild: 'Universal' },
  { title: 'Windows Driver: universal and isolated', mode: 'w', msbuild: 'Windows Driver' },
  { title: 'Declarative driver', mode: 'k', msbuild: undefined },
] as const;
