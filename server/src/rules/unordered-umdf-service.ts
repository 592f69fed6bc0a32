import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { absolute, type Field } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { addEntry } from './fixes/edit-values.js';
import { asField, replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'unordered-umdf-service',
  summary: 'A UMDF driver is set up, but not put into the stack of the device by UmdfServiceOrder.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    absent: {
      text: 'UmdfService sets {service} up, but [{section}] has no UmdfServiceOrder that puts it into the stack of the device.',
      infverif: 1400,
    },
    unlisted: {
      text: 'UmdfService sets {service} up, but UmdfServiceOrder of [{section}] does not list it.',
      infverif: 1400,
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    for (const { at, section, kind } of entries.named('UmdfService')) {
      const [field] = at.line.fields;
      const service = field === undefined ? '' : model.valueOf(field);
      if (field === undefined || service === '' || hasPlaceholder(service)) continue;
      const lines = entries.of(section, kind);
      if (lines.some(({ directive }) => directive?.name === 'Needs')) continue;
      const listing = lines.filter(({ directive }) => LISTS.has(directive?.name ?? ''));
      if (listing.some((line) => lists(analysis, line, service))) continue;
      const order = listing.find(({ directive }) => directive?.name === ORDER);
      const extras = { fixes: () => cures(analysis, lines, section, order, service) };
      const args = { service, section: section.name };
      yield finding(fieldSpan(at, field), order === undefined ? 'absent' : 'unlisted', args, extras);
    }
  },
});

const ORDER = 'UmdfServiceOrder';
/** The directives that say where a UMDF service is used. */
const LISTS: ReadonlySet<string> = new Set([ORDER, 'UmdfExtensions']);

/** Whether a line names a service; also where a build has yet to put names in. */
function lists({ model }: Analysis, { at }: Entry, service: string): boolean {
  return at.line.fields.some((field) => {
    const value = model.valueOf(field);
    return fold(value) === fold(service) || hasPlaceholder(value);
  });
}

/** Where the order has one name that no UmdfService sets up: this service in its place. Else the service on top of all. */
function cures(
  analysis: Analysis,
  lines: readonly Entry[],
  section: Section,
  order: Entry | undefined,
  service: string,
): readonly Fix[] {
  const [unknown, ...others] = order === undefined ? [] : namesNotSetUp(analysis, lines, order);
  if (order === undefined || unknown === undefined || others.length > 0) {
    return [addToOrder(analysis, section, order, service, true)];
  }
  const title = `Change ${unknown.value} of ${ORDER} to ${service}`;
  return [
    makeFix({ action: 'rename-in-order', title, preferred: true }, () => [replaceField(order.at, unknown, service)]),
    addToOrder(analysis, section, order, service, false),
  ];
}

function namesNotSetUp({ model }: Analysis, lines: readonly Entry[], { at }: Entry): readonly Field[] {
  const setUp = lines.filter(({ directive }) => directive?.name === 'UmdfService');
  const names = new Set(
    setUp.flatMap((line) => line.at.line.fields.slice(0, 1).map((field) => fold(model.valueOf(field)))),
  );
  return at.line.fields.filter((field) => field.value !== '' && !names.has(fold(model.valueOf(field))));
}

function addToOrder(
  { model }: Analysis,
  section: Section,
  order: Entry | undefined,
  service: string,
  preferred: boolean,
): Fix {
  const title = order === undefined ? `Add ${ORDER} = ${service}` : `Put ${service} on top of ${ORDER}`;
  return makeFix({ action: 'add-to-order', title, preferred }, () => {
    const draft = createDraft(model);
    const last = order?.at.line.fields.at(-1);
    if (order === undefined) addEntry(model, draft, section, ORDER, asField(service));
    else if (last !== undefined) {
      const comma = last.value === '' ? '' : ', ';
      draft.insertText(absolute(order.at.placed, last.span).end, comma + asField(service));
    }
    return draft.edits();
  });
}
