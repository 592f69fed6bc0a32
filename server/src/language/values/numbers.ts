import type { ValueSet, ValueSetName } from '../value-sets.js';

/** Enumerations whose members are numbers. */
export const numbersSets = {
  booleans: {
    title: 'No or yes',
    form: 'numbers',
    members: [
      { value: 0, summary: 'No.' },
      { value: 1, summary: 'Yes.' },
    ],
    docs: 'install/inf-version-section',
  },
  oneOnly: {
    title: 'The number 1',
    form: 'numbers',
    members: [{ value: 1, summary: 'The only number that is known.' }],
    docs: 'develop/creating-a-primitive-driver',
  },
  drmLevels: {
    title: 'DRM levels',
    form: 'numbers',
    members: [
      { value: 1200, summary: 'Level 1200.' },
      { value: 1300, summary: 'Level 1300.' },
    ],
    docs: 'install/inf-signatureattributes-section',
  },
  startTypes: {
    title: 'Start types',
    form: 'numbers',
    members: [
      {
        value: 0,
        name: 'SERVICE_BOOT_START',
        summary: 'The loader of Windows loads it: for what is needed to start Windows.',
      },
      {
        value: 1,
        name: 'SERVICE_SYSTEM_START',
        summary: 'Started while the kernel initialises: for PnP drivers that also find devices themselves.',
      },
      {
        value: 2,
        name: 'SERVICE_AUTO_START',
        summary: 'Started by the service manager with the system; never for PnP drivers.',
      },
      {
        value: 3,
        name: 'SERVICE_DEMAND_START',
        summary: 'Started when the device is found, or on request: the usual one for device drivers.',
      },
      { value: 4, name: 'SERVICE_DISABLED', summary: 'Cannot be started, so its device cannot be installed.' },
    ],
    docs: 'install/inf-addservice-directive',
  },
  errorControls: {
    title: 'Error controls',
    form: 'numbers',
    members: [
      { value: 0, name: 'SERVICE_ERROR_IGNORE', summary: 'Go on without a word.' },
      { value: 1, name: 'SERVICE_ERROR_NORMAL', summary: 'Go on and log it; the usual one.' },
      {
        value: 2,
        name: 'SERVICE_ERROR_SEVERE',
        summary: 'Restart with the last known good configuration; go on if that is what runs.',
      },
      {
        value: 3,
        name: 'SERVICE_ERROR_CRITICAL',
        summary: 'Restart with the last known good configuration; stop if that is what runs.',
      },
    ],
    docs: 'install/inf-addservice-directive',
  },
  serviceSidTypes: {
    title: 'Service SID types',
    form: 'numbers',
    members: [
      { value: 0, name: 'SERVICE_SID_TYPE_NONE', summary: 'No SID.' },
      { value: 1, name: 'SERVICE_SID_TYPE_UNRESTRICTED', summary: 'A SID in the token of the process.' },
      { value: 3, name: 'SERVICE_SID_TYPE_RESTRICTED', summary: 'A SID, and a token restricted by it.' },
    ],
    docs: 'https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_sid_info',
  },
  triggerTypes: {
    title: 'Trigger types',
    form: 'numbers',
    members: [
      {
        value: 1,
        name: 'SERVICE_TRIGGER_TYPE_DEVICE_INTERFACE_ARRIVAL',
        summary: 'A device interface of the class SubType arrives.',
      },
    ],
    docs: 'install/inf-addservice-directive',
  },
  triggerActions: {
    title: 'Trigger actions',
    form: 'numbers',
    members: [
      { value: 1, name: 'SERVICE_TRIGGER_ACTION_SERVICE_START', summary: 'Start the service.' },
      { value: 2, name: 'SERVICE_TRIGGER_ACTION_SERVICE_STOP', summary: 'Stop the service.' },
    ],
    docs: 'install/inf-addservice-directive',
  },
  triggerDataTypes: {
    title: 'Trigger data types',
    form: 'numbers',
    members: [{ value: 2, name: 'SERVICE_TRIGGER_DATA_TYPE_STRING', summary: 'A string.' }],
    docs: 'install/inf-addservice-directive',
  },
  failureActions: {
    title: 'Failure actions',
    form: 'numbers',
    members: [
      { value: 0, name: 'SC_ACTION_NONE', summary: 'Do nothing.' },
      { value: 1, name: 'SC_ACTION_RESTART', summary: 'Restart the service.' },
      { value: 2, name: 'SC_ACTION_REBOOT', summary: 'Restart the computer.' },
      { value: 3, name: 'SC_ACTION_RUN_COMMAND', summary: 'Run a command.' },
    ],
    docs: 'https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-sc_action',
  },
  addSoftwareFlags: {
    title: 'AddSoftware flags',
    form: 'numbers',
    members: [
      { value: 0, summary: 'Install once.' },
      { value: 1, summary: 'Install once for each component device.' },
    ],
    docs: 'install/inf-addsoftware-directive',
  },
  softwareTypes: {
    title: 'Software types',
    form: 'numbers',
    members: [
      { value: 1, summary: 'An MSI or EXE installer; not on Windows 10 S.' },
      { value: 2, summary: 'An app of the store.', since: 'Windows 10 1709' },
    ],
    docs: 'install/inf-addsoftware-directive',
  },
  eventChannelTypes: {
    title: 'Channel types',
    form: 'numbers',
    members: [
      { value: 1, name: 'Admin', summary: 'For administrators.' },
      { value: 2, name: 'Operational', summary: 'For the diagnosis of what happens.' },
      { value: 3, name: 'Analytic', summary: 'Many events, for analysis; off by default.' },
      { value: 4, name: 'Debug', summary: 'For developers; off by default.' },
    ],
    notes: ['The registry numbers them differently.'],
    docs: 'install/inf-addeventprovider-directive',
  },
  channelIsolation: {
    title: 'Channel isolation',
    form: 'numbers',
    members: [
      { value: 1, name: 'Application', summary: 'The rights of the Application log; the default.' },
      { value: 2, name: 'System', summary: 'The rights of the System log.' },
      { value: 3, name: 'Custom', summary: 'Rights of its own: see Access.' },
    ],
    docs: 'install/inf-addeventprovider-directive',
  },
  loggingRetention: {
    title: 'Logging modes',
    form: 'numbers',
    members: [
      { value: 1, name: 'Circular', summary: 'Overwrites the oldest events; the default of Admin and Operational.' },
      { value: 2, name: 'Sequential', summary: 'Stops when it is full; the default of Analytic and Debug.' },
    ],
    docs: 'install/inf-addeventprovider-directive',
  },
  clockTypes: {
    title: 'Clocks',
    form: 'numbers',
    members: [
      { value: 1, summary: 'The performance counter; the default.' },
      { value: 2, summary: 'The system timer.' },
      { value: 3, summary: 'The cycle counter of the processor.' },
    ],
    docs: 'install/inf-addupdateautologger-directive',
  },
  comServerTypes: {
    title: 'COM server types',
    form: 'numbers',
    members: [{ value: 1, summary: 'In-process.' }],
    docs: 'install/inf-addcomserver-directive',
  },
  busTypes: {
    title: 'Buses of network adapters',
    form: 'numbers',
    members: [
      { value: 1, name: 'ISA', summary: 'ISA.' },
      { value: 2, name: 'EISA', summary: 'EISA.' },
      { value: 3, name: 'MicroChannel', summary: 'MicroChannel.' },
      { value: 4, name: 'TurboChannel', summary: 'TurboChannel.' },
      { value: 5, name: 'PCIBus', summary: 'PCI.' },
      { value: 6, name: 'VMEBus', summary: 'VME.' },
      { value: 7, name: 'NuBus', summary: 'Nu.' },
      { value: 8, name: 'PCMCIABus', summary: 'PCMCIA.' },
      { value: 9, name: 'Cbus', summary: 'Cbus.' },
      { value: 10, name: 'MPIBus', summary: 'MPI.' },
      { value: 11, name: 'MPSABus', summary: 'MPSA.' },
      { value: 14, name: 'PNPISABus', summary: 'PNPISA.' },
      { value: 15, name: 'PNPBus', summary: 'PNP.' },
    ],
    docs: 'network/ddinstall-section-in-a-network-inf-file',
  },
  devpropTypes: {
    title: 'Types of device properties',
    form: 'numbers',
    members: [
      { value: 0x7, name: 'DEVPROP_TYPE_UINT32', summary: 'A number of 32 bits.' },
      { value: 0x11, name: 'DEVPROP_TYPE_BOOLEAN', summary: '0 or 0xff.' },
      { value: 0x12, name: 'DEVPROP_TYPE_STRING', summary: 'A string.' },
      { value: 0x1003, name: 'DEVPROP_TYPE_BINARY', summary: 'Bytes.' },
      { value: 0x2012, name: 'DEVPROP_TYPE_STRING_LIST', summary: 'A list of strings.' },
    ],
    docs: 'install/inf-addproperty-directive',
  },
  powerSources: {
    title: 'Power sources',
    form: 'numbers',
    members: [
      { value: 0, name: 'AC', summary: 'On mains.' },
      { value: 1, name: 'DC', summary: 'On battery.' },
    ],
    docs: 'install/inf-addpowersetting-directive',
  },
  powerValueTypes: {
    title: 'Types of power setting values',
    form: 'numbers',
    members: [
      { value: 0x00000000, name: 'REG_SZ', summary: 'A string.' },
      { value: 0x00000001, name: 'REG_BINARY', summary: 'Bytes.' },
      { value: 0x00010001, name: 'REG_DWORD', summary: 'A number.' },
    ],
    docs: 'install/inf-addpowersetting-directive',
  },
  updateIniModes: {
    title: 'UpdateInis flags',
    form: 'numbers',
    members: [
      { value: 0, summary: 'Look for the entry by its key; replace, add or delete it.' },
      { value: 1, summary: 'Look for it by key and value; replace it.' },
      { value: 2, summary: 'The key must exist; replace the entry or rename its key.' },
      { value: 3, summary: 'Key and value must exist; replace or rename the entry.' },
    ],
    docs: 'install/inf-updateinis-directive',
  },
  stillImageDeviceTypes: {
    title: 'Imaging devices',
    form: 'numbers',
    members: [
      { value: 1, summary: 'A scanner.' },
      { value: 2, summary: 'A camera.' },
      { value: 3, summary: 'A streaming video device.' },
    ],
    docs: 'image/inf-files-for-wia-devices',
  },
} as const satisfies Partial<Record<ValueSetName, ValueSet>>;
