import { fold } from './fold.js';

/**
 * Values of the software key of a device that Windows itself sets when it installs the device, and from which it tells the
 * driver afterwards. Source: install/accessing-device-driver-properties.md, install/devpkey-device-driverinfsection.md
 */
const SET_BY_WINDOWS: ReadonlySet<string> = new Set(
  [
    'DriverDate',
    'DriverDateData',
    'DriverVersion',
    'DriverDesc',
    'InfPath',
    'InfSection',
    'InfSectionExt',
    'ProviderName',
    'MatchingDeviceId',
  ].map(fold),
);

/** Tells whether Windows sets a value directly below the software key of a device. */
export function isSetByWindows(valueName: string): boolean {
  return SET_BY_WINDOWS.has(fold(valueName));
}
