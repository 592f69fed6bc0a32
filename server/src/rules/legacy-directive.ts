import { directives, type Directive } from '../language/directives.js';
import { sectionFacts } from '../language/lookup.js';
import type { SectionKind } from '../language/sections.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { removeDirective } from './fixes/remove-directive.js';
import { defineRule } from './rule.js';
import { legacyEntries } from './support/legacy.js';
import { entryName, headerSpan, keySpan } from './support/places.js';

export default defineRule({
  name: 'legacy-directive',
  summary: 'A directive or section of which Windows no longer signs packages.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    section: { text: '[{section}] is legacy: since {until} packages with {title} are not signed.', infverif: 1300 },
    item: { text: '{directive} is legacy: since {until} packages with it are not signed.', infverif: 1300 },
    operation: {
      text: '{directive} is legacy: since {until} packages with it are not signed{instead}.',
      infverif: 1301,
    },
    object: {
      text: '{directive} for {object} is legacy: since {until} packages with it are not signed{instead}.',
      infverif: 1302,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    for (const section of new Set(LEGACY_SECTIONS.flatMap((one) => analysis.entries.sectionsOf(one)))) {
      const kind = LEGACY_SECTIONS.find((one) => section.kinds.has(one));
      if (kind === undefined) continue;
      const { title, until = '' } = sectionFacts(kind);
      yield finding(headerSpan(section), 'section', { section: section.name, title, until });
    }
    for (const entry of legacyEntries(analysis, LEGACY, (kind) => sectionFacts(kind).until !== undefined)) {
      const { directive, at } = entry;
      const { until = '', replacement } = directive;
      const instead = replacement === undefined ? '' : `; ${replacement} takes its place`;
      const about = { directive: entryName(entry), until };
      const extras = { fixes: () => [removeDirective(model, at, entryName(entry))] };
      const object = firstObject(analysis, entry);
      if (isItem(directive)) yield finding(keySpan(at), 'item', about, extras);
      else if (object === undefined) yield finding(keySpan(at), 'operation', { ...about, instead }, extras);
      else yield finding(keySpan(at), 'object', { ...about, object, instead }, extras);
    }
  },
});

/** Co-installers are told by the registry line that names them. */
const LEGACY_SECTIONS: readonly SectionKind[] = ['installFactDef', 'installLogConfigOverride'];

/** The directives that name sections of work to do; what stands in those sections goes with them. */
const LEGACY = directives.filter(
  ({ use, until, values }) => !use.declarative && until !== undefined && values[0]?.type.type === 'sectionRef',
);

/** What is a description rather than a deed. */
function isItem({ name }: Directive): boolean {
  return name === 'LogConfig';
}

/** The first file that the named section is about; `undefined` where it is about keys, or not there. */
function firstObject({ model }: Analysis, { at }: Entry): string | undefined {
  for (const field of at.line.fields) {
    const [line] = model.sectionNamed(model.valueOf(field))?.lines ?? [];
    const file = line?.line.fields.map((value) => model.valueOf(value)).find((value) => /\.\w{2,4}$/.test(value));
    if (file !== undefined) return file;
  }
  return undefined;
}
