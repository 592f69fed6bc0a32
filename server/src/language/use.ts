/**
 * Which kinds of driver package may use a section or directive. Source: install/using-a-universal-inf-file,
 * develop/driver-isolation, develop/dch-principles-best-practices
 */
export interface Use {
  /** The D of DCH: what `infverif /k` and `/h` accept without an error. */
  readonly declarative: boolean;
  /** `infverif /u`. */
  readonly universal: boolean;
  /** `infverif /w`. */
  readonly windowsDriver: boolean;
  /** Driver package isolation: leaves no traces outside its own keys and the driver store. */
  readonly isolated: boolean;
  /** The condition under which a `true` above holds. */
  readonly condition?: string;
}

/** No restriction. */
export const everywhere: Use = { declarative: true, universal: true, windowsDriver: true, isolated: true };

/** Refused in every mode; Microsoft no longer signs packages that have it. */
export const nowhere: Use = { declarative: false, universal: false, windowsDriver: false, isolated: false };

/** Still signed for desktop Windows, but barred from universal, Windows and isolated drivers. */
export const desktopOnly: Use = { declarative: true, universal: false, windowsDriver: false, isolated: false };

/** Usable everywhere as long as a condition is met. */
export function provided(condition: string): Use {
  return { ...everywhere, condition };
}
