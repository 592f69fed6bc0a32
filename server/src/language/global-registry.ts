import { fold } from './fold.js';

/** A root of the registry that is the same for all drivers. */
export type GlobalRoot = 'HKCR' | 'HKCU' | 'HKLM' | 'HKU';

/** A key below a global root, with everything below it. An empty subkey is the root itself. */
export interface GlobalKey {
  readonly root: GlobalRoot;
  readonly subkey: string;
}

function below(root: GlobalRoot, ...subkeys: readonly string[]): readonly GlobalKey[] {
  return subkeys.map((subkey) => ({ root, subkey }));
}

/** Keys outside HKR that `infverif /h` still lets pass, as of April 2024. Source: devtest/infverif_h.md */
export const toleratedKeys: readonly GlobalKey[] = [
  ...below('HKCR', ''),
  ...below(
    'HKLM',
    'SYSTEM\\CurrentControlSet',
    'SOFTWARE\\Classes',
    'SOFTWARE\\Khronos',
    'SOFTWARE\\Microsoft\\Analog\\Providers',
    'SOFTWARE\\Microsoft\\Cellular\\MVSettings\\DeviceSpecific\\CellUX',
    'SOFTWARE\\Microsoft\\Cryptography\\Calais\\Readers',
    'SOFTWARE\\Microsoft\\Cryptography\\Calais\\SmartCards',
    'SOFTWARE\\Microsoft\\Cryptography\\DRM_RNG',
    'SOFTWARE\\Microsoft\\EAPOL',
    'SOFTWARE\\Microsoft\\Palm\\DelayManipulationDuration',
    'SOFTWARE\\Microsoft\\Shell\\OEM\\QuickActions\\ColorProfileQuickAction',
    'SOFTWARE\\Microsoft\\Speech_OneCore\\AudioInput',
    'SOFTWARE\\Microsoft\\Windows Media Foundation',
    'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\AdaptiveDisplayBrightness',
    'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\drivers.desc',
    'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Drivers32',
    'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ICM',
    'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\OpenGlDrivers',
    'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon\\Notify\\ScCertProp',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Audio',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Control Panel',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Controls Folder',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Reliability\\UserDefined',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
    'SOFTWARE\\Wow6432Node\\Microsoft\\Windows Media Foundation',
    'SOFTWARE\\Wow6432Node\\Khronos',
    'SOFTWARE\\WowAA32Node\\Microsoft\\Windows Media Foundation',
    'SOFTWARE\\WowAA32Node\\Khronos',
  ),
];

/**
 * Keys outside HKR that a universal driver may write: COM classes and Media Foundation transforms.
 * Source: install/using-a-universal-inf-file.md
 */
export const universalKeys: readonly GlobalKey[] = [
  ...below('HKCR', ''),
  ...below(
    'HKLM',
    'SOFTWARE\\Classes',
    'SOFTWARE\\Microsoft\\Windows Media Foundation',
    'SOFTWARE\\Wow6432Node\\Microsoft\\Windows Media Foundation',
    'SOFTWARE\\Wow3232Node\\Microsoft\\Windows Media Foundation',
  ),
];

/** The one key below HKLM\SYSTEM that a package may name at all (InfVerif 1222). */
export const currentControlSet: GlobalKey = { root: 'HKLM', subkey: 'SYSTEM\\CurrentControlSet' };

/**
 * Hives of HKLM that belong to Windows alone: accounts and secrets, the boot configuration, and what the kernel makes anew
 * at each start (InfVerif 1223).
 */
export const closedHives: readonly string[] = ['SAM', 'SECURITY', 'HARDWARE', 'BCD00000000'];

/** What takes the place of a write to a global key, for the end of a sentence. */
export interface Replacement extends GlobalKey {
  readonly advice: string;
  readonly docs: string;
}

const PORTING = 'develop/porting-inf-to-windows-driver';
const CONTROL = 'SYSTEM\\CurrentControlSet\\Control';
const CURRENT_VERSION = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

/** The documented replacements, the more special key first. Source: develop/porting-inf-to-windows-driver.md */
export const replacements: readonly Replacement[] = [
  {
    root: 'HKLM',
    subkey: `${CURRENT_VERSION}\\WINEVT`,
    advice: 'AddEventProvider in a DDInstall.Events section registers event providers and channels (Windows 10 1809)',
    docs: PORTING,
  },
  {
    root: 'HKLM',
    subkey: `${CONTROL}\\WMI\\Autologger`,
    advice: 'AddAutoLogger in a DDInstall.Events section registers an AutoLogger (Windows 11)',
    docs: PORTING,
  },
  {
    root: 'HKLM',
    subkey: `${CURRENT_VERSION}\\RunOnce`,
    advice: 'AddSoftware in a component INF starts what shall run once',
    docs: PORTING,
  },
  {
    root: 'HKLM',
    subkey: `${CURRENT_VERSION}\\Run`,
    advice: 'AddSoftware installs an app, and AddService with AddTrigger a service that starts with the device',
    docs: PORTING,
  },
  {
    root: 'HKLM',
    subkey: `${CONTROL}\\MediaCategories`,
    advice: 'HKR,MediaCategories in the DDInstall section names them for the device (Windows 10 1809)',
    docs: PORTING,
  },
  {
    root: 'HKLM',
    subkey: `${CONTROL}\\DmaSecurity\\AllowedBuses`,
    advice: 'since Windows 11 24H2 nothing reads it',
    docs: PORTING,
  },
  {
    root: 'HKLM',
    subkey: 'SYSTEM\\CurrentControlSet\\Services',
    advice:
      'a service of this INF has its values below HKR,Parameters in the service-install section, and others are left alone',
    docs: PORTING,
  },
  {
    root: 'HKLM',
    subkey: `${CONTROL}\\Class`,
    advice: 'HKR in the DDInstall section is the software key of the device',
    docs: 'develop/driver-isolation',
  },
  {
    root: 'HKCR',
    subkey: 'CLSID',
    advice: 'from Windows 11 24H2 on AddComServer in a DDInstall.COM section registers a COM server',
    docs: 'install/inf-addcomserver-directive',
  },
];

/**
 * Tells whether a key is the given one or lies below it. Case and a backslash at either end do not count.
 * @param subkey below the root, expanded
 */
export function isAtOrBelow(key: GlobalKey, root: string | undefined, subkey: string): boolean {
  if (key.root !== root) return false;
  const { length } = key.subkey;
  if (length === 0) return true;
  const start = subkey.startsWith('\\') ? 1 : 0;
  const end = start + length;
  if (subkey.length < end || (subkey.length > end && subkey[end] !== '\\')) return false;
  return fold(subkey.slice(start, end)) === fold(key.subkey);
}

/** What should be written instead of a global key; `undefined` where no page says. */
export function replacementOf(root: string | undefined, subkey: string): Replacement | undefined {
  return replacements.find((replacement) => isAtOrBelow(replacement, root, subkey));
}
