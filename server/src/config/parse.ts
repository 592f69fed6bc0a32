import { isJsonError, parseJson, type JsonMember, type JsonNode } from './json.js';
import { nearestName } from '../text/nearest-name.js';
import { MODE_WORDS, SEVERITY_WORDS, type Config } from './settings.js';

/** Something wrong in a configuration. `line` and `column` are 1-based, the column in UTF-16 units. */
export interface ConfigProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface ParsedConfig {
  /** All that could be understood. */
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

const KEYS = ['rules', 'mode', 'provider', 'codePage'] as const;

/**
 * Reads the text of an `inf.config.json`. Never throws: what is not understood is a problem that says where, what is
 * wrong and what is allowed. `ruleNames`: the rules that exist.
 */
export function parseConfig(text: string, ruleNames: readonly string[]): ParsedConfig {
  const parsed = parseJson(text);
  const faults: Fault[] = [];
  let config: Config = {};
  if (isJsonError(parsed)) {
    faults.push({ offset: parsed.offset, message: `This is not valid JSON: expected ${parsed.expected} here.` });
  } else {
    config = readConfig(parsed, ruleNames, faults);
  }
  return { config, problems: faults.map(({ offset, message }) => ({ message, ...placeOf(text, offset) })) };
}

/**
 * Reads a configuration that arrives as a value, such as an editor's settings `{ "rules": … }`. The places of its
 * problems mean nothing.
 */
export function configFromValue(value: unknown, ruleNames: readonly string[]): ParsedConfig {
  return parseConfig(JSON.stringify(value ?? {}), ruleNames);
}

interface Fault {
  readonly offset: number;
  readonly message: string;
}

function readConfig(root: JsonNode, ruleNames: readonly string[], faults: Fault[]): Config {
  if (root.kind !== 'object') {
    faults.push({ offset: root.start, message: 'The configuration must be an object: { "rules": { … } }.' });
    return {};
  }
  let config: Config = {};
  for (const member of root.members) {
    if (member.name === 'rules') config = { ...config, rules: readRules(member.value, ruleNames, faults) };
    else if (member.name === 'mode') config = { ...config, ...readMode(member.value, faults) };
    else if (member.name === 'provider') config = { ...config, ...readProvider(member.value, faults) };
    else if (member.name === 'codePage') config = { ...config, ...readCodePage(member.value, faults) };
    else if (member.name !== '$schema') faults.push(unknownName('setting', member, KEYS));
  }
  return config;
}

function readRules(node: JsonNode, ruleNames: readonly string[], faults: Fault[]): NonNullable<Config['rules']> {
  const rules: Record<string, (typeof SEVERITY_WORDS)[number]> = {};
  if (node.kind !== 'object') {
    faults.push({ offset: node.start, message: '"rules" must be an object: { "rule-name": "warning" }.' });
    return rules;
  }
  for (const member of node.members) {
    const word = SEVERITY_WORDS.find((one) => member.value.kind === 'string' && one === member.value.value);
    if (!ruleNames.includes(member.name)) faults.push(unknownName('rule', member, ruleNames));
    else if (word === undefined) faults.push(wrongSeverity(member));
    else rules[member.name] = word;
  }
  return rules;
}

function wrongSeverity(member: JsonMember): Fault {
  const allowed = SEVERITY_WORDS.map((word) => `"${word}"`).join(', ');
  return {
    offset: member.value.start,
    message: `Rule "${member.name}" cannot be ${written(member.value)}: allowed are ${allowed}.`,
  };
}

function written(node: JsonNode): string {
  if (node.kind === 'string') return `"${node.value}"`;
  if (node.kind === 'other') return node.text;
  return node.kind === 'object' ? 'an object' : 'an array';
}

function readMode(node: JsonNode, faults: Fault[]): Config {
  const mode = MODE_WORDS.find((word) => node.kind === 'string' && node.value === word);
  if (mode !== undefined) return { mode };
  const allowed = MODE_WORDS.map((word) => `"${word}"`).join(', ');
  faults.push({ offset: node.start, message: `"mode" cannot be ${written(node)}: allowed are ${allowed}.` });
  return {};
}

function readProvider(node: JsonNode, faults: Fault[]): Config {
  if (node.kind === 'string' && node.value.trim() !== '') return { provider: node.value.trim() };
  const message = `"provider" cannot be ${written(node)}: it must be the name that Provider states in every INF.`;
  faults.push({ offset: node.start, message });
  return {};
}

function readCodePage(node: JsonNode, faults: Fault[]): Config {
  if (node.kind === 'string' && isCodePage(node.value)) return { codePage: node.value };
  const message = `"codePage" cannot be ${written(node)}: it must name a code page, such as "windows-1252" or "shift_jis".`;
  faults.push({ offset: node.start, message });
  return {};
}

function isCodePage(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function unknownName(what: string, member: JsonMember, known: readonly string[]): Fault {
  const near = nearestName(member.name, known);
  const advice = near === undefined ? '' : ` Did you mean "${near}"?`;
  return { offset: member.start, message: `There is no ${what} "${member.name}".${advice}` };
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
