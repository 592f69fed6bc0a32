import type { Fix } from '../../engine/types.js';
import type { Model } from '../../model/types.js';
import { DMA_VALUES } from '../../plan/dma-values.js';
import type { DmaLine } from '../../plan/dma.js';
import { absolute, type Field } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { neighboursOf } from './neighbours.js';
import { spellSubkey } from './registry-style.js';

/** Spells the value name right; `undefined` when it is. */
export function fixName(line: DmaLine): Fix | undefined {
  const field = line.line.valueNameField;
  if (line.named || field === undefined) return undefined;
  const newText = field.quoted ? `"${line.intended}"` : line.intended;
  const edits = [{ span: absolute(line.line.at.placed, field.span), newText }];
  return {
    action: 'fix-name',
    title: `Change the value name to ${line.intended}`,
    safety: 'unsafe',
    preferred: true,
    edits,
  };
}

/** Puts the value below the subkey, relative to HKR, in which Windows looks for it; `undefined` when it is there. */
export function fixSubkey(model: Model, line: DmaLine): Fix | undefined {
  const edits = subkeyEdits(model, line);
  if (edits.length === 0) return undefined;
  const title = `Write the value to HKR,${spelledSubkey(model, line)}`;
  return { action: 'fix-subkey', title, safety: 'unsafe', preferred: true, edits };
}

/** The edits of `fixSubkey`, none when root and subkey are right. */
export function subkeyEdits(model: Model, line: DmaLine): readonly TextEdit[] {
  const { root, rootField, subkey, subkeyField, at } = line.line;
  const edits: TextEdit[] = [];
  if (root !== 'HKR' && rootField !== undefined) {
    edits.push({ span: absolute(at.placed, rootField.span), newText: 'HKR' });
  }
  const right = subkey.toLowerCase().replace(/\\$/, '') === DMA_VALUES[line.intended].subkey.toLowerCase();
  if (!right && subkeyField !== undefined) {
    edits.push({ span: absolute(at.placed, subkeyField.span), newText: spelledSubkey(model, line) });
  }
  return edits;
}

/** The right subkey, in quotes where the line had its own in quotes or the file writes such subkeys so. */
function spelledSubkey(model: Model, line: DmaLine): string {
  const { subkey } = DMA_VALUES[line.intended];
  if (isQuotedText(line.line.subkeyField)) return `"${subkey}"`;
  const others = model.registryLines.filter((other) => other !== line.line);
  return spellSubkey(neighboursOf(model, line.line), others, subkey);
}

function isQuotedText(field: Field | undefined): boolean {
  return field !== undefined && field.quoted && field.value !== '';
}
