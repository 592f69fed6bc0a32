import { nearestName } from '../text/nearest-name.js';
import { fold } from '../language/fold.js';
import { architectureRead, parseDecoration } from '../model/targets.js';
import type { Decoration, Model } from '../model/types.js';
import { dmaRows, type DmaQuery, type DmaRow } from '../report/dma-rows.js';
import { dmaTable } from '../report/dma-table.js';
import { jsonArray } from '../report/json-report.js';
import type { CommandLine } from './arguments.js';
import { foreignKind } from './foreign-files.js';
import { EXIT, type Shell } from './shell.js';
import { Sources, type Source } from './sources.js';
import { UsageError } from './trouble.js';

/** `inf dma FILE…`: the DMA remapping policy of each device. */
export async function dmaCommand(line: CommandLine, shell: Shell): Promise<number> {
  const query: DmaQuery = { hardwareId: line.value('hardware-id'), target: targetOf(line.value('target')) };
  const isJson = line.value('format') === 'json';
  const sources = new Sources(line, shell);
  const rows: DmaRow[] = [];
  const misses: { readonly file: string; readonly reason: string }[] = [];
  for await (const source of sources.read()) {
    const found = rowsOf(source, query, shell);
    if (typeof found === 'string') {
      misses.push({ file: source.input.file, reason: found });
    } else if (isJson) {
      rows.push(...found);
    } else {
      rows.push(...found);
      await shell.out(`${dmaTable(source.input.file, found, shell.paint)}\n`);
    }
  }
  // With several files it is enough that one of them knows the device.
  if (rows.length === 0) for (const { file, reason } of misses) sources.tell({ where: file, what: reason });
  if (isJson) await shell.out(jsonArray(rows.map(({ record }) => record)));
  return sources.troubles > 0 ? EXIT.trouble : EXIT.clean;
}

function targetOf(text: string | undefined): Decoration | undefined {
  if (text === undefined) return undefined;
  const decoration = parseDecoration(text.replace(/^\./, ''));
  const isUsable =
    decoration.valid && !decoration.placeholder && (decoration.architecture ?? decoration.version) !== undefined;
  if (isUsable) return decoration;
  throw new UsageError(
    `--target cannot be "${text}": write it as in a Models section name, NT[architecture][.major.minor[...build]], such as NTamd64.10.0...26100 for Windows 11 24H2.`,
  );
}

/** The rows of one file, or why there are none. */
function rowsOf({ input, snapshot }: Source, query: DmaQuery, shell: Shell): readonly DmaRow[] | string {
  const { analysis } = shell.service.analyse(snapshot);
  const { model } = analysis;
  const kind = foreignKind(model.fileKind);
  if (kind !== undefined) return `${kind}: it installs no devices.`;
  const rows = dmaRows(input.file, analysis, query);
  return rows.length > 0 ? rows : missReason(model, query);
}

function missReason(model: Model, { hardwareId, target }: DmaQuery): string {
  if (model.devices.length === 0)
    return 'It lists no devices: no [Manufacturer] entry leads to a Models section with lines.';
  const ids = [...new Set(model.devices.flatMap((device) => device.ids.map(({ id }) => id)))];
  if (hardwareId !== undefined && !ids.some((id) => fold(id) === fold(hardwareId.trim()))) {
    const near = nearestName(hardwareId, ids);
    const advice = near === undefined ? `It has ${someOf(ids)}.` : `Did you mean "${near}"?`;
    return `It has no device with the hardware ID or compatible ID "${hardwareId}". ${advice}`;
  }
  const targets = [...new Set(model.targets.map(({ decoration }) => nameOf(decoration)))];
  return `It installs nothing on ${target?.text ?? 'any system'}: its Models sections are for ${someOf(targets)}.`;
}

/** A decoration as written; without architecture it means x86. Source: install/inf-manufacturer-section.md */
function nameOf(decoration: Decoration): string {
  const { text, architecture } = decoration;
  if (text === '') return 'x86 (undecorated)';
  return architecture === undefined && architectureRead(decoration) === 'x86' ? `${text} (x86)` : text;
}

const MOST_SHOWN = 5;

function someOf(names: readonly string[]): string {
  const more = names.length > MOST_SHOWN ? ` and ${String(names.length - MOST_SHOWN)} more` : '';
  return names.slice(0, MOST_SHOWN).join(', ') + more;
}
