/** A release of Windows, as InfVerif and TargetOSVersion decorations count it. */
export interface Release {
  readonly major: number;
  readonly minor: number;
  /** Build number from Windows 10 on; 0 for older releases, whose decorations have none. */
  readonly build: number;
  /** The server that shares the version, where there is one. */
  readonly server?: string;
}

/**
 * Windows releases in order. `Windows 10` is its first release (1507); build 14310 is the first that reads a build
 * number in a decoration, and Windows 11 build 25398 the annual server channel release that introduced BootFlags.
 * Source: install/inf-manufacturer-section
 */
export const releases = {
  'Windows 2000': { major: 5, minor: 0, build: 0 },
  'Windows XP': { major: 5, minor: 1, build: 0 },
  'Windows Server 2003': { major: 5, minor: 2, build: 0 },
  'Windows Vista': { major: 6, minor: 0, build: 0, server: 'Windows Server 2008' },
  'Windows 7': { major: 6, minor: 1, build: 0, server: 'Windows Server 2008 R2' },
  'Windows 8': { major: 6, minor: 2, build: 0, server: 'Windows Server 2012' },
  'Windows 8.1': { major: 6, minor: 3, build: 0, server: 'Windows Server 2012 R2' },
  'Windows 10': { major: 10, minor: 0, build: 10240 },
  'Windows 10 1511': { major: 10, minor: 0, build: 10586 },
  'Windows 10 build 14310': { major: 10, minor: 0, build: 14310 },
  'Windows 10 1607': { major: 10, minor: 0, build: 14393, server: 'Windows Server 2016' },
  'Windows 10 1703': { major: 10, minor: 0, build: 15063 },
  'Windows 10 1709': { major: 10, minor: 0, build: 16299 },
  'Windows 10 1803': { major: 10, minor: 0, build: 17134 },
  'Windows 10 1809': { major: 10, minor: 0, build: 17763, server: 'Windows Server 2019' },
  'Windows 10 1903': { major: 10, minor: 0, build: 18362 },
  'Windows 10 1909': { major: 10, minor: 0, build: 18363 },
  'Windows 10 2004': { major: 10, minor: 0, build: 19041 },
  'Windows 10 20H2': { major: 10, minor: 0, build: 19042 },
  'Windows 10 21H1': { major: 10, minor: 0, build: 19043 },
  'Windows 10 21H2': { major: 10, minor: 0, build: 19044 },
  'Windows 10 22H2': { major: 10, minor: 0, build: 19045 },
  'Windows Server 2022': { major: 10, minor: 0, build: 20348 },
  'Windows 11': { major: 10, minor: 0, build: 22000 },
  'Windows 11 22H2': { major: 10, minor: 0, build: 22621 },
  'Windows 11 23H2': { major: 10, minor: 0, build: 22631 },
  'Windows 11 build 25398': { major: 10, minor: 0, build: 25398 },
  'Windows 11 24H2': { major: 10, minor: 0, build: 26100, server: 'Windows Server 2025' },
  'Windows 11 25H2': { major: 10, minor: 0, build: 26200 },
} as const satisfies Readonly<Record<string, Release>>;

export type ReleaseName = keyof typeof releases;
