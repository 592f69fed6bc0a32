import { fold } from '../../language/fold.js';
import { hasPlaceholder } from '../../model/placeholders.js';
import type { RegistryWrite } from '../../model/types.js';
import { isNearSubkey } from '../../plan/dma-lines.js';
import { DMA_VALUES } from '../../plan/dma-values.js';
import type { DmaLine } from '../../plan/dma.js';

/** Tells whether a line's subkey is the right one, with or without a backslash behind it. */
export function hasRightSubkey({ line, intended }: DmaLine): boolean {
  return fold(line.subkey).replace(/\\$/, '') === fold(DMA_VALUES[intended].subkey);
}

/** Tells whether a line names a subkey of HKR that is a slip of the right one. */
export function isMisspeltSubkey(dmaLine: DmaLine): boolean {
  const { line, intended } = dmaLine;
  if (line.root !== 'HKR' || hasPlaceholder(line.subkey) || hasRightSubkey(dmaLine)) return false;
  return isNearSubkey(line.subkey, DMA_VALUES[intended].subkey);
}

/** Tells whether HKR stands for the key below which Windows looks for the value. */
export function isRightRoot(dmaLine: DmaLine, write: RegistryWrite): boolean {
  return dmaLine.line.root === 'HKR' && write.relativeTo === DMA_VALUES[dmaLine.intended].relativeTo;
}

/** The name of the section from which the add-registry section of a write is referred to: `Dev.NT.HW`. */
export function referringSection(write: RegistryWrite): string {
  return (write.path.at(-2) ?? write.path.at(-1))?.section.name ?? write.installation.name;
}
