import { infVerifCodes, modes, type Mode } from '../language/infverif.js';
import { undecidedInfVerifCodes } from '../language/infverif-undecided.js';
import { rulePage } from '../language/project.js';
import { codeLevel } from '../report/code-levels.js';
import { pageText } from '../report/page-text.js';
import type { Rule } from '../rules/rule.js';
import type { CommandLine } from './arguments.js';
import { ruleNamed, rulesOfNumber } from './rule-names.js';
import { EXIT, type Shell } from './shell.js';
import { UsageError } from './trouble.js';

/** `inf explain RULE`: the page of a rule; of an InfVerif number what it means, and the pages of the rules behind it. */
export async function explain(line: CommandLine, shell: Shell): Promise<number> {
  const name = line.operands[0] ?? '';
  const number = /^(?:infverif[ _-]?)?(?:error[ _-]?)?(\d{1,9})$/i.exec(name)?.[1];
  const { rules } = shell.service;
  const texts = number === undefined ? [pageOf(ruleNamed(name, rules), shell)] : aboutNumber(Number(number), shell);
  await shell.out(texts.join('\n'));
  return EXIT.clean;
}

function aboutNumber(number: number, shell: Shell): readonly string[] {
  const code = infVerifCodes[number];
  if (code === undefined) {
    throw new UsageError(`InfVerif has no documented code ${number}. See docs/infverif.md, or "inf rules".`);
  }
  const rules = rulesOfNumber(number, shell.service.rules);
  const reason = undecidedInfVerifCodes[number] ?? 'The text of an INF does not tell.';
  const by =
    rules.length > 0
      ? `Reported by ${rules.map(({ name }) => name).join(', ')}.`
      : `No rule reports it here. ${reason}`;
  const head = `${shell.paint('heading', `InfVerif ${number}`)}\n\n${code.meaning}\n\n${levelsOf(number, rules)}\n\n${by}\n`;
  return [head, ...rules.map((rule) => pageOf(rule, shell))];
}

/** A line per mode: what is reported, and what InfVerif does where that is something else. */
function levelsOf(code: number, rules: readonly Rule[]): string {
  const words = (severity: string): string => (severity === 'off' ? 'not reported' : severity);
  const lines = (Object.keys(modes) as Mode[]).map((mode) => {
    const { reported, infverif } = codeLevel(rules, code, mode);
    const note = infverif === undefined ? '' : ` (InfVerif: ${words(infverif)})`;
    return `  ${mode}  ${reported.map(words).join(' or ').padEnd(12)}  ${modes[mode]}${note}`;
  });
  return lines.join('\n');
}

function pageOf(rule: Rule, shell: Shell): string {
  const page = Object.hasOwn(shell.pages, rule.name) ? shell.pages[rule.name] : undefined;
  if (page !== undefined) return pageText(page, shell.paint);
  return `${shell.paint('heading', rule.name)}\n\n${rule.summary}\n${rulePage(rule.name)}\n`;
}
