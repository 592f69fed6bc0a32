/**
 * What the shell knows about a file beyond its text. Every part may be missing: a rule that needs one stays silent
 * without it.
 */
export interface Surroundings {
  /** How the bytes were decoded; unknown when an editor supplies text only. */
  readonly encoding?: { readonly name: string; readonly hasBom: boolean } | undefined;
  /** The day, in UTC, as `YYYY-MM-DD`. */
  readonly today?: string | undefined;
  /** The folder that holds the INF. */
  readonly folder?: PackageFolder | undefined;
  /** The Provider that all INFs of the project must state (InfVerif /provider). */
  readonly provider?: string | undefined;
}

/** What stands beside an INF. Paths are relative to its folder, with backslashes or slashes; case is ignored. */
export interface PackageFolder {
  has(path: string): boolean;
  /** Time of last change in milliseconds since 1970; `undefined` for a file that is not there. */
  changed(path: string): number | undefined;
  /** The same of the INF itself. */
  readonly infChanged: number | undefined;
}
