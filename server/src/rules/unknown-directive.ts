import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { directivesIn, directivesNamed, sectionFacts } from '../language/lookup.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { judgeLines } from '../plan/judged-lines.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { nearestName } from './support/nearest-name.js';
import { isNetDirective } from './support/network.js';
import { fieldSpan, keySpan, lineSpan, sectionText } from './support/places.js';

export default defineRule({
  name: 'unknown-directive',
  summary: 'A line is none that its section can have.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    misspelt: { text: '"{name}" is no directive of {section}; the nearest is {nearest}.', infverif: 1290 },
    misplaced: { text: '"{name}" has no meaning in {section}; its place is {places}.', infverif: 1290 },
    unknown: { text: '"{name}" is no directive of {section}.', infverif: 1290 },
    registry: {
      text: 'Windows skips this registry line: it stands in {section}, not in an add-registry section that AddReg names.',
      infverif: 1078,
    },
    bare: { text: 'This line of {section} has no "=": the lines there are of the form key = value.', infverif: 1078 },
    keyed: {
      text: 'Windows takes "{name} =" for no part of the list: {section} has lines without a key.',
      infverif: 1078,
    },
  },
  *check({ analysis, finding }) {
    const { unknown } = analysis.once(judgeLines);
    if (unknown.length === 0) return;
    const elsewhere = new Set<unknown>(analysis.dma.lines.map(({ line }) => line.at.line));
    for (const entry of unknown) {
      const { at } = entry;
      const { key, fields } = at.line;
      const section = sectionText(entry);
      if (hasPlaceholder(key?.value ?? '') || elsewhere.has(at.line) || directivesIn(entry.kind).length === 0) continue;
      if (key === undefined) {
        const [first] = fields;
        if (first === undefined || hasPlaceholder(first.value)) continue;
        const isRegistry = fields.length > 1 && REGISTRY_ROOT.test(first.value);
        yield finding(lineSpan(at), isRegistry ? 'registry' : 'bare', { section });
        continue;
      }
      const name = key.value;
      if (sectionFacts(entry.kind).shape === 'list') {
        yield finding(fieldSpan(at, key), 'keyed', { name, section });
        continue;
      }
      if (isFreeKeyword(analysis, entry) || isNetDirective(name)) continue;
      const nearest = nearestName(name, namesIn(entry));
      const places = nearest === undefined ? placesOf(name) : '';
      if (nearest !== undefined) {
        yield finding(keySpan(at), 'misspelt', { name, section, nearest }, { fixes: () => [rename(entry, nearest)] });
      } else if (places !== '') yield finding(keySpan(at), 'misplaced', { name, section, places });
      else yield finding(keySpan(at), 'unknown', { name, section });
    }
  },
});

const REGISTRY_ROOT = /^HK(?:R|LM|CR|CU|U)$/i;

/** Network adapters have keywords of their own in DDInstall, standardized ones with an asterisk in front. */
function isFreeKeyword({ model }: Analysis, { kind, at }: Entry): boolean {
  return (
    kind === 'install' &&
    /^net/i.test(model.version('Class')?.value ?? '') &&
    at.line.key?.value.startsWith('*') === true
  );
}

function namesIn({ kind }: Entry): string[] {
  return directivesIn(kind).flatMap(({ name, form }) => (form === 'keyed' || form === 'bare' ? [name] : []));
}

/** So many places are named in a message. */
const MOST_PLACES = 3;

/** The kinds of section that know a directive: `service-install section`, or empty when none does. */
function placesOf(name: string): string {
  const rows = directivesNamed(name).filter((row) => row.form === 'keyed' && fold(row.name) === fold(name));
  const titles = [...new Set(rows.flatMap((row) => row.in.map((kind) => sectionFacts(kind).title)))];
  const named = titles.slice(0, MOST_PLACES);
  const last = named.at(-1);
  if (last === undefined) return '';
  const list = named.length === 1 ? last : `${named.slice(0, -1).join(', ')} or ${last}`;
  return titles.length > MOST_PLACES ? `${named.join(', ')} or another one` : list;
}

function rename({ at }: Entry, nearest: string): Fix {
  const head = { action: 'rename-directive', title: `Change it to ${nearest}`, preferred: true };
  return makeFix(head, () => (at.line.key === undefined ? [] : [replaceField(at, at.line.key, nearest)]));
}
