import { diridFacts } from '../language/dirids.js';
import type { FieldSpec } from '../language/fields.js';
import type { ValueMember, ValueSetName } from '../language/value-sets.js';
import { flagParts, memberNamed, memberOfValue, valueSets } from '../language/values.js';
import { readNumber } from '../model/numbers.js';
import { code, link } from './markdown.js';

const MAX_DIRID = 65535;
/** -1 as an unsigned number. */
const ABSOLUTE_PATH = 0xffffffff;

/**
 * Takes a number made of flags apart: `0x00010003` is REG_DWORD and NOCLOBBER. Markdown.
 * @param value unsigned 32-bit number
 */
export function describeFlags(set: ValueSetName, value: number): string {
  const { members, unknown } = flagParts(set, value);
  const lines = members.map((member) => `- ${describeMember(member)}`);
  if (unknown !== 0) lines.push(`- ${code(hex(unknown))}: no known flag`);
  const { title, docs } = valueSets[set];
  return [`**${hex(value)}** (${title})`, lines.join('\n'), link('Documentation', docs)].join('\n\n');
}

/** Paragraphs for a field by what the tables say it is; `text` is its value, expanded. Empty when they say nothing of it. */
export function describeValue({ type }: FieldSpec, text: string): readonly string[] {
  const number = readNumber(text);
  if (type.type === 'flags') return number === undefined ? [] : [describeFlags(type.set, number)];
  if (type.type === 'dirid') return number === undefined ? [] : describeDirid(number);
  if (type.type !== 'oneOf') return [];
  const member = number === undefined ? memberNamed(type.set, text) : memberOfValue(type.set, number);
  if (member === undefined) return [];
  const { title, docs } = valueSets[type.set];
  return [`${describeMember(member)} (${title})`, link('Documentation', docs)];
}

/** Paragraphs for a directory identifier; empty for a number that the documentation does not know. */
export function describeDirid(dirid: number): readonly string[] {
  const facts = dirid > MAX_DIRID && dirid !== ABSOLUTE_PATH ? undefined : diridFacts(dirid | 0);
  if (facts === undefined) return [];
  const path = facts.path === undefined ? '' : ` ${code(facts.path)}`;
  return [
    `**Directory ${String(facts.dirid)}**: ${facts.summary}${path}`,
    link('Documentation', 'install/using-dirids'),
  ];
}

function describeMember({ value, name, summary }: ValueMember): string {
  const number = value === undefined ? '' : code(value > 9 ? hex(value) : String(value));
  return `${[number, name === undefined ? '' : code(name)].filter((part) => part !== '').join(' ')}: ${summary}`;
}

function hex(number: number): string {
  return `0x${number.toString(16).toUpperCase().padStart(8, '0')}`;
}
