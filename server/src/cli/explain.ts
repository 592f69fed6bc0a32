import { pageText } from '../report/page-text.js';
import type { Rule } from '../rules/rule.js';
import { rulePage } from '../language/project.js';
import type { CommandLine } from './arguments.js';
import { ruleNamed, rulesOfNumber } from './rule-names.js';
import { EXIT, type Shell } from './shell.js';
import { UsageError } from './trouble.js';

/** `inf explain RULE`: the page of a rule, or of all rules that an InfVerif number belongs to. */
export async function explain(line: CommandLine, shell: Shell): Promise<number> {
  const pages = wantedRules(line.operands[0] ?? '', shell.service.rules).map((rule) => pageOf(rule, shell));
  await shell.out(pages.join('\n'));
  return EXIT.clean;
}

function wantedRules(name: string, rules: readonly Rule[]): readonly Rule[] {
  const number = /^(?:infverif[ _-]?)?(?:error[ _-]?)?(\d{1,9})$/i.exec(name)?.[1];
  if (number === undefined) return [ruleNamed(name, rules)];
  const found = rulesOfNumber(Number(number), rules);
  if (found.length > 0) return found;
  const known = rules.flatMap((rule) => Object.values(rule.messages).flatMap((message) => message.infverif ?? []));
  const list = [...new Set(known)].sort((a, b) => a - b).join(', ');
  throw new UsageError(
    `No rule here reports InfVerif ${number}.${list === '' ? '' : ` Known are ${list}.`} See "inf rules".`,
  );
}

function pageOf(rule: Rule, shell: Shell): string {
  const page = Object.hasOwn(shell.pages, rule.name) ? shell.pages[rule.name] : undefined;
  if (page !== undefined) return pageText(page, shell.paint);
  return `${shell.paint('heading', rule.name)}\n\n${rule.summary}\n${rulePage(rule.name)}\n`;
}
