import { DEFAULT_MODE, MODE_WORDS } from '../config/settings.js';
import { worstSeverity } from '../engine/render.js';
import { modes, type Mode } from '../language/infverif.js';
import { columnsOf, padded } from '../report/columns.js';
import { jsonArray } from '../report/json-report.js';
import { numbersOf } from '../report/sarif-rule.js';
import type { Rule } from '../rules/rule.js';
import type { CommandLine } from './arguments.js';
import { EXIT, type Shell } from './shell.js';

/** `inf rules`: name, severity in a mode, best fix, InfVerif's numbers and summary of each rule. */
export async function listRules(line: CommandLine, shell: Shell): Promise<number> {
  const rules = [...shell.service.rules].sort((a, b) => (a.name < b.name ? -1 : 1));
  const mode = MODE_WORDS.find((word) => word === line.value('mode')) ?? DEFAULT_MODE;
  const isJson = line.value('format') === 'json';
  await shell.out(isJson ? jsonArray(rules.map((rule) => ruleRecord(rule, mode))) : ruleTable(rules, mode, shell));
  return EXIT.clean;
}

function ruleRecord(rule: Rule, mode: Mode): object {
  return {
    rule: rule.name,
    mode,
    severity: worstSeverity(rule, mode),
    fix: rule.fix,
    infverif: numbersOf(rule),
    summary: rule.summary,
  };
}

function ruleTable(rules: readonly Rule[], mode: Mode, shell: Shell): string {
  const width = Math.max(0, ...rules.map((rule) => columnsOf(rule.name)));
  const rows = rules.map((rule) => {
    const severity = worstSeverity(rule, mode);
    const cell = severity === 'off' ? padded(severity, 7) : shell.paint(severity, padded(severity, 7));
    const fix = padded(rule.fix === 'none' ? '' : `${rule.fix} fix`, 10);
    const numbers = numbersOf(rule).join(', ');
    const known = numbers === '' ? '' : ` ${shell.paint('dim', `(InfVerif ${numbers})`)}`;
    return `${padded(rule.name, width)}  ${cell}  ${fix}  ${rule.summary}${known}\n`;
  });
  return `${shell.paint('heading', `Mode ${mode}: ${modes[mode]}`)}\n\n${rows.join('')}`;
}
