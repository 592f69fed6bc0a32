import type { Fix } from '../engine/types.js';
import { holdsOpenToken } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { absolute, type Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { infBaseName } from './fixes/file-name.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';

/** A file name without a path. */
const CATALOG = /^[^\\/:*?"<>|]+\.cat$/i;

export default defineRule({
  name: 'invalid-catalog-name',
  summary: 'CatalogFile does not name a file that ends in .cat.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    folder: {
      text: 'The catalog stands beside the INF, so CatalogFile is a name without a folder, not "{value}".',
      infverif: 1214,
    },
    extension: { text: 'The name of a catalog ends in .cat, unlike "{value}".', infverif: 1214 },
  },
  *check({ analysis, finding }) {
    for (const entry of analysis.entries.named('CatalogFile')) {
      const field = entry.at.line.fields[0];
      const value = field === undefined ? '' : analysis.model.valueOf(field);
      if (field === undefined || value === '' || holdsOpenToken(value) || CATALOG.test(value)) continue;
      const message = /[\\/:]/.test(value) ? 'folder' : 'extension';
      const fixes = (): readonly Fix[] => rename(analysis, entry, field, value);
      yield finding(absolute(entry.at.placed, field.span), message, { value }, { fixes });
    }
  },
});

/** The stated name without its folder and with .cat behind it, and the name of the INF with .cat. */
function rename({ model }: Analysis, { at }: Entry, field: Field, value: string): readonly Fix[] {
  const own = value.split(/[\\/:]/).at(-1) ?? '';
  const mended = own === '' ? undefined : /\.cat$/i.test(own) ? own : `${own.replace(/\.[^.]*$/, '') || own}.cat`;
  const base = infBaseName(model);
  const names = [mended, base === undefined ? undefined : `${base}.cat`].filter(
    (name, index, all) => name !== undefined && CATALOG.test(name) && all.indexOf(name) === index,
  );
  return names.flatMap((name, index) =>
    name === undefined
      ? []
      : makeFix({ action: index === 0 ? 'fix-name' : 'name-after-inf', title: `Change it to ${name}` }, () => [
          replaceField(at, field, name),
        ]),
  );
}
