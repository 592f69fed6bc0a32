import {
  deviceProperty,
  devicePropertyValues,
  dmaBugCheck,
  dmaGuardValues,
  dmaMechanisms,
  dmaNumber,
  dmaValues,
  driverVerifier,
  type DmaValueFacts,
  type DmaValueName,
} from '../language/dma-remapping.js';
import { REPOSITORY } from '../language/project.js';
import type { Analysis } from '../plan/analysis.js';
import type { DmaLine } from '../plan/dma.js';
import { describeEffect } from './dma-effect.js';
import { code, link, plain, table } from './markdown.js';
import { describeWrites } from './registry-keys.js';

/** Guide of this project, for people whose machine stopped with 0xE6. */
const GUIDE = `${REPOSITORY}/blob/main/docs/dma-remapping.md`;

/** Paragraphs for the data of a DMA remapping line: what it says, whether it counts, and what else it could say. */
export function describeDmaData(analysis: Analysis, line: DmaLine): readonly string[] {
  return [
    headline(line),
    describeEffect(analysis, line),
    remarks(line),
    numbersTable(dmaValues[line.intended], line.value),
    keysOf(analysis, line),
    links(line.intended),
  ];
}

/** Paragraphs for the name of a DMA remapping value: the data's essentials and how it compares with its neighbours. */
export function describeDmaName(analysis: Analysis, line: DmaLine): readonly string[] {
  const facts = dmaValues[line.intended];
  const mechanism = dmaMechanisms[facts.mechanism];
  return [
    `**${facts.name}** (DMA remapping, ${mechanism.title}): ${facts.summary}`,
    line.named ? '' : `${code(line.line.valueName)} is not the name that Windows reads; it is ${code(facts.name)}.`,
    describeEffect(analysis, line),
    numbersTable(facts, line.value),
    readBy(facts),
    keysOf(analysis, line),
    neighbours(),
    `**Driver Verifier:** ${driverVerifier.summary}`,
    stopCode(),
    links(line.intended),
  ];
}

/** Paragraphs for the subkey of a DMA remapping line. */
export function describeDmaSubkey(analysis: Analysis, line: DmaLine): readonly string[] {
  const facts = dmaValues[line.intended];
  const mechanism = dmaMechanisms[facts.mechanism];
  return [
    `Windows looks for ${code(facts.name)} in the subkey ${code(mechanism.subkey)}: ${code(mechanism.key)}.`,
    describeEffect(analysis, line),
    keysOf(analysis, line),
    links(line.intended),
  ];
}

/** One sentence on the type that a DMA remapping value must have. */
export function describeDmaType({ intended, type }: DmaLine): string {
  const wanted = `${code(intended)} must be a REG_DWORD: ${code('0x00010001')}.`;
  return type === 'other' ? `**Wrong type.** ${wanted}` : wanted;
}

/** The keys that the line writes; where it writes none, its effect has said so. */
function keysOf({ model }: Analysis, { line }: DmaLine): string {
  const writes = model.writesOf(line.at);
  return writes.length === 0 ? '' : describeWrites(model, writes);
}

function headline({ intended, value, valueText, placeholder }: DmaLine): string {
  const number = value === undefined ? undefined : dmaNumber(intended, value);
  if (number !== undefined) return `**${intended} = ${String(value)}: ${number.title}.** ${number.summary}`;
  if (placeholder) return `**${intended}** is set by the build: ${code(valueText)}.`;
  if (valueText === '') return `**${intended}** has no value here.`;
  return `**${intended}** does not know the value ${code(valueText)}.`;
}

/** What else is known about the number that the line states. */
function remarks({ intended, value }: DmaLine): string {
  const notes = value === undefined ? undefined : dmaNumber(intended, value)?.notes;
  return (notes ?? []).join(' ');
}

function numbersTable({ name, numbers, absent }: DmaValueFacts, current: number | undefined): string {
  const rows = numbers.map(({ value, title, summary }) => {
    const shown = value === current ? `**${String(value)}**` : String(value);
    return [shown, `${title}: ${summary}`];
  });
  return table([name, 'meaning'], [...rows, ['absent', absent]]);
}

function readBy({ mechanism }: DmaValueFacts): string {
  const { since, until, scope, precedence } = dmaMechanisms[mechanism];
  const releases = until === undefined ? `${since} and later` : `${since} to ${until}`;
  return `**Read by** ${releases}. **Holds for:** ${scope} ${precedence}`;
}

/** The same digits elsewhere: what Device Manager shows and what the administrator sets. */
function neighbours(): string {
  const numbers = [0, 1, 2, 3];
  const titleIn = (rows: readonly { readonly value: number; readonly title: string }[], value: number): string =>
    rows.find((row) => row.value === value)?.title ?? '–';
  const rows = numbers.map((value) => [
    String(value),
    titleIn(dmaValues.DmaRemappingCompatible.numbers, value),
    titleIn(dmaValues.RemappingSupported.numbers, value),
    titleIn(devicePropertyValues, value),
    titleIn(dmaGuardValues.csp.values, value),
  ]);
  const head = ['number', 'DmaRemappingCompatible', 'RemappingSupported', 'Device Manager', 'DMAGuard policy'];
  return [
    '**The same number means something else elsewhere**',
    table(head, rows),
    `Device Manager shows ${link(deviceProperty.name, deviceProperty.docs)}; Windows 10 1803 and 1809 list it as ` +
      `${code(deviceProperty.guidName)}. The ${link('DMAGuard policy', dmaGuardValues.csp.docs)} is the administrator's.`,
  ].join('\n\n');
}

function stopCode(): string {
  const [first, , third, fourth] = dmaBugCheck.steps;
  return [
    `**Machine stopped with 0xE6 (${plain(dmaBugCheck.name)})?**`,
    first,
    third,
    fourth,
    `[What to do](${GUIDE}#read-the-stop-code-first)`,
  ].join(' ');
}

function links(name: DmaValueName): string {
  return `[Guide](${GUIDE}) · ${link('Documentation', dmaValues[name].docs)}`;
}
