import type { Settings, Severity } from '../engine/types.js';

/** The words that may stand for a rule's severity. */
export const SEVERITY_WORDS = ['error', 'warning', 'info', 'hint', 'off'] as const satisfies readonly (Severity | 'off')[];

/** The code page that Windows uses for Western European ANSI files. */
export const DEFAULT_CODE_PAGE = 'windows-1252';

/** What one source (a configuration file, the editor) sets; what it leaves out is decided by the others. */
export interface Config {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly codePage?: string;
}

/** Merges configurations into frozen settings with every default filled in; later ones win. */
export function mergeSettings(configs: readonly Config[]): Settings {
  const rules = Object.assign(Object.create(null) as Record<string, Severity | 'off'>, ...configs.map(({ rules }) => rules));
  const codePage = configs.reduce((page, config) => config.codePage ?? page, DEFAULT_CODE_PAGE);
  return Object.freeze({ rules: Object.freeze({ ...rules }), codePage });
}

/** The settings of somebody who set nothing. */
export function defaultSettings(): Settings {
  return mergeSettings([]);
}
