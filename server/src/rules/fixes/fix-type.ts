import type { Fix } from '../../engine/types.js';
import type { Model } from '../../model/types.js';
import type { DmaLine } from '../../plan/dma.js';
import { absolute, textOf } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { makeFix } from './fix.js';
import { separatorIn, spellingAround } from './neighbours.js';
import { DWORD_FLAGS, spellDwordFlags } from './registry-style.js';

const NOCLOBBER = 0x2;
/** Bits that say how or where to write, not what: NOCLOBBER, OVERWRITEONLY, 64BITKEY, 32BITKEY. Source: install/inf-addreg-directive.md */
const MODIFIERS = NOCLOBBER | 0x20 | 0x1000 | 0x4000;

/**
 * Makes the value a REG_DWORD and keeps the bits that say only how or where to write it. Four bytes of a REG_BINARY
 * become the number they make. `undefined` when it is one already.
 */
export function fixType(model: Model, line: DmaLine): Fix | undefined {
  if (line.type === 'dword' || line.type === 'placeholder') return undefined;
  const kept = (line.line.flags ?? 0) & MODIFIERS;
  const title = `Write the value as a REG_DWORD (${hex(DWORD_FLAGS | kept)})`;
  return makeFix({ action: 'fix-type', title, preferred: true }, () => {
    const flags = kept === 0 ? spellDwordFlags(spellingAround(model, line.line)) : hex(DWORD_FLAGS | kept);
    return [setFlags(line, flags), ...bytesToNumber(line)];
  });
}

/** Drops NOCLOBBER from the flags, so that an update replaces the value; `undefined` when it is not set. */
export function dropNoclobber(line: DmaLine): Fix | undefined {
  const { flags } = line.line;
  if (flags === undefined || (flags & NOCLOBBER) === 0) return undefined;
  const rest = (flags & ~NOCLOBBER) >>> 0;
  const text = /^\d+$/.test(flagsText(line)) ? String(rest) : hex(rest);
  const title = `Drop NOCLOBBER, so that an update replaces an old value: ${text}`;
  return makeFix({ action: 'drop-noclobber', title, preferred: true }, () => [setFlags(line, text)]);
}

function hex(flags: number): string {
  return `0x${flags.toString(16).toUpperCase().padStart(8, '0')}`;
}

function flagsText({ line }: DmaLine): string {
  return line.flagsField === undefined ? '' : textOf(line.at.placed.block, line.flagsField.span);
}

function setFlags({ line }: DmaLine, text: string): TextEdit {
  const { placed, line: entry } = line.at;
  if (line.flagsField !== undefined) return { span: absolute(placed, line.flagsField.span), newText: text };
  const end = placed.start + entry.span.end;
  return { span: { start: end, end }, newText: separatorIn(line.at) + text };
}

/** `01,00,00,00`, the bytes of a REG_BINARY with the lowest first, as a decimal number. */
function bytesToNumber({ line }: DmaLine): readonly TextEdit[] {
  const first = line.dataFields[0];
  const last = line.dataFields[3];
  if (first === undefined || last === undefined || line.data.length !== 4) return [];
  if (!line.data.every((byte) => /^[0-9a-f]{1,2}$/i.test(byte))) return [];
  const number = line.data.reduceRight((sum, byte) => sum * 256 + Number.parseInt(byte, 16), 0);
  const start = absolute(line.at.placed, first.span).start;
  return [{ span: { start, end: absolute(line.at.placed, last.span).end }, newText: String(number) }];
}
