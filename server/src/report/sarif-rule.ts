import type { ReportingDescriptor } from 'sarif';
import { worstSeverity } from '../engine/render.js';
import type { Severity } from '../engine/types.js';
import type { Mode } from '../language/infverif.js';
import { INFVERIF_PAGE, rulePage } from '../language/project.js';
import type { Rule } from '../rules/rule.js';
import { pageMarkdown, pageText } from './page-text.js';
import { plain } from './paint.js';

/** What describes rules: the rules, their pages as Markdown by name, and the mode that decides severities. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly pages: Readonly<Record<string, string>>;
  readonly mode: Mode;
}

const LEVELS = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
  off: 'none',
} as const satisfies Record<Severity | 'off', NonNullable<ReportingDescriptor['defaultConfiguration']>['level']>;

/** A rule as SARIF describes it. GitHub wants all four texts; a rule without a page is described by its summary. */
export function sarifRule(name: string, { rules, pages, mode }: RuleBook): ReportingDescriptor {
  const rule = rules.find((one) => one.name === name);
  const summary = rule?.summary ?? name;
  const home = rule === undefined ? INFVERIF_PAGE : rulePage(name);
  const page = Object.hasOwn(pages, name) ? pages[name] : undefined;
  return {
    id: name,
    shortDescription: { text: summary },
    fullDescription: { text: whatItChecks(page) ?? summary },
    help:
      page === undefined
        ? { text: `${summary}\n${home}\n` }
        : { text: pageText(page, plain), markdown: pageMarkdown(page) },
    helpUri: home,
    ...(rule === undefined ? {} : { defaultConfiguration: { level: LEVELS[worstSeverity(rule, mode)] } }),
    properties: { tags: rule === undefined ? [] : numbersOf(rule).map((number) => `InfVerif ${number}`) },
  };
}

/** The numbers under which InfVerif reports what a rule finds, ascending. */
export function numbersOf(rule: Rule): readonly number[] {
  return [...new Set(Object.values(rule.messages).flatMap((message) => message.infverif ?? []))].sort((a, b) => a - b);
}

/** First paragraph of the page's section of that name, on one line. */
function whatItChecks(page: string | undefined): string | undefined {
  const heading = '\n## What it checks\n';
  const start = page?.indexOf(heading) ?? -1;
  if (page === undefined || start < 0) return undefined;
  const paragraph =
    pageText(page.slice(start + heading.length), plain)
      .trim()
      .split(/\n\s*\n/)[0] ?? '';
  const text = paragraph.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
