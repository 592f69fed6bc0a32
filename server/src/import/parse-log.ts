import { readInfVerifLine } from './infverif-lines.js';
import { baseName, type LogEntry } from './log-entry.js';
import { readSetupApiLog } from './setupapi-lines.js';

/** Longer lines are no messages. In UTF-16 units. */
const LONGEST_LINE = 4000;

/**
 * The messages about INF files in a log: of InfVerif, MSBuild, the Hardware Dev Center or SetupAPI, in any mixture. A message
 * that is said several times of one line, for each target or build, counts once.
 */
export function parseLog(text: string): readonly LogEntry[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.length <= LONGEST_LINE);
  const infVerif = lines.map(readInfVerifLine).filter((entry) => entry !== undefined);
  const seen = new Map<string, LogEntry>();
  for (const entry of [...infVerif, ...readSetupApiLog(lines)]) {
    const key = [baseName(entry.file), entry.line, entry.number ?? '', entry.message].join('\n');
    const known = seen.get(key);
    if (known === undefined || (known.severity !== 'error' && entry.severity === 'error')) seen.set(key, entry);
  }
  return [...seen.values()];
}
