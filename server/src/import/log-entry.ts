/** One message of another tool about an INF. */
export interface LogEntry {
  /** The INF as the log writes it: a path of some other machine, or a bare name. */
  readonly file: string;
  /** 1-based; 0 where the tool did not know. */
  readonly line: number;
  /** InfVerif's number; `undefined` where the log has none. */
  readonly number: number | undefined;
  /** InfVerif's number for the same fault where the log has a code of another kind. */
  readonly like?: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Which tool speaks. */
  readonly tool: 'InfVerif' | 'SetupAPI';
}

/** Last part of a path with either kind of slash, in lower case: by it, files of a log are found again. */
export function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).toLowerCase();
}
