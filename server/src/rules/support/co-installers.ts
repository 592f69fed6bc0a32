import { isAtOrBelow, type GlobalKey } from '../../language/global-registry.js';
import { fold } from '../../language/fold.js';
import type { RegistryFact } from '../../plan/registry-facts.js';

/** The key that lists the co-installers of setup classes. Source: install/registering-a-class-co-installer.md */
const CLASS_CO_INSTALLERS: GlobalKey = {
  root: 'HKLM',
  subkey: 'SYSTEM\\CurrentControlSet\\Control\\CoDeviceInstallers',
};

/** Tells whether a line registers a co-installer for a whole setup class. */
export function isClassCoInstaller({ root, subkey }: RegistryFact): boolean {
  return root !== 'HKR' && isAtOrBelow(CLASS_CO_INSTALLERS, root, subkey);
}

/** Tells whether a line sets the value that registers the co-installers of a device. */
export function isDeviceCoInstaller({ root, subkey, valueName }: RegistryFact): boolean {
  return root === 'HKR' && subkey === '' && fold(valueName) === 'coinstallers32';
}

/** Tells whether a line sets the value that registers the installer of a setup class. */
export function isClassInstaller({ root, subkey, valueName }: RegistryFact): boolean {
  return root === 'HKR' && subkey === '' && fold(valueName) === 'installer32';
}
