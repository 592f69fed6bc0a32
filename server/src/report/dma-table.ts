import { mechanismName } from '../plan/dma-wording.js';
import { columnsOf, padded, printable } from './columns.js';
import type { DmaRow } from './dma-rows.js';
import type { Paint, PaintStyle } from './paint.js';

const POLICY_STYLES = {
  'opt-in': 'good',
  'opt-in-external': 'good',
  'opt-out': 'warning',
  'system-decides': 'dim',
} as const satisfies Readonly<Record<DmaRow['record']['policy'], PaintStyle>>;

/**
 * The rows of one file as a table for people: one block for each hardware ID, one line for each target, with the line of
 * the INF that decides.
 */
export function dmaTable(file: string, rows: readonly DmaRow[], paint: Paint): string {
  const cells = rows.flatMap((row) =>
    row.places.map(({ target, windows }) => ({
      row,
      columns: [target, windows, printable(row.outcome), decision(row)] as const,
    })),
  );
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...cells.map(({ columns }) => columnsOf(columns[column] ?? ''))),
  );
  const lines: string[] = [paint('heading', file)];
  let device: string | undefined;
  for (const { row, columns } of cells) {
    if (device !== row.record.hardwareId) lines.push(`  ${deviceLine(row, paint)}`);
    device = row.record.hardwareId;
    const [target, windows, policy, reason] = columns;
    const colour = row.undecided ? 'dim' : POLICY_STYLES[row.record.policy];
    lines.push(
      `    ${padded(target, widths[0] ?? 0)}  ${padded(windows, widths[1] ?? 0)}  ` +
        `${paint(colour, padded(policy, widths[2] ?? 0))}  ${printable(reason)}`.trimEnd(),
    );
  }
  return `${lines.join('\n')}\n`;
}

function deviceLine({ record, description, isPci }: DmaRow, paint: Paint): string {
  const note = isPci ? '' : ' no PCI ID: DMA remapping does not apply to it';
  const name = record.hardwareId === '' ? '(no hardware ID)' : printable(record.hardwareId);
  return `${paint('place', name)} ${printable(description)}${paint('dim', note)}`.trimEnd();
}

function decision({ record, valueName }: DmaRow): string {
  if (record.line === null || valueName === undefined || record.by === 'none') return 'nothing stated';
  return `line ${String(record.line)}: ${valueName} = ${String(record.value)} (${mechanismName(record.by)})`;
}
