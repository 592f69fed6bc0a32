import { fold } from '../../language/fold.js';
import type { Model } from '../../model/types.js';
import { isOfClass } from './version-section.js';

/** Values that name the user-mode parts of a display driver. Source: display/adding-software-registry-settings */
const USER_MODE_DRIVERS: ReadonlySet<string> = new Set(['usermodedrivername', 'usermodedrivernamewow']);

/** Whether the INF is that of a display driver. */
export function isDisplayInf(model: Model): boolean {
  return isOfClass(model, 'display');
}

/** Whether a registry value, of a display driver, names its user-mode parts; case does not count. */
export function namesUserModeDriver(valueName: string): boolean {
  return USER_MODE_DRIVERS.has(fold(valueName));
}
