import { fold } from './fold.js';

/**
 * Environment variables that INF files mean when they write %name% into registry values and paths. In an INF the percent
 * signs are doubled, else they mark a token of [Strings]. Source: devtest/inf-validation-errors-and-warnings
 */
const environmentVariables: ReadonlySet<string> = new Set(
  [
    'SystemRoot',
    'SystemDrive',
    'windir',
    'ProgramFiles',
    'ProgramFiles(x86)',
    'ProgramW6432',
    'ProgramData',
    'CommonProgramFiles',
    'CommonProgramFiles(x86)',
    'CommonProgramW6432',
    'AllUsersProfile',
    'Public',
    'UserProfile',
    'AppData',
    'LocalAppData',
    'HomeDrive',
    'HomePath',
    'UserName',
    'UserDomain',
    'ComputerName',
    'Temp',
    'Tmp',
    'Path',
    'ComSpec',
    'DriverData',
    'OS',
    'PROCESSOR_ARCHITECTURE',
    'NUMBER_OF_PROCESSORS',
  ].map(fold),
);

/** Tells whether a name is that of an environment variable which every Windows sets. Case is ignored. */
export function isEnvironmentVariable(name: string): boolean {
  return environmentVariables.has(fold(name));
}
