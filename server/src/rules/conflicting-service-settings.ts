import type { Fix } from '../engine/types.js';
import { directivesIn } from '../language/lookup.js';
import { readNumber } from '../model/numbers.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { servicePairs, type ServicePair } from './support/installed-services.js';
import { fieldSpan, lineSpan } from './support/places.js';

export default defineRule({
  name: 'conflicting-service-settings',
  summary: 'Two installations set up the same service in different ways.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    different: {
      text: '{service} has {entry} = {value} here, but {other} in [{section}] of [{install}]: what is installed last wins.',
      infverif: 1333,
    },
    missing: {
      text: '[{own}] states no {entry} for {service}, but [{section}] of [{install}] does: what is installed last wins.',
      infverif: 1333,
    },
  },
  *check({ analysis, finding }) {
    for (const pair of analysis.once(servicePairs)) {
      const { first, firstIn, later, name } = pair;
      if (first.section === undefined || later.section === undefined || later.sectionField === undefined) continue;
      const others = settingsOf(analysis, first.section);
      const own = settingsOf(analysis, later.section);
      const about = { service: name, section: first.section.name, install: firstIn.section?.name ?? firstIn.name };
      const extras = { fixes: () => [useSection(pair)] };
      for (const [entry, { text, at, normal }] of others) {
        const setting = own.get(entry);
        const related = [{ span: lineSpan(at), message: `${name} is given another ${entry} here.` }];
        if (setting === undefined) {
          const args = { ...about, own: later.section.name, entry };
          yield finding(fieldSpan(later.at, later.sectionField), 'missing', args, { ...extras, related });
        } else if (setting.normal !== normal) {
          const args = { ...about, entry, value: setting.text, other: text };
          yield finding(valuesSpan(setting.at), 'different', args, { ...extras, related });
        }
      }
    }
  },
});

interface Setting {
  readonly at: Entry['at'];
  /** As written, but expanded. */
  readonly text: string;
  /** What is compared. */
  readonly normal: string;
}

/** The entries that make up a service: those of which a section has one each, but for texts that people read. */
const COMPARED: ReadonlySet<string> = new Set(
  directivesIn('serviceInstall').flatMap(({ name, repeatable }) => (repeatable ? [] : [name])),
);

/** The settings of a section by name, the first of each; none whose value a build has yet to put in. */
function settingsOf({ entries, model }: Analysis, section: Section): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const { at, directive } of entries.of(section, 'serviceInstall')) {
    if (directive === undefined || !COMPARED.has(directive.name) || settings.has(directive.name)) continue;
    const values = at.line.fields.map((field) => model.valueOf(field));
    if (values.some(hasPlaceholder)) continue;
    settings.set(directive.name, { at, text: values.join(', '), normal: values.map(normalOf).join('\n') });
  }
  return settings;
}

/** Numbers by their value, paths with the usual dirids by their folder; case does not count. */
function normalOf(value: string): string {
  const number = readNumber(value);
  if (number !== undefined) return String(number);
  return value.toLowerCase().replace(/^%12%/, '%10%\\system32\\drivers').replace(/^%11%/, '%10%\\system32');
}

function valuesSpan(at: Entry['at']): { readonly start: number; readonly end: number } {
  const [first] = at.line.fields;
  if (first === undefined) return lineSpan(at);
  return { start: fieldSpan(at, first).start, end: lineSpan(at).end };
}

function useSection({ first, later }: ServicePair): Fix {
  const name = first.section?.name ?? '';
  const head = { action: 'use-same-section', title: `Install ${later.name} from [${name}] here, too` };
  return makeFix(head, () =>
    later.sectionField === undefined ? [] : [replaceField(later.at, later.sectionField, name)],
  );
}
