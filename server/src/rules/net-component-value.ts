import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Model } from '../model/types.js';
import type { Entry } from '../plan/entries.js';
import type { Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule, type RawFinding } from './rule.js';
import { bindTokens } from './support/network.js';
import { fieldSpan, lineSpan } from './support/places.js';
import { isGuid } from './support/version-section.js';

export default defineRule({
  name: 'net-component-value',
  summary: 'A value that describes a network filter or protocol is malformed.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    fields: { text: '{directive} has exactly one value, and {count} stand here.', infverif: 2403 },
    guid: { text: '"{value}" is no GUID of the form {form}.', infverif: 2411 },
    boolean: { text: '{directive} is written in lower case: true or false, not {value}.', infverif: 2413 },
    filterClass: {
      text: 'The filter class "{value}" may hold lower case letters, digits and underscores only.',
      infverif: 2414,
    },
    token: {
      text: 'The bind token "{value}" may hold lower case letters, digits, underscores and dots only.',
      infverif: 2416,
    },
    reserved: {
      text: 'Bind tokens that begin with {prefix} are reserved, and {value} is none that Windows defines.',
      infverif: 2419,
    },
  },
  *check({ analysis: { model, entries }, finding }) {
    for (const entry of entries.inKind('netComponent')) {
      const { key, fields } = entry.at.line;
      const [field] = fields;
      if (key === undefined || field === undefined) continue;
      const value = model.valueOf(field).trim();
      if (value === '' || isOpenValue(value)) continue;
      const name = fold(key.value);
      const directive = key.value;
      const span = fieldSpan(entry.at, field);
      if (name === 'filterclass' && fields.length > 1) {
        yield finding(lineSpan(entry.at), 'fields', { directive, count: fields.length });
      } else if (name === 'filterclass' && !/^[a-z0-9_]+$/.test(value)) yield finding(span, 'filterClass', { value });
      else if (fields.length === 1 && looksLikeGuid(value) && !isGuid(value)) {
        yield finding(span, 'guid', { value, form: GUID_FORM }, { fixes: () => inBraces(entry, field, value) });
      } else if (/^(?:true|false)$/i.test(value) && value !== value.toLowerCase()) {
        const fixes = () => replace(entry, field, value.toLowerCase());
        yield finding(span, 'boolean', { directive, value }, { fixes });
      } else if (BINDINGS.has(name)) yield* judgeTokens(model, entry, finding);
    }
  },
});

const GUID_FORM = '{XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}';

/** Lists of bind tokens have these names in the registry. Source: network/specifying-binding-interfaces */
const BINDINGS: ReadonlySet<string> = new Set(['upperrange', 'lowerrange', 'filtermediatypes']);

/** The tokens of the system that begin as reserved ones do. Source: network/specifying-binding-interfaces */
const STANDARD: ReadonlySet<string> = new Set([
  'ndis5',
  'ndisatm',
  'ndiswan',
  'ndiscowan',
  'ndis5_atalk',
  'ndis5_dlc',
  'ndis5_ip',
  'ndis5_ipx',
  'ndis5_nbf',
  'ndisvf',
]);

type Report = (
  span: { readonly start: number; readonly end: number },
  id: 'token' | 'reserved',
  args: { readonly value: string; readonly prefix: string },
) => RawFinding;

function* judgeTokens(model: Model, { at }: Entry, finding: Report): Generator<RawFinding> {
  for (const field of at.line.fields) {
    for (const { token, span } of bindTokens(model, at, field)) {
      if (isOpenValue(token)) continue;
      const prefix = /^(?:ms_|ndis)/.exec(token)?.[0];
      if (!/^[a-z0-9_.]+$/.test(token)) yield finding(span, 'token', { value: token, prefix: '' });
      else if (prefix !== undefined && !STANDARD.has(token)) yield finding(span, 'reserved', { value: token, prefix });
    }
  }
}

/** Four or more groups of hex digits with dashes, or anything in braces that begins so. */
function looksLikeGuid(value: string): boolean {
  return /^\{?[0-9a-z]{6,10}(?:-[0-9a-z]{3,5}){2,4}/i.test(value);
}

function inBraces(entry: Entry, field: Field, value: string): readonly Fix[] {
  const right = `{${value.replace(/[{}]/g, '')}}`;
  return isGuid(right) ? replace(entry, field, right) : [];
}

function replace({ at }: Entry, field: Field, right: string): readonly Fix[] {
  if (field.value.includes('%')) return [];
  return [
    makeFix({ action: 'set-value', title: `Change it to ${right}`, preferred: true }, () => [
      replaceField(at, field, right),
    ]),
  ];
}
