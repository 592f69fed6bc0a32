/** Which kind of service an entry of a service-install section is for. */
export interface ServiceSetting {
  readonly entry: string;
  readonly only: 'driver' | 'win32';
  /** The values that are for such services alone; absent: all. */
  readonly values?: readonly number[];
  /** Page for `docsUrl`, or an address. */
  readonly docs: string;
}

/** Entries that only a driver or only a Win32 service can have. */
export const serviceSettings: readonly ServiceSetting[] = [
  { entry: 'RequiredPrivileges', only: 'win32', docs: 'install/inf-addservice-directive' },
  { entry: 'ServiceSidType', only: 'win32', docs: 'install/inf-addservice-directive' },
  { entry: 'DelayedAutoStart', only: 'win32', docs: 'install/inf-addservice-directive' },
  { entry: 'AddTrigger', only: 'win32', docs: 'install/inf-addservice-directive' },
  { entry: 'FailureActions', only: 'win32', docs: 'install/inf-addservice-directive' },
  { entry: 'BootFlags', only: 'driver', docs: 'install/inf-addservice-directive' },
  {
    entry: 'StartType',
    only: 'driver',
    values: [0, 1],
    docs: 'https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew',
  },
];
