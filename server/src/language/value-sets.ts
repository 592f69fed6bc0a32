import type { ReleaseName } from './releases.js';

/** One value of a set. */
export interface ValueMember {
  /** Its number, for flags and numbers. */
  readonly value?: number;
  /** The symbol in Windows' headers, or the word itself. */
  readonly name?: string;
  readonly summary: string;
  readonly since?: ReleaseName;
  /** Release from which it no longer counts. */
  readonly until?: ReleaseName;
  /** In AddReg flags, `type`: one of several that share the bits of `registryTypeMask`, not a bit of its own. */
  readonly part?: 'type';
}

/** The values that a field can take: bits to be combined, single numbers, or words (compared without case). */
export interface ValueSet {
  readonly title: string;
  readonly form: 'flags' | 'numbers' | 'words';
  readonly members: readonly ValueMember[];
  readonly notes?: readonly string[];
  /** Page for `docsUrl`. */
  readonly docs: string;
}

/**
 * Every set of values that a field can draw from; the members stand in `values.ts`. Kept apart from them so that the
 * tables of directives do not depend on the tables of values.
 */
export type ValueSetName =
  // flag sets
  | 'addRegFlags'
  | 'delRegFlags'
  | 'bitRegFlags'
  | 'copyFilesFlags'
  | 'delFilesFlags'
  | 'addServiceFlags'
  | 'delServiceFlags'
  | 'bootFlags'
  | 'addPropertyFlags'
  | 'delPropertyFlags'
  | 'addSoftwareFlags'
  | 'enablePropertyFlags'
  | 'wmiInterfaceFlags'
  | 'profileItemFlags'
  | 'updateIniFieldsFlags'
  | 'ini2RegFlags'
  | 'registerDllFlags'
  | 'sourceDisksNamesFlags'
  | 'netCharacteristics'
  | 'stillImageCapabilities'
  // enumerations
  | 'registryRoots'
  | 'signatures'
  | 'setupClasses'
  | 'booleans'
  | 'trueOnly'
  | 'oneOnly'
  | 'drmLevels'
  | 'signatureAttributes'
  | 'serviceTypes'
  | 'startTypes'
  | 'errorControls'
  | 'loadOrderGroups'
  | 'eventLogTypes'
  | 'serviceSidTypes'
  | 'triggerTypes'
  | 'triggerActions'
  | 'triggerDataTypes'
  | 'failureActions'
  | 'softwareTypes'
  | 'eventChannelTypes'
  | 'channelIsolation'
  | 'loggingRetention'
  | 'clockTypes'
  | 'filterPositions'
  | 'comServerTypes'
  | 'threadingModels'
  | 'configPriorities'
  | 'busTypes'
  | 'propertyNames'
  | 'devpropTypes'
  | 'powerPersonalities'
  | 'powerSources'
  | 'powerValueTypes'
  | 'updateIniModes'
  | 'umdfHostProcessSharing'
  | 'umdfDirectHardwareAccess'
  | 'umdfHostPriority'
  | 'umdfRegisterAccessMode'
  | 'umdfImpersonationLevel'
  | 'umdfMethodNeitherAction'
  | 'umdfDispatcher'
  | 'umdfKernelModeClientPolicy'
  | 'umdfFileObjectPolicy'
  | 'umdfFsContextUsePolicy'
  | 'umdfServiceTypes'
  | 'printerCategories'
  | 'stillImageSubClasses'
  | 'stillImageDeviceTypes'
  | 'stillImageConnections'
  | 'stillImagePortSelect';
