import { directives } from '../language/directives.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { removeDirective } from './fixes/remove-directive.js';
import { defineRule } from './rule.js';
import { legacyEntries } from './support/legacy.js';
import { entryName, keySpan } from './support/places.js';

export default defineRule({
  name: 'removing-directive',
  summary: 'An installing section removes or renames something; an INF may only add.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    operation: {
      text: '{directive} takes something away; an INF may only add, and Windows itself clears up after it.',
      infverif: 1308,
    },
    object: {
      text: '{directive} takes {object} away; an INF may only add, and Windows itself clears up after it.',
      infverif: 1309,
    },
  },
  *check({ analysis, finding }) {
    for (const entry of legacyEntries(analysis, REMOVING, () => false)) {
      const directive = entryName(entry);
      const object = objectOf(analysis, entry);
      const extras = { fixes: () => [removeDirective(analysis.model, entry.at, directive)] };
      if (object === undefined) yield finding(keySpan(entry.at), 'operation', { directive }, extras);
      else yield finding(keySpan(entry.at), 'object', { directive, object }, extras);
    }
  },
});

/** The directives that name what to remove; the lines of the sections that they name go with them. */
const REMOVING = directives.filter(
  ({ use, form, values }) =>
    use.declarative &&
    !use.universal &&
    form === 'keyed' &&
    (values[0]?.type.type === 'sectionRef' || values[0]?.type.type === 'serviceName'),
);

/** The service, or the first file of the named list; `undefined` for registry values and properties. */
function objectOf({ model }: Analysis, { at, directive }: Entry): string | undefined {
  const [field] = at.line.fields;
  if (field === undefined) return undefined;
  const name = model.valueOf(field);
  const type = directive?.values[0]?.type;
  if (type?.type === 'serviceName') return `the service ${name}`;
  const holdsFiles = type?.type === 'sectionRef' && type.kinds.some((kind) => kind.endsWith('FileList'));
  const file = holdsFiles ? model.sectionNamed(name)?.lines[0]?.line.fields[0] : undefined;
  return file === undefined || file.value === '' ? undefined : model.valueOf(file);
}
