import type { ValueSet, ValueSetName } from '../value-sets.js';

/** Sets of bits: a number is made of any of them. */
export const flagsSets = {
  addRegFlags: {
    title: 'AddReg flags',
    form: 'flags',
    members: [
      {
        value: 0x00000000,
        name: 'FLG_ADDREG_TYPE_SZ',
        summary: 'REG_SZ, the type where the flags are empty.',
        part: 'type',
      },
      {
        value: 0x00000001,
        name: 'FLG_ADDREG_TYPE_BINARY',
        summary:
          'REG_BINARY: bytes, separated by commas. Together with a high word that is no type below: a type of that number.',
        part: 'type',
      },
      {
        value: 0x00010000,
        name: 'FLG_ADDREG_TYPE_MULTI_SZ',
        summary: 'REG_MULTI_SZ: strings, separated by commas.',
        part: 'type',
      },
      {
        value: 0x00020000,
        name: 'FLG_ADDREG_TYPE_EXPAND_SZ',
        summary: 'REG_EXPAND_SZ: a string with %%environment variables%%.',
        part: 'type',
      },
      {
        value: 0x00010001,
        name: 'FLG_ADDREG_TYPE_DWORD',
        summary: 'REG_DWORD: one number, decimal or with 0x.',
        part: 'type',
      },
      { value: 0x000b0001, name: 'FLG_ADDREG_TYPE_QWORD', summary: 'REG_QWORD: a number of 64 bits.', part: 'type' },
      { value: 0x00020001, name: 'FLG_ADDREG_TYPE_NONE', summary: 'REG_NONE: bytes without a type.', part: 'type' },
      {
        value: 0x00000002,
        name: 'FLG_ADDREG_NOCLOBBER',
        summary: 'Leave a value that exists alone; it then also survives updates.',
      },
      { value: 0x00000004, name: 'FLG_ADDREG_DELVAL', summary: 'Delete the value, or the key if no value is named.' },
      { value: 0x00000008, name: 'FLG_ADDREG_APPEND', summary: 'Append to a REG_MULTI_SZ what is not in it yet.' },
      {
        value: 0x00000010,
        name: 'FLG_ADDREG_KEYONLY',
        summary: 'Create the key only; value name and data are ignored.',
      },
      { value: 0x00000020, name: 'FLG_ADDREG_OVERWRITEONLY', summary: 'Write only if the value exists already.' },
      {
        value: 0x00001000,
        name: 'FLG_ADDREG_64BITKEY',
        summary: 'Write to the 64-bit view of the registry.',
        since: 'Windows XP',
      },
      {
        value: 0x00002000,
        name: 'FLG_ADDREG_KEYONLY_COMMON',
        summary: 'As KEYONLY, in a form that DelReg understands, too.',
        since: 'Windows XP',
      },
      {
        value: 0x00004000,
        name: 'FLG_ADDREG_32BITKEY',
        summary: 'Write to the 32-bit view of the registry.',
        since: 'Windows XP',
      },
    ],
    docs: 'install/inf-addreg-directive',
  },
  delRegFlags: {
    title: 'DelReg flags',
    form: 'flags',
    members: [
      { value: 0x00002000, name: 'FLG_DELREG_KEYONLY_COMMON', summary: 'Delete the whole key.', since: 'Windows XP' },
      {
        value: 0x00004000,
        name: 'FLG_DELREG_32BITKEY',
        summary: 'Use the 32-bit view of the registry.',
        since: 'Windows XP',
      },
      {
        value: 0x00018002,
        name: 'FLG_DELREG_MULTI_SZ_DELSTRING',
        summary: 'Take the matching strings, ignoring case, out of a REG_MULTI_SZ.',
        since: 'Windows XP',
      },
    ],
    docs: 'install/inf-delreg-directive',
  },
  bitRegFlags: {
    title: 'BitReg flags',
    form: 'flags',
    members: [
      { value: 0x00000000, name: 'FLG_BITREG_CLEARBITS', summary: 'Clear the bits of the mask.' },
      { value: 0x00000001, name: 'FLG_BITREG_SETBITS', summary: 'Set the bits of the mask.' },
      {
        value: 0x00004000,
        name: 'FLG_BITREG_32BITKEY',
        summary: 'Use the 32-bit view of the registry.',
        since: 'Windows XP',
      },
    ],
    docs: 'install/inf-bitreg-directive',
  },
  copyFilesFlags: {
    title: 'CopyFiles flags',
    form: 'flags',
    members: [
      {
        value: 0x00000001,
        name: 'COPYFLG_WARN_IF_SKIP',
        summary: 'Warn people who skip the file; not together with NOSKIP. Ignored in signed packages.',
      },
      {
        value: 0x00000002,
        name: 'COPYFLG_NOSKIP',
        summary: 'Nobody may skip the file; a matter of course in signed packages.',
      },
      {
        value: 0x00000004,
        name: 'COPYFLG_NOVERSIONCHECK',
        summary: 'Overwrite whatever version is there. Ignored in signed packages.',
      },
      {
        value: 0x00000008,
        name: 'COPYFLG_FORCE_FILE_IN_USE',
        summary: 'Act as if the file were in use: replace it at the next restart.',
      },
      {
        value: 0x00000010,
        name: 'COPYFLG_NO_OVERWRITE',
        summary: 'Never replace a file; not together with other flags.',
      },
      { value: 0x00000020, name: 'COPYFLG_NO_VERSION_DIALOG', summary: 'Keep a newer file without asking.' },
      {
        value: 0x00000040,
        name: 'COPYFLG_OVERWRITE_OLDER_ONLY',
        summary: 'Replace an older file only. Ignored in signed packages.',
      },
      {
        value: 0x00000100,
        name: 'COPYFLG_PROTECTED_WINDOWS_DRIVER_FILE',
        summary: "A protected file of Windows; only Windows' own INF files have a use for it.",
      },
      { value: 0x00000400, name: 'COPYFLG_REPLACEONLY', summary: 'Copy only where the file exists already.' },
      { value: 0x00000800, name: 'COPYFLG_NODECOMP', summary: 'Copy a compressed file as it is.', since: 'Windows 7' },
      { value: 0x00001000, name: 'COPYFLG_REPLACE_BOOT_FILE', summary: 'A file of the loader: ask for a restart.' },
      { value: 0x00002000, name: 'COPYFLG_NOPRUNE', summary: 'Copy even if it seems needless.' },
      {
        value: 0x00004000,
        name: 'COPYFLG_IN_USE_RENAME',
        summary:
          'Rename a file in use, copy, and delete the renamed one; display pages call it COPYFLG_IN_USE_TRY_RENAME.',
      },
    ],
    docs: 'install/inf-copyfiles-directive',
  },
  delFilesFlags: {
    title: 'DelFiles flags',
    form: 'flags',
    members: [
      { value: 0x00000001, name: 'DELFLG_IN_USE', summary: 'Delete a file in use at the next restart.' },
      {
        value: 0x00010000,
        name: 'DELFLG_IN_USE1',
        summary: 'The same, for lists that CopyFiles uses as well.',
        since: 'Windows 2000',
      },
    ],
    docs: 'install/inf-delfiles-directive',
  },
  addServiceFlags: {
    title: 'AddService flags',
    form: 'flags',
    members: [
      {
        value: 0x00000001,
        name: 'SPSVCINST_TAGTOFRONT',
        summary: 'Put the service first in its group; not for PnP drivers.',
      },
      {
        value: 0x00000002,
        name: 'SPSVCINST_ASSOCSERVICE',
        summary: 'The function driver of the device: exactly one, and none in an extension INF.',
      },
      {
        value: 0x00000008,
        name: 'SPSVCINST_NOCLOBBER_DISPLAYNAME',
        summary: 'Keep the display name of a service that exists.',
      },
      { value: 0x00000010, name: 'SPSVCINST_NOCLOBBER_STARTTYPE', summary: 'Keep its start type.' },
      { value: 0x00000020, name: 'SPSVCINST_NOCLOBBER_ERRORCONTROL', summary: 'Keep its error control.' },
      {
        value: 0x00000040,
        name: 'SPSVCINST_NOCLOBBER_LOADORDERGROUP',
        summary: 'Keep its load order group; not for PnP drivers.',
      },
      {
        value: 0x00000080,
        name: 'SPSVCINST_NOCLOBBER_DEPENDENCIES',
        summary: 'Keep its dependencies; not for PnP drivers.',
      },
      { value: 0x00000100, name: 'SPSVCINST_NOCLOBBER_DESCRIPTION', summary: 'Keep its description.' },
      {
        value: 0x00000400,
        name: 'SPSVCINST_CLOBBER_SECURITY',
        summary: 'Overwrite its security descriptor.',
        since: 'Windows XP',
      },
      {
        value: 0x00000800,
        name: 'SPSVCSINST_STARTSERVICE',
        summary: 'Start it after the installation; not for function or filter drivers. The name is spelt this way.',
        since: 'Windows Vista',
      },
      {
        value: 0x00001000,
        name: 'SPSVCINST_NOCLOBBER_REQUIREDPRIVILEGES',
        summary: 'Keep its privileges.',
        since: 'Windows 7',
      },
      {
        value: 0x00002000,
        name: 'SPSVCINST_NOCLOBBER_TRIGGERS',
        summary: 'Keep its triggers.',
        since: 'Windows 10 2004',
      },
      {
        value: 0x00004000,
        name: 'SPSVCINST_NOCLOBBER_SERVICESIDTYPE',
        summary: 'Keep its SID type.',
        since: 'Windows 10 2004',
      },
      {
        value: 0x00008000,
        name: 'SPSVCINST_NOCLOBBER_DELAYEDAUTOSTART',
        summary: 'Keep its delayed start.',
        since: 'Windows 10 2004',
      },
      {
        value: 0x00010000,
        name: 'SPSVCINST_UNIQUE_NAME',
        summary: 'Give the service a name of its own for this device. In the headers only; no page describes it.',
      },
      {
        value: 0x00020000,
        name: 'SPSVCINST_NOCLOBBER_FAILUREACTIONS',
        summary: 'Keep its failure actions.',
        since: 'Windows 11 22H2',
      },
      {
        value: 0x00040000,
        name: 'SPSVCINST_NOCLOBBER_BOOTFLAGS',
        summary: 'Keep its boot flags.',
        since: 'Windows 11 build 25398',
      },
    ],
    docs: 'install/inf-addservice-directive',
  },
  delServiceFlags: {
    title: 'DelService flags',
    form: 'flags',
    members: [
      { value: 0x00000004, name: 'SPSVCINST_DELETEEVENTLOGENTRY', summary: 'Remove its event source, too.' },
      { value: 0x00000200, name: 'SPSVCINST_STOPSERVICE', summary: 'Stop it first.' },
    ],
    docs: 'install/inf-delservice-directive',
  },
  serviceTypes: {
    title: 'Service types',
    form: 'flags',
    members: [
      { value: 0x1, name: 'SERVICE_KERNEL_DRIVER', summary: 'A driver.' },
      { value: 0x2, name: 'SERVICE_FILE_SYSTEM_DRIVER', summary: 'A file system driver or file system filter.' },
      { value: 0x4, name: 'SERVICE_ADAPTER', summary: 'Reserved in winnt.h; old drivers have it.' },
      { value: 0x8, name: 'SERVICE_RECOGNIZER_DRIVER', summary: 'A file system recognizer, by winnt.h reserved.' },
      { value: 0x10, name: 'SERVICE_WIN32_OWN_PROCESS', summary: 'A Win32 service in a process of its own.' },
      { value: 0x20, name: 'SERVICE_WIN32_SHARE_PROCESS', summary: 'A Win32 service that shares a process.' },
      {
        value: 0x100,
        name: 'SERVICE_INTERACTIVE_PROCESS',
        summary: 'Added to a Win32 type: may show itself on the desktop.',
      },
    ],
    docs: 'install/inf-addservice-directive',
  },
  bootFlags: {
    title: 'Boot flags',
    form: 'flags',
    members: [
      { value: 0x1, name: 'CM_SERVICE_NETWORK_BOOT_LOAD', summary: 'Early start when booting from the network.' },
      {
        value: 0x2,
        name: 'CM_SERVICE_VIRTUAL_DISK_BOOT_LOAD',
        summary: 'Early start when booting from a virtual disk.',
      },
      { value: 0x4, name: 'CM_SERVICE_USB_DISK_BOOT_LOAD', summary: 'Early start when booting from a USB disk.' },
      { value: 0x8, name: 'CM_SERVICE_SD_DISK_BOOT_LOAD', summary: 'Early start when booting from an SD card.' },
      { value: 0x10, name: 'CM_SERVICE_USB3_DISK_BOOT_LOAD', summary: 'Early start when booting from a USB 3 disk.' },
      { value: 0x20, name: 'CM_SERVICE_MEASURED_BOOT_LOAD', summary: 'Early start with measured boot.' },
      { value: 0x40, name: 'CM_SERVICE_VERIFIER_BOOT_LOAD', summary: 'Early start with Driver Verifier at boot.' },
      { value: 0x80, name: 'CM_SERVICE_WINPE_BOOT_LOAD', summary: 'Early start in Windows PE.' },
    ],
    docs: 'install/inf-addservice-directive',
  },
  addPropertyFlags: {
    title: 'AddProperty flags',
    form: 'flags',
    members: [
      { value: 0x00000001, name: 'FLG_ADDPROPERTY_NOCLOBBER', summary: 'Keep a property that exists.' },
      { value: 0x00000002, name: 'FLG_ADDPROPERTY_OVERWRITEONLY', summary: 'Set it only if it exists.' },
      { value: 0x00000004, name: 'FLG_ADDPROPERTY_APPEND', summary: 'Append to a list what is not in it yet.' },
      { value: 0x00000008, name: 'FLG_ADDPROPERTY_OR', summary: 'Combine with the number that is there, by OR.' },
      { value: 0x00000010, name: 'FLG_ADDPROPERTY_AND', summary: 'Combine with the number that is there, by AND.' },
    ],
    docs: 'install/inf-addproperty-directive',
  },
  delPropertyFlags: {
    title: 'DelProperty flags',
    form: 'flags',
    members: [
      {
        value: 0x00000001,
        name: 'FLG_DELPROPERTY_MULTI_SZ_DELSTRING',
        summary: 'Take the matching strings, ignoring case, out of a list.',
      },
    ],
    docs: 'install/inf-delproperty-directive',
  },
  enablePropertyFlags: {
    title: 'What is added to ETW events',
    form: 'flags',
    members: [
      { value: 0x00000001, name: 'EVENT_ENABLE_PROPERTY_SID', summary: 'The SID of the user.' },
      { value: 0x00000002, name: 'EVENT_ENABLE_PROPERTY_TS_ID', summary: 'The terminal session.' },
      { value: 0x00000004, name: 'EVENT_ENABLE_PROPERTY_STACK_TRACE', summary: 'The call stack.' },
      {
        value: 0x00000010,
        name: 'EVENT_ENABLE_PROPERTY_IGNORE_KEYWORD_0',
        summary: 'Leave out events without keywords.',
      },
      {
        value: 0x00000020,
        name: 'EVENT_ENABLE_PROPERTY_PROVIDER_GROUP',
        summary: 'The GUID is that of a group of providers.',
      },
      { value: 0x00000080, name: 'EVENT_ENABLE_PROPERTY_PROCESS_START_KEY', summary: 'The start key of the process.' },
      { value: 0x00000100, name: 'EVENT_ENABLE_PROPERTY_EVENT_KEY', summary: 'The key of the event.' },
      {
        value: 0x00000200,
        name: 'EVENT_ENABLE_PROPERTY_EXCLUDE_INPRIVATE',
        summary: 'Leave out events of private browsing.',
      },
    ],
    docs: 'install/inf-addupdateautologger-directive',
  },
  wmiInterfaceFlags: {
    title: 'WMIInterface flags',
    form: 'flags',
    members: [
      { value: 0x00000001, name: 'SCWMI_CLOBBER_SECURITY', summary: 'Replace a security descriptor that exists.' },
    ],
    docs: 'install/inf-ddinstall-wmi-section',
  },
  profileItemFlags: {
    title: 'ProfileItems flags',
    form: 'flags',
    members: [
      { value: 0x00000001, name: 'FLG_PROFITEM_CURRENTUSER', summary: 'Only for the user who installs.' },
      { value: 0x00000002, name: 'FLG_PROFITEM_DELETE', summary: 'Remove the item.' },
      { value: 0x00000004, name: 'FLG_PROFITEM_GROUP', summary: 'A group, not an item.' },
    ],
    docs: 'install/inf-profileitems-directive',
  },
  updateIniFieldsFlags: {
    title: 'UpdateIniFields flags',
    form: 'flags',
    members: [
      { value: 0x1, summary: 'An asterisk in the old field stands for any text.' },
      { value: 0x2, summary: 'Separate fields with a comma instead of a blank.' },
    ],
    docs: 'install/inf-updateinifields-directive',
  },
  ini2RegFlags: {
    title: 'Ini2Reg flags',
    form: 'flags',
    members: [
      { value: 0x1, summary: 'Delete what was moved from the INI file.' },
      { value: 0x2, summary: 'Overwrite a registry value that exists.' },
    ],
    docs: 'install/inf-ini2reg-directive',
  },
  registerDllFlags: {
    title: 'RegisterDlls and UnregisterDlls flags',
    form: 'flags',
    members: [
      { value: 0x00000001, name: 'FLG_REGSVR_DLLREGISTER', summary: 'Call DllRegisterServer, or DllUnregisterServer.' },
      { value: 0x00000002, name: 'FLG_REGSVR_DLLINSTALL', summary: 'Call DllInstall.' },
    ],
    docs: 'install/inf-registerdlls-directive',
  },
  sourceDisksNamesFlags: {
    title: 'SourceDisksNames flags',
    form: 'flags',
    members: [
      { value: 0x10, summary: 'The second field names the cabinet, the sixth the tag file.', since: 'Windows XP' },
    ],
    docs: 'install/inf-sourcedisksnames-section',
  },
  netCharacteristics: {
    title: 'Characteristics of network components',
    form: 'flags',
    members: [
      { value: 0x1, name: 'NCF_VIRTUAL', summary: 'A virtual adapter.' },
      { value: 0x2, name: 'NCF_SOFTWARE_ENUMERATED', summary: 'An adapter that software enumerates.' },
      { value: 0x4, name: 'NCF_PHYSICAL', summary: 'A physical adapter.' },
      { value: 0x8, name: 'NCF_HIDDEN', summary: 'Never shown to people.' },
      { value: 0x10, name: 'NCF_NO_SERVICE', summary: 'Has no driver.' },
      { value: 0x20, name: 'NCF_NOT_USER_REMOVABLE', summary: 'People cannot remove it.' },
      { value: 0x80, name: 'NCF_HAS_UI', summary: 'Has a user interface.' },
      {
        value: 0x400,
        name: 'NCF_FILTER',
        summary: 'A filter intermediate driver; gone in Windows 10.',
        until: 'Windows 10',
      },
      { value: 0x4000, name: 'NCF_NDIS_PROTOCOL', summary: 'A transport that wants to be unloaded by an event.' },
      { value: 0x40000, name: 'NCF_LW_FILTER', summary: 'A lightweight filter.' },
    ],
    docs: 'network/ddinstall-section-in-a-network-inf-file',
  },
  stillImageCapabilities: {
    title: 'What an imaging device can do',
    form: 'flags',
    members: [
      { value: 0x1, summary: 'It sends notifications.' },
      { value: 0x2, summary: 'It must be polled.' },
      { value: 0x4, summary: 'Its arrival is an event.' },
      { value: 0x8, summary: 'Its port is chosen by itself.' },
      { value: 0x10, summary: 'It is a WIA device.' },
      { value: 0x20, summary: 'It knows a subset only.' },
    ],
    docs: 'image/inf-files-for-wia-devices',
  },
} as const satisfies Partial<Record<ValueSetName, ValueSet>>;
