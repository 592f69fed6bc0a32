import type { Directive } from '../language/directives.js';
import { directiveOfLine, sectionFacts } from '../language/lookup.js';
import { hkrKeys, type SectionFacts, type SectionKind } from '../language/sections.js';
import type { Section } from '../model/types.js';
import type { Field, Line } from '../syntax/cst.js';
import { code, link } from './markdown.js';

const MAX_NOTES = 3;

/**
 * Says what a section is for, in each role that it plays; for one without a role, that nothing refers to it. Paragraphs
 * in Markdown.
 */
export function describeSection(section: Section): readonly string[] {
  const kinds = [...section.kinds];
  if (kinds.length === 0) return [`${code(`[${section.name}]`)}: nothing in this file refers to this section.`];
  return kinds.map((kind) => describeKind(section.name, sectionFacts(kind)));
}

function describeKind(name: string, facts: SectionFacts): string {
  const relative = facts.hkr === undefined ? undefined : hkrKeys[facts.hkr];
  const remarks = [...agedFacts(facts), ...(facts.notes ?? []).slice(0, MAX_NOTES).map((note) => `- ${note}`)];
  return [
    `**${code(`[${name}]`)}** ${facts.title}: ${facts.summary}`,
    relative === undefined ? '' : describeRelativeRoot(relative),
    remarks.join('\n'),
    link('Documentation', facts.docs),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function describeRelativeRoot({ title, key }: (typeof hkrKeys)[keyof typeof hkrKeys]): string {
  return `\`HKR\` of its add-registry sections is ${title}${key === undefined ? '' : `: ${code(key)}`}.`;
}

/** The directive that a line is, in the first role of its section that knows it. */
export function directiveAt(section: Section, line: Line): Directive | undefined {
  const kinds: readonly SectionKind[] = [...section.kinds];
  for (const kind of kinds) {
    const found = directiveOfLine(kind, line.key?.value, line.fields[0]?.value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The field whose text is the name of a directive: the key, or the only value of a keyword that stands alone. */
export function nameFieldOf(directive: Directive, line: Line): Field | undefined {
  if (directive.form === 'keyed') return line.key;
  return directive.form === 'bare' ? line.fields[0] : undefined;
}

/** Says what a directive does. Paragraphs in Markdown. */
export function describeDirective(directive: Directive): readonly string[] {
  const details = [
    ...agedFacts(directive),
    directive.replacement === undefined ? undefined : `- Use ${code(directive.replacement)} instead.`,
    directive.default === undefined ? undefined : `- Without it: ${directive.default}`,
    ...(directive.notes ?? []).slice(0, MAX_NOTES).map((note) => `- ${note}`),
  ].filter((line) => line !== undefined);
  return [
    `**${code(directive.title ?? directive.name)}** ${directive.summary}`,
    syntaxOf(directive),
    details.join('\n'),
    link('Documentation', directive.docs),
  ];
}

/** `AddService = service name[, flags], service-install section[, …]`. */
function syntaxOf({ form, name, values, rest }: Directive): string {
  if (form !== 'keyed' || values.length + (rest === undefined ? 0 : 1) === 0) return '';
  const shown = values.map(({ name: value, optional }) => (optional ? `[${value}]` : value));
  return code(`${name} = ${[...shown, ...(rest === undefined ? [] : [`[${rest.name}…]`])].join(', ')}`);
}

function agedFacts({ since, until, deprecated }: Pick<SectionFacts, 'since' | 'until' | 'deprecated'>): string[] {
  const lines: string[] = [];
  if (since !== undefined) lines.push(`- Since ${since}.`);
  if (until !== undefined) lines.push(`- No longer from ${until} on.`);
  if (deprecated !== undefined) lines.push(`- Deprecated: ${deprecated}`);
  return lines;
}
