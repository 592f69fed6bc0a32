import { rulePage } from '../language/project.js';
import type { Paint } from './paint.js';

/**
 * A Markdown page for reading in a terminal: headings without `#`, code indented by four blanks, links as
 * `text (address)`, no emphasis marks, no HTML comments.
 */
export function pageText(markdown: string, paint: Paint): string {
  const out: string[] = [];
  let fence = false;
  for (const line of withoutComments(markdown).split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line)) {
      if (!fence) out.push(...fenceTitle(line, paint));
      fence = !fence;
    } else {
      out.push(fence ? `    ${paint('code', line)}`.trimEnd() : proseLine(line, paint));
    }
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/**
 * A page as Markdown for readers outside the project: no comments, `Faulty:` and `Right:` above examples in the place of
 * the words behind their fences, and whole addresses in links.
 */
export function pageMarkdown(markdown: string): string {
  let fence = false;
  const lines = withoutComments(markdown)
    .split(/\r?\n/)
    .flatMap((line) => {
      const mark = /^\s*(?:```|~~~)/.exec(line)?.[0];
      if (mark === undefined) return fence ? line : withWholeAddresses(line);
      fence = !fence;
      const [language = ''] = line.slice(mark.length).split(/\s/);
      return fence ? [...exampleTitle(line).flatMap((title) => [title, '']), mark + language] : line;
    });
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

function withWholeAddresses(line: string): string {
  return line.replace(LINK, (whole, title: string, address: string) =>
    URL.canParse(address) || address.startsWith('#') ? whole : `[${title}](${resolved(address)})`,
  );
}

function withoutComments(markdown: string): string {
  let rest = markdown;
  let kept = '';
  for (;;) {
    const start = rest.indexOf('<!--');
    const end = start < 0 ? -1 : rest.indexOf('-->', start);
    if (end < 0) return kept + rest;
    kept += rest.slice(0, start);
    rest = rest.slice(end + '-->'.length);
  }
}

/** The examples of rule pages are tagged as faulty or as right; that is worth a word. */
function exampleTitle(line: string): readonly string[] {
  const mode = /\bmode=(\w)\b/.exec(line)?.[1];
  const where = mode === undefined ? ':' : ` in mode ${mode}:`;
  if (/\bbad\b/.test(line)) return [`Faulty${where}`];
  return /\bgood\b/.test(line) ? [`Right${where}`] : [];
}

function fenceTitle(line: string, paint: Paint): readonly string[] {
  const style = /\bbad\b/.test(line) ? 'error' : 'good';
  return exampleTitle(line).map((title) => `    ${paint(style, title)}`);
}

function proseLine(line: string, paint: Paint): string {
  const heading = /^#{1,6} +(.*)$/.exec(line)?.[1];
  if (heading !== undefined)
    return paint(
      'heading',
      inline(heading, (_style, text) => text),
    );
  if (/^\|[-:| ]+\|\s*$/.test(line)) return '';
  return inline(line, paint);
}

/** Replaces the marks of links, code and emphasis; what stands between two backquotes is left as it is. */
function inline(line: string, paint: Paint): string {
  return withLinks(line)
    .split('`')
    .map((part, index) => (index % 2 === 1 ? paint('code', part) : plainMarks(part)))
    .join('');
}

/** `[text](address)`. */
const LINK = /\[([^[\]]{1,300})\]\(([^()\s]{1,500})\)/g;

/** Turns `[text](address)` into `text (address)`; a link to a neighbouring page becomes a whole address. */
function withLinks(line: string): string {
  return line.replace(LINK, (_whole, title: string, address: string) => {
    const whole = URL.canParse(address) ? address : address.startsWith('#') ? '' : resolved(address);
    return whole === '' || title === whole ? title : `${title} (${whole})`;
  });
}

function resolved(address: string): string {
  const base = rulePage('page');
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

function plainMarks(text: string): string {
  return text.replaceAll('**', '').replaceAll(/\\([\\`*_{}[\]()#+\-.!|<>])/g, '$1');
}
