import { registryValueAt } from '../language/registry-values.js';
import { hkrKeys } from '../language/sections.js';
import type { RegistryLine } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Field } from '../syntax/cst.js';
import { describeDmaData, describeDmaName, describeDmaSubkey, describeDmaType } from './hover-dma.js';
import { describeEffect } from './dma-effect.js';
import { describeFlags } from './hover-values.js';
import { code, link } from './markdown.js';
import { describeWrites } from './registry-keys.js';

const ROOTS: Readonly<Record<string, string>> = {
  HKCR: 'HKEY_CLASSES_ROOT',
  HKCU: 'HKEY_CURRENT_USER',
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKU: 'HKEY_USERS',
};

/** Which part of an add-registry line a field is. */
type Part = 'root' | 'subkey' | 'name' | 'flags' | 'data';

/** Paragraphs for a field of an add-registry line; empty when there is nothing to say about it. */
export function describeRegistryField(analysis: Analysis, line: RegistryLine, field: Field): readonly string[] {
  const part = partOf(line, field);
  if (part === undefined) return [];
  return describeDmaPart(analysis, line, part) ?? describePart(analysis, line, part);
}

function partOf(line: RegistryLine, { span }: Field): Part | undefined {
  const isField = (other: Field | undefined): boolean =>
    other?.span.start === span.start && other.span.end === span.end;
  if (isField(line.rootField)) return 'root';
  if (isField(line.subkeyField)) return 'subkey';
  if (isField(line.valueNameField)) return 'name';
  if (isField(line.flagsField)) return 'flags';
  return line.dataFields.some(isField) ? 'data' : undefined;
}

function describeDmaPart(analysis: Analysis, line: RegistryLine, part: Part): readonly string[] | undefined {
  const dmaLine = analysis.dma.lineAt(line);
  if (dmaLine === undefined) return undefined;
  switch (part) {
    case 'root':
      return [describeEffect(analysis, dmaLine), ...describePart(analysis, line, part)];
    case 'subkey':
      return describeDmaSubkey(analysis, dmaLine);
    case 'name':
      return describeDmaName(analysis, dmaLine);
    case 'flags':
      return [describeDmaType(dmaLine), ...describePart(analysis, line, part)];
    case 'data':
      return describeDmaData(analysis, dmaLine);
  }
}

function describePart({ model }: Analysis, line: RegistryLine, part: Part): readonly string[] {
  if (part === 'flags') return line.flags === undefined ? [] : [describeFlags('addRegFlags', line.flags)];
  if (part === 'name') return describeName(line);
  if (part !== 'root' || line.root === undefined) return [];
  const writes = model.writesOf(line.at);
  const meanings = new Set(writes.map(({ relativeTo }) => relativeTo));
  const titles = [...meanings].map((meaning) =>
    meaning in hkrKeys ? hkrKeys[meaning as keyof typeof hkrKeys].title : meaning,
  );
  const said = line.root === 'HKR' ? titles.join(' or ') : ROOTS[line.root];
  return [
    said === undefined || said === '' ? `**${line.root}**` : `**${line.root}** is ${said} here.`,
    describeWrites(model, writes),
    docs(),
  ];
}

/** What the documentation knows about a value of this name below this subkey. */
function describeName({ root, subkey, valueName }: RegistryLine): readonly string[] {
  const facts = root === 'HKR' && valueName !== '' ? registryValueAt(subkey, valueName) : undefined;
  if (facts?.summary === undefined) return [];
  const types = facts.types.length === 0 ? '' : ` (${facts.types.join(' or ')})`;
  return [`**${code(facts.name)}**${types}: ${facts.summary}`, link('Documentation', facts.docs)];
}

function docs(): string {
  return link(code('AddReg'), 'install/inf-addreg-directive');
}
