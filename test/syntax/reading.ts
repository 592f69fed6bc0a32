import { readAsSetupApi } from '../../server/src/model/setupapi-reading.js';
import type { Cst } from '../../server/src/syntax/cst.js';
import { parse } from '../../server/src/syntax/parse.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';

/** Parses a text on its own. */
export function parseText(text: string): Cst {
  return parse(createSnapshot('file:///test.inf', 1, text)).cst;
}

const VERSION = '\r\n[Version]\r\nSignature=$CHICAGO$\r\n';

/**
 * What SetupAPI reads from a text to which a [Version] section is added, in short: `T: k=a|b, |c|d` is a section T with
 * an entry `k` of two values and an entry without key. A refusal is `0xE0000001 in line 2`.
 */
export function read(text: string): string {
  const answer = readAsSetupApi(parseText(text + VERSION));
  if (!answer.ok) return `0x${answer.refusal.code.toString(16).toUpperCase()} in line ${String(answer.refusal.line)}`;
  return answer.reading.sections
    .filter(({ name }) => name !== 'Version' && name !== 'Strings')
    .map(
      ({ name, lines }) =>
        `${name}: ${lines.map(({ key, fields }) => `${key === null ? '|' : `${key}=`}${fields.join('|')}`).join(', ')}`,
    )
    .join('; ');
}
