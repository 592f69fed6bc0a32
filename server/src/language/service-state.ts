import { fold } from './fold.js';

/** State of a service that Windows keeps in the key of the service itself and that has a directive of its own. */
interface IntrinsicState {
  /** Value of the key, or subkey below it. */
  readonly name: string;
  readonly kind: 'value' | 'subkey';
  /** Entry of a service-install section. */
  readonly directive: string;
}

/** Source: develop/porting-inf-to-windows-driver.md, install/inf-addservice-directive.md */
const intrinsicState: readonly IntrinsicState[] = [
  { name: 'DisplayName', kind: 'value', directive: 'DisplayName' },
  { name: 'Description', kind: 'value', directive: 'Description' },
  { name: 'ImagePath', kind: 'value', directive: 'ServiceBinary' },
  { name: 'Type', kind: 'value', directive: 'ServiceType' },
  { name: 'Start', kind: 'value', directive: 'StartType' },
  { name: 'ErrorControl', kind: 'value', directive: 'ErrorControl' },
  { name: 'Group', kind: 'value', directive: 'LoadOrderGroup' },
  { name: 'DependOnService', kind: 'value', directive: 'Dependencies' },
  { name: 'DependOnGroup', kind: 'value', directive: 'Dependencies' },
  { name: 'ObjectName', kind: 'value', directive: 'StartName' },
  { name: 'RequiredPrivileges', kind: 'value', directive: 'RequiredPrivileges' },
  { name: 'ServiceSidType', kind: 'value', directive: 'ServiceSidType' },
  { name: 'DelayedAutostart', kind: 'value', directive: 'DelayedAutoStart' },
  { name: 'FailureActions', kind: 'value', directive: 'FailureActions' },
  { name: 'FailureActionsOnNonCrashFailures', kind: 'value', directive: 'FailureActions' },
  { name: 'TriggerInfo', kind: 'subkey', directive: 'AddTrigger' },
  { name: 'Security', kind: 'subkey', directive: 'Security' },
];

/** Values that Windows reads from the key of the service itself and from nowhere else, and that have no directive. */
const ROOT_ONLY: ReadonlySet<string> = new Set(['mofimagepath']);

/**
 * Values that the documentation has INFs write to the key of the service itself, as releases before Windows 11 build
 * 25398 know no directive for them. Source: install/inf-addservice-directive.md
 */
const DOCUMENTED_AT_ROOT: ReadonlySet<string> = new Set(['bootflags']);

/** The directive for what a line below HKR of a service-install section sets; `undefined` for state of the driver's own. */
export function directiveForState(subkey: string, valueName: string): string | undefined {
  const wanted = fold(subkey === '' ? valueName : (subkey.split('\\', 1)[0] ?? ''));
  const kind = subkey === '' ? 'value' : 'subkey';
  return intrinsicState.find((state) => state.kind === kind && fold(state.name) === wanted)?.directive;
}

/** Tells whether a value is read from the key of the service itself, so that it cannot move below Parameters. */
export function isReadAtServiceRoot(subkey: string, valueName: string): boolean {
  return subkey === '' && ROOT_ONLY.has(fold(valueName));
}

/** Tells whether the documentation itself writes a value to the key of the service. */
export function isDocumentedAtServiceRoot(subkey: string, valueName: string): boolean {
  return subkey === '' && DOCUMENTED_AT_ROOT.has(fold(valueName));
}
