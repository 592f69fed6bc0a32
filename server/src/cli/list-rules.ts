import { DEFAULT_MODE } from '../config/settings.js';
import { worstSeverity } from '../engine/render.js';
import { columnsOf, padded } from '../report/columns.js';
import { jsonArray } from '../report/json-report.js';
import type { Rule } from '../rules/rule.js';
import type { CommandLine } from './arguments.js';
import { EXIT, type Shell } from './shell.js';

/** `inf rules`: name, severity, best fix and summary of each rule. */
export async function listRules(line: CommandLine, shell: Shell): Promise<number> {
  const rules = [...shell.service.rules].sort((a, b) => (a.name < b.name ? -1 : 1));
  await shell.out(line.value('format') === 'json' ? jsonArray(rules.map(ruleRecord)) : ruleTable(rules, shell));
  return EXIT.clean;
}

function ruleRecord(rule: Rule): object {
  return {
    rule: rule.name,
    severity: worstSeverity(rule, DEFAULT_MODE),
    fix: rule.fix,
    infverif: infverifOf(rule),
    summary: rule.summary,
  };
}

function severityCell(rule: Rule, shell: Shell): string {
  const severity = worstSeverity(rule, DEFAULT_MODE);
  const cell = padded(severity, 7);
  return severity === 'off' ? cell : shell.paint(severity, cell);
}

function infverifOf(rule: Rule): readonly number[] {
  return [...new Set(Object.values(rule.messages).flatMap((message) => message.infverif ?? []))].sort((a, b) => a - b);
}

function ruleTable(rules: readonly Rule[], shell: Shell): string {
  const width = Math.max(0, ...rules.map((rule) => columnsOf(rule.name)));
  return rules
    .map(
      (rule) =>
        `${padded(rule.name, width)}  ${severityCell(rule, shell)}  ` +
        `${padded(rule.fix === 'none' ? '' : `${rule.fix} fix`, 10)}  ${rule.summary}\n`,
    )
    .join('');
}
