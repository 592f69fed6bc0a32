import assert from 'node:assert/strict';
import { mergeSettings } from '../../server/src/config/settings.js';
import { applyFixes } from '../../server/src/engine/apply-fixes.js';
import type { Finding, Settings } from '../../server/src/engine/types.js';
import { createInfService } from '../../server/src/index.js';
import type { Mode } from '../../server/src/language/infverif.js';
import type { Surroundings } from '../../server/src/plan/surroundings.js';
import type { Rule } from '../../server/src/rules/rule.js';
import { createSnapshot, placeAt, type Snapshot } from '../../server/src/text/snapshot.js';
import { recordRun } from './recorded.js';
import { readSnippet } from './snippet.js';

/** A squiggle below its line: `   ~~~~~ rule-name message`; `^` stands for an empty span, `~~>` for one that goes on. */
const SQUIGGLE = /^[ \t]*(?:~+>?|\^) [a-z][a-z0-9-]* \S.*$/;

export interface SquiggleOptions {
  /** The address of the file; templates end in `.inx`. */
  readonly uri?: string;
  /** The mode alone; the other settings are the defaults. */
  readonly mode?: Mode;
  /** All settings, in place of `mode`. */
  readonly settings?: Settings;
  /** What is known beyond the text: the day, the encoding, the package folder. */
  readonly surroundings?: Surroundings;
}

/** Runs rules on a text, as the shells do. */
export function findingsIn(rules: readonly Rule[], text: string, options: SquiggleOptions = {}): readonly Finding[] {
  const { uri = 'file:///test.inf', mode = 'h', settings = mergeSettings([{ mode }]), surroundings } = options;
  const service = createInfService(rules);
  const document = service.analyse(createSnapshot(uri, 1, text), undefined, surroundings);
  const findings = service.check(document, settings) ?? [];
  recordRun(rules, findings);
  return findings;
}

/**
 * Checks what one rule (or several) finds. The snippet holds an expected squiggle below each line with a finding:
 *
 *     AddReg = Shared.AddReg, Misisng.AddReg
 *                             ~~~~~~~~~~~~~~ undefined-section Section [Misisng.AddReg] is not defined.
 *
 * The text without squiggles is analysed with CR LF and again with LF, the findings are rendered back, and the two texts
 * compared, so a failure reads as a diff.
 */
export function rule(rules: Rule | readonly Rule[], template: string, options: SquiggleOptions = {}): void {
  const expected = readSnippet(template).text.split('\r\n');
  const clean = expected.filter((line) => !SQUIGGLE.test(line));
  const all = 'check' in rules ? [rules] : rules;
  for (const lineEnd of ['\r\n', '\n']) {
    const snapshot = createSnapshot('file:///test.inf', 1, clean.join(lineEnd));
    const findings = findingsIn(all, snapshot.text, options);
    assert.equal(renderSquiggles(snapshot, findings), expected.join('\n'));
  }
}

/** The text with a squiggle line below each line that has a finding. */
export function renderSquiggles(snapshot: Snapshot, findings: readonly Finding[]): string {
  const lines = snapshot.text.split(/\r\n|\n|\r/);
  const rendered: string[][] = lines.map((line) => [line]);
  for (const { span, rule: name, message } of findings) {
    const start = placeAt(snapshot, span.start);
    const end = placeAt(snapshot, span.end);
    const line = lines[start.line] ?? '';
    const until = end.line === start.line ? end.character : line.length;
    const indent = line.slice(0, start.character).replace(/[^\t]/g, ' ');
    const mark = span.start === span.end ? '^' : '~'.repeat(Math.max(1, until - start.character));
    rendered[start.line]?.push(`${indent}${mark}${end.line === start.line ? '' : '>'} ${name} ${message}`);
  }
  return rendered.flat().join('\n');
}

/**
 * Checks what fixing does: with `action` that action of the rule's findings, without it the safe fixes only. Fixing what
 * came out must change nothing more.
 */
export function fixed(
  rules: Rule,
  before: string,
  after: string,
  action?: string,
  options: SquiggleOptions = {},
): void {
  const text = readSnippet(before).text;
  const choice = { rules: new Set([rules.name]), ...(action === undefined ? {} : { action }) };
  const findingsOf = (current: string): readonly Finding[] => findingsIn([rules], current, options);
  const result = applyFixes(text, findingsOf, choice);
  assert.equal(visible(result.text), visible(readSnippet(after).text));
  assert.equal(applyFixes(result.text, findingsOf, choice).text, result.text, 'a second run changes the text again');
}

/** Actions and titles offered for the first finding of a rule: `set-value-1: Opt in (1)`. */
export function actionsOf(one: Rule, before: string, options: SquiggleOptions = {}): readonly string[] {
  const finding = findingsIn([one], readSnippet(before).text, options)[0];
  return (finding?.fixes() ?? []).map(({ action, title }) => `${action}: ${title}`);
}

/** Line ends made visible where they are not CR LF, so that a diff shows them. */
function visible(text: string): string {
  return text
    .split('\r\n')
    .map((line) => line.replace(/\n/g, '␊\n').replace(/\r/g, '␍'))
    .join('\n');
}
