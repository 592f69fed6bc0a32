import { bind } from '../model/bind.js';
import { parse } from '../syntax/parse.js';
import { createSnapshot } from '../text/snapshot.js';

/** What tells more than the mere absence of other formats: `Signature = "$Windows NT$"`. */
const SIGNATURE = /^[ \t]{0,99}Signature[ \t]{0,99}=[ \t]{0,99}"?\$(?:windows nt|windows 95|chicago)\$/im;
/** In UTF-16 units; the sections that decide stand near the top. */
const ENOUGH = 200_000;

/**
 * Tells whether a text is beyond doubt a driver INF or a UEFI module description; `undefined` for all else, a file that
 * has only begun included. An editor uses it to choose the language of a file whose name fits several.
 */
export function fileLanguage(text: string): 'driver' | 'uefi-module' | undefined {
  const start = text.slice(0, ENOUGH);
  const kind = bind(parse(createSnapshot('', 0, start)).cst).fileKind;
  if (kind === 'driver' && SIGNATURE.test(start)) return 'driver';
  return kind === 'uefi-module' ? kind : undefined;
}
