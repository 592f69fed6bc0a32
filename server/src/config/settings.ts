import type { Settings, Severity } from '../engine/types.js';
import { modes, type Mode } from '../language/infverif.js';

/** The words that may stand for a rule's severity. */
export const SEVERITY_WORDS = ['error', 'warning', 'info', 'hint', 'off'] as const satisfies readonly (
  Severity | 'off'
)[];

/** The code page that Windows uses for Western European ANSI files. */
export const DEFAULT_CODE_PAGE: string = 'windows-1252';

/** What one source (a configuration file, the editor) sets; what it leaves out is decided by the others. */
export interface Config {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly mode?: Mode;
  readonly provider?: string;
  readonly codePage?: string;
}

/** What WHQL signing asks for: the mode of somebody who set none. */
export const DEFAULT_MODE: Mode = 'h';

/** The words that may stand for a mode. */
export const MODE_WORDS = Object.keys(modes) as readonly Mode[];

/** Merges configurations into frozen settings with every default filled in; later ones win. */
export function mergeSettings(configs: readonly Config[]): Settings {
  const rules: Record<string, Severity | 'off'> = {};
  let mode = DEFAULT_MODE;
  let provider: string | undefined;
  let codePage = DEFAULT_CODE_PAGE;
  for (const config of configs) {
    Object.assign(rules, config.rules);
    mode = config.mode ?? mode;
    provider = config.provider ?? provider;
    codePage = config.codePage ?? codePage;
  }
  return Object.freeze({ rules: Object.freeze(rules), mode, provider, codePage });
}

/** The settings of somebody who set nothing. */
export function defaultSettings(): Settings {
  return mergeSettings([]);
}
