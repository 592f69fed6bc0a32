/** What a piece of a report is, for colouring. */
export type PaintStyle =
  'heading' | 'place' | 'error' | 'warning' | 'info' | 'hint' | 'good' | 'added' | 'removed' | 'dim' | 'code';

/** Colours a text for the terminal, or hands it back as it is. The shells supply it, so that reports stay pure. */
export type Paint = (style: PaintStyle, text: string) => string;

/** The `Paint` for files, pipes and tests: no colours. */
export function plain(_style: PaintStyle, text: string): string {
  return text;
}
