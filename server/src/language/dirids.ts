import type { ReleaseName } from './releases.js';

/** A directory identifier: the number of a folder. Source: install/using-dirids */
export interface DiridFacts {
  readonly dirid: number;
  readonly summary: string;
  /** What it stands for, where that can be said without asking the machine. */
  readonly path?: string;
  /** `shell` ones are CSIDL numbers plus 16384; `printer` ones are known to the printer class only. */
  readonly group: 'system' | 'shell' | 'printer';
  /** Whether CopyFiles of a universal driver may use it (InfVerif 1306); `subfolders`: only SysWOW64 or one of the vendor. */
  readonly universal: 'yes' | 'no' | 'subfolders';
  /** What `infverif /h` says; `tolerated` ones are exceptions that may end, `refused` since Windows 11 24H2. */
  readonly whql: 'allowed' | 'tolerated' | 'refused';
  /** First release on which driver packages may use it. */
  readonly since?: ReleaseName;
  /** How it is written where that differs from the number. */
  readonly writtenAs?: string;
}

/** The dirid of the driver store: the only one that isolated packages use. */
export const driverStoreDirid = 13;

/** All documented dirids. */
export const dirids: readonly DiridFacts[] = [
  {
    dirid: -1,
    summary: 'An absolute path follows; 65535 is the same.',
    group: 'system',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 1,
    summary: 'The folder that the INF was installed from; it may be gone later.',
    path: '<source drive>:\\<path>',
    group: 'system',
    universal: 'no',
    whql: 'refused',
    writtenAs: '01',
  },
  {
    dirid: 10,
    summary: 'The Windows folder.',
    path: '%SystemRoot%',
    group: 'system',
    universal: 'subfolders',
    whql: 'tolerated',
  },
  {
    dirid: 11,
    summary: 'The system folder.',
    path: '%SystemRoot%\\System32',
    group: 'system',
    universal: 'yes',
    whql: 'tolerated',
  },
  {
    dirid: 12,
    summary: 'The folder of drivers.',
    path: '%SystemRoot%\\System32\\drivers',
    group: 'system',
    universal: 'yes',
    whql: 'tolerated',
  },
  {
    dirid: 13,
    summary: 'The folder of the package in the driver store; files run from there.',
    path: '<Driver Store>\\<package directory>',
    group: 'system',
    universal: 'yes',
    whql: 'allowed',
    since: 'Windows 10 1709',
  },
  {
    dirid: 17,
    summary: 'The folder of INFs; a package must not write to it directly.',
    path: '%SystemRoot%\\INF',
    group: 'system',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 18,
    summary: 'The folder of help files.',
    path: '%SystemRoot%\\Help',
    group: 'system',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 20,
    summary: 'The folder of fonts.',
    path: '%SystemRoot%\\Fonts',
    group: 'system',
    universal: 'no',
    whql: 'refused',
  },
  { dirid: 21, summary: 'The folder of viewers.', group: 'system', universal: 'no', whql: 'refused' },
  {
    dirid: 23,
    summary: 'The folder of colour profiles; printers use 66003.',
    group: 'system',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 24,
    summary: 'The root of the drive with Windows.',
    path: '<system drive>:\\',
    group: 'system',
    universal: 'no',
    whql: 'refused',
  },
  { dirid: 25, summary: 'The shared folder.', group: 'system', universal: 'no', whql: 'refused' },
  {
    dirid: 30,
    summary: 'The root of the drive that the computer boots from.',
    path: '<boot drive>:\\',
    group: 'system',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 50,
    summary: 'The 16-bit system folder.',
    path: '%SystemRoot%\\System',
    group: 'system',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 51,
    summary: 'The folder of the print spooler; not for printer drivers.',
    group: 'system',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 52,
    summary: 'The folder of spooler drivers; not for printer drivers.',
    group: 'system',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 53,
    summary: 'The profile of the user.',
    path: '%UserProfile%',
    group: 'system',
    universal: 'no',
    whql: 'refused',
  },
  { dirid: 54, summary: 'The folder of the boot loader.', group: 'system', universal: 'no', whql: 'refused' },
  {
    dirid: 55,
    summary: 'The folder of print processors; printers use 66001.',
    group: 'system',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 16406,
    summary: 'The start menu of all users.',
    path: 'All Users\\Start Menu',
    group: 'shell',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 16407,
    summary: 'Programs in the start menu of all users.',
    path: 'All Users\\Start Menu\\Programs',
    group: 'shell',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 16408,
    summary: 'What starts with a session of any user.',
    path: 'All Users\\Start Menu\\Programs\\Startup',
    group: 'shell',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 16409,
    summary: 'The desktop of all users.',
    path: 'All Users\\Desktop',
    group: 'shell',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 16415,
    summary: 'The favourites of all users.',
    path: 'All Users\\Favorites',
    group: 'shell',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 16419,
    summary: 'Application data of all users.',
    path: 'All Users\\Application Data',
    group: 'shell',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 16422,
    summary: 'Program Files.',
    path: '%ProgramFiles%',
    group: 'shell',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 16425,
    summary: 'The 32-bit system folder of 64-bit Windows.',
    path: '%SystemRoot%\\SysWOW64',
    group: 'shell',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 16426,
    summary: 'The 32-bit Program Files.',
    path: '%ProgramFiles(x86)%',
    group: 'shell',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 16427,
    summary: 'Common files below Program Files.',
    path: '%CommonProgramFiles%',
    group: 'shell',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 16428,
    summary: 'Common files below the 32-bit Program Files.',
    path: '%CommonProgramFiles(x86)%',
    group: 'shell',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 16429,
    summary: 'The templates of all users.',
    path: 'All Users\\Templates',
    group: 'shell',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 16430,
    summary: 'The documents of all users.',
    path: 'All Users\\Documents',
    group: 'shell',
    universal: 'no',
    whql: 'refused',
  },
  {
    dirid: 66000,
    summary: 'The folder of printer drivers, as GetPrinterDriverDirectory tells it.',
    group: 'printer',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 66001,
    summary: 'The folder of print processors, as GetPrintProcessorDirectory tells it.',
    group: 'printer',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 66002,
    summary: 'Further files of a local printer, such as monitors; ignored for remote ones.',
    path: '%SystemRoot%\\System32',
    group: 'printer',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 66003,
    summary: 'The folder of colour profiles, as GetColorDirectory tells it.',
    group: 'printer',
    universal: 'no',
    whql: 'tolerated',
  },
  {
    dirid: 66004,
    summary: 'The folder of ASP files of printers.',
    group: 'printer',
    universal: 'no',
    whql: 'tolerated',
  },
];

const byNumber: ReadonlyMap<number, DiridFacts> = new Map(dirids.map((row) => [row.dirid, row]));

/** The first and last dirid that stand for shell folders: CSIDL plus 16384. */
export const shellDirids = { first: 16384, last: 32767 } as const;

/** The first dirid that a program may define for itself; no plain package can resolve one (InfVerif 1241). */
export const firstUserDirid = 32768;

/** The row of a dirid; 65535 is the same as -1. */
export function diridFacts(dirid: number): DiridFacts | undefined {
  return byNumber.get(dirid === 65535 ? -1 : dirid);
}
