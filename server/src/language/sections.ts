import type { ReleaseName } from './releases.js';
import type { Use } from './use.js';
import { installSections } from './sections/install.js';
import { packageSections } from './sections/package.js';
import { writtenSections } from './sections/written.js';

/** Every role a section can play. A section reached in two roles has two kinds. */
export type SectionKind =
  | 'version'
  | 'strings'
  | 'sourceDisksNames'
  | 'sourceDisksFiles'
  | 'destinationDirs'
  | 'controlFlags'
  | 'signatureAttributes'
  | 'signatureAttribute' // [SignatureAttributes.Elam] and the like
  | 'manufacturer'
  | 'models'
  | 'install' // DDInstall
  | 'installHardware' // DDInstall.HW
  | 'installServices'
  | 'installInterfaces'
  | 'installCoInstallers'
  | 'installWdf'
  | 'installFilters'
  | 'installEvents'
  | 'installCom'
  | 'installSoftware'
  | 'installComponents'
  | 'installWmi'
  | 'installFactDef'
  | 'installLogConfigOverride'
  | 'installNetworkProvider'
  | 'installPrintProvider'
  | 'installWinsock'
  | 'installRemove'
  | 'installRemoveServices'
  | 'installRemoveWinsock'
  | 'defaultInstall'
  | 'defaultInstallServices'
  | 'defaultInstallNetDrivers'
  | 'defaultUninstall'
  | 'defaultUninstallServices'
  | 'classInstall' // ClassInstall32
  | 'classInstallServices'
  | 'interfaceClassInstall' // InterfaceInstall32
  | 'interfaceClassState' // what a line of InterfaceInstall32 names
  | 'interfaceInstall' // what AddInterface names: add-interface-section
  | 'deviceInstall32'
  | 'createdDevice' // what AddDevice names
  | 'printerPackageInstallation'
  | 'previousNames'
  | 'serviceInstall'
  | 'eventLogInstall'
  | 'serviceTrigger'
  | 'serviceFailureActions'
  | 'addRegistry'
  | 'addRegistrySecurity'
  | 'delRegistry'
  | 'bitRegistry'
  | 'fileList' // what CopyFiles names
  | 'deleteFileList'
  | 'renameFileList'
  | 'fileListSecurity'
  | 'addProperty'
  | 'delProperty'
  | 'powerSetting'
  | 'logConfig'
  | 'componentInstall'
  | 'softwareInstall'
  | 'eventProviderInstall'
  | 'eventChannelInstall'
  | 'autoLoggerInstall'
  | 'autoLoggerUpdate'
  | 'autoLoggerProvider'
  | 'filterInstall'
  | 'comServerInstall'
  | 'comClassInstall'
  | 'wmiClass'
  | 'umdfServiceInstall'
  | 'kmdfServiceInstall'
  | 'profileItems'
  | 'updateIni'
  | 'updateIniFields'
  | 'iniToRegistry'
  | 'registerDlls'
  | 'unregisterDlls'
  | 'winsockValues'
  | 'winsockRemoval'
  | 'netComponent' // what AddNetFilter and AddNetProtocol name
  | 'printerData'
  | 'portMonitors'
  | 'portMonitorInstall'
  | 'wiaInstall'
  | 'stillImageDeviceData'
  | 'stillImageEvents';

/**
 * How a section comes to play a role:
 * - `name`: its name is reserved; `decorations` says what may follow it.
 * - `companion`: its name is that of a section of one of the kinds `of`, followed by `suffix`; a platform extension stands
 *   before the suffix: `[Install.NTamd64.HW]`. The companion carries the same extension as the section it belongs to.
 * - `reference`: a field of a directive names it; any name will do.
 */
export type Recognition =
  | { readonly by: 'name'; readonly names: readonly string[] }
  | { readonly by: 'companion'; readonly of: readonly SectionKind[]; readonly suffix: string }
  | { readonly by: 'reference' };

/**
 * What may be appended to the name:
 * - `platform`: `.nt`, `.ntx86`, `.ntamd64`…; Windows looks for `.nt<architecture>`, then `.nt`, then the plain name.
 * - `architecture`: `.x86`, `.amd64`…, consulted first, then the plain section for what is missing there.
 * - `targetOsVersion`: `.NTamd64.10.0...16299`, exactly as on the Manufacturer line.
 * - `language`: a LANGID of four hex digits.
 * Source: install/creating-inf-files-for-multiple-platforms-and-operating-systems
 */
export type DecorationStyle = 'none' | 'platform' | 'architecture' | 'targetOsVersion' | 'language';

/**
 * What a line looks like: `keyed` has `key = value, …`, `list` has values only, `mixed` knows both, `text` is one string.
 */
export type LineShape = 'keyed' | 'list' | 'mixed' | 'text';

/** What HKR stands for in registry lines that are reached from a section. Source: install/inf-addreg-directive */
export type HkrMeaning =
  | 'software' // Control\Class\{guid}\nnnn
  | 'hardware' // Enum\…\Device Parameters
  | 'service' // Services\name
  | 'umdf-service' // WUDF\Services\name
  | 'interface'
  | 'interface-class'
  | 'class' // Control\Class\{guid}
  | 'event-log'
  | 'none'; // DefaultInstall: HKR means nothing

/** One row of the table of section kinds. The directives of a kind are those whose `in` names it: `directivesIn(kind)`. */
export interface SectionFacts {
  /** How it is spoken of: `DDInstall.HW`, `add-registry section`. */
  readonly title: string;
  readonly summary: string;
  readonly recognition: Recognition;
  readonly decorations: DecorationStyle;
  readonly shape: LineShape;
  /** Entries that must be there; a list in the list means: one of these. */
  readonly required: readonly (string | readonly string[])[];
  /** Entries of which only one may be there. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Whether one file may hold several sections of this kind under different names or decorations. */
  readonly many: boolean;
  /** What HKR stands for in add-registry sections named by an `AddReg` here. */
  readonly hkr?: HkrMeaning;
  readonly use: Use;
  /** First release that reads it. */
  readonly since?: ReleaseName;
  /** Release from which it no longer does anything, or the package is no longer signed with it. */
  readonly until?: ReleaseName;
  /** Why it should not be used any more. */
  readonly deprecated?: string;
  /** Further facts worth knowing, one sentence each. */
  readonly notes?: readonly string[];
  /** Page for `docsUrl`. */
  readonly docs: string;
}

/** Facts about every kind of section. */
export const sectionKinds: Readonly<Record<SectionKind, SectionFacts>> = {
  ...packageSections,
  ...installSections,
  ...writtenSections,
};

/** The registry key that HKR stands for, with `<…>` for what only the machine knows. */
export const hkrKeys: Readonly<Record<HkrMeaning, { readonly title: string; readonly key: string | undefined }>> = {
  software: {
    title: "the device's software key",
    key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\<class GUID>\\<instance>',
  },
  hardware: {
    title: "the device's hardware key",
    key: 'HKLM\\SYSTEM\\CurrentControlSet\\Enum\\<device instance path>\\Device Parameters',
  },
  service: { title: "the service's key", key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\<service>' },
  'umdf-service': {
    title: "the UMDF driver's key",
    key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\WUDF\\Services\\<service>',
  },
  interface: { title: 'the key of the device interface', key: undefined },
  'interface-class': { title: 'the key of the device interface class', key: undefined },
  class: {
    title: 'the key of the device setup class',
    key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\<class GUID>',
  },
  'event-log': {
    title: 'the key of the event source',
    key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\<log>\\<source>',
  },
  none: { title: 'nothing: HKR has no meaning here', key: undefined },
};
