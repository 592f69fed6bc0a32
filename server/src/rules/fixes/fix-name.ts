import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { Model } from '../../model/types.js';
import { DMA_VALUES } from '../../plan/dma-values.js';
import type { DmaLine } from '../../plan/dma.js';
import { absolute, type Field } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { makeFix } from './fix.js';
import { spellingAround } from './neighbours.js';
import { spellSubkey } from './registry-style.js';

/** Spells the value name right; `undefined` when it is. */
export function fixName(line: DmaLine): Fix | undefined {
  const field = line.line.valueNameField;
  if (line.named || field === undefined) return undefined;
  const newText = field.quoted ? `"${line.intended}"` : line.intended;
  const edits = [{ span: absolute(line.line.at.placed, field.span), newText }];
  return makeFix(
    { action: 'fix-name', title: `Change the value name to ${line.intended}`, preferred: true },
    () => edits,
  );
}

/** Puts the value below the subkey, relative to HKR, in which Windows looks for it; `undefined` when it is there. */
export function fixSubkey(model: Model, line: DmaLine): Fix | undefined {
  if (isBelowHkr(line) && hasSubkey(line)) return undefined;
  const title = `Write the value below the subkey "${DMA_VALUES[line.intended].subkey}" of HKR`;
  return makeFix({ action: 'fix-subkey', title, preferred: true }, () => subkeyEdits(model, line));
}

function isBelowHkr({ line: { root, rootField } }: DmaLine): boolean {
  return root === 'HKR' || rootField === undefined;
}

function hasSubkey({ line: { subkey, subkeyField }, intended }: DmaLine): boolean {
  return subkeyField === undefined || fold(subkey).replace(/\\$/, '') === fold(DMA_VALUES[intended].subkey);
}

/** The edits of `fixSubkey`, none when root and subkey are right. */
export function subkeyEdits(model: Model, line: DmaLine): readonly TextEdit[] {
  const { rootField, subkeyField, at } = line.line;
  const edits: TextEdit[] = [];
  if (!isBelowHkr(line) && rootField !== undefined) {
    edits.push({ span: absolute(at.placed, rootField.span), newText: 'HKR' });
  }
  if (!hasSubkey(line) && subkeyField !== undefined) {
    edits.push({ span: absolute(at.placed, subkeyField.span), newText: spelledSubkey(model, line) });
  }
  return edits;
}

/** The right subkey, in quotes where the line had its own in quotes or the file writes such subkeys so. */
function spelledSubkey(model: Model, line: DmaLine): string {
  const { subkey } = DMA_VALUES[line.intended];
  if (isQuotedText(line.line.subkeyField)) return `"${subkey}"`;
  return spellSubkey(spellingAround(model, line.line), subkey);
}

function isQuotedText(field: Field | undefined): boolean {
  return field !== undefined && field.quoted && field.value !== '';
}
