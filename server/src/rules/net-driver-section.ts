import { isOpenValue } from '../model/placeholders.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { judgeLines } from '../plan/judged-lines.js';
import { defineRule } from './rule.js';
import { isNetDirective } from './support/network.js';
import { fieldSpan, headerSpan, keySpan, lineSpan, sectionText } from './support/places.js';
import { isOfClass, knownEntry, valueSpan } from './support/version-section.js';

export default defineRule({
  name: 'net-driver-section',
  summary: 'What an INF of class NetDriver must have, or what no other may have.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    class: {
      text: '[{section}] is for INF files of class NetDriver only, and this one is of class {name}.',
      infverif: 2405,
    },
    required: {
      text: 'An INF of class NetDriver needs a section [{section}] with AddNetFilter or AddNetProtocol.',
      infverif: 2420,
    },
    place: {
      text: '{directive} has no place in {section}, only in [DefaultInstall.NT<architecture>.NetDrivers].',
      infverif: 2402,
    },
    fields: { text: '{directive} has two values: a component ID and the section that describes it.', infverif: 2400 },
    identifier: {
      text: 'The component ID "{value}" may hold lower case letters, digits and underscores only.',
      infverif: 2412,
    },
    reserved: {
      text: 'Identifiers that begin with {prefix} are for components of Windows, so {value} is none for others.',
      infverif: 2415,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const sections = model.sections.filter(({ kinds }) => kinds.has('defaultInstallNetDrivers'));
    const name = knownEntry(model, 'Class')?.value;
    if (name !== undefined && !isOfClass(model, 'NetDriver')) {
      for (const section of sections) yield finding(headerSpan(section), 'class', { section: section.name, name });
    }
    const lacking = name === undefined ? undefined : withoutComponents(analysis, sections);
    if (lacking !== undefined) yield finding(lacking.span, 'required', { section: lacking.section });
    for (const entry of analysis.once(judgeLines).unknown) {
      const directive = entry.at.line.key?.value ?? '';
      if (!isNetDirective(directive)) continue;
      yield finding(keySpan(entry.at), 'place', { directive, section: sectionText(entry) });
    }
    for (const { at, directive } of [
      ...analysis.entries.named('AddNetFilter'),
      ...analysis.entries.named('AddNetProtocol'),
    ]) {
      const [id, component] = at.line.fields;
      const value = id === undefined ? '' : model.valueOf(id);
      const isPair = value !== '' && component !== undefined && component.value !== '';
      if (!isPair) yield finding(lineSpan(at), 'fields', { directive: directive?.name ?? '' });
      if (id === undefined || value === '' || isOpenValue(value)) continue;
      const prefix = /^v?ms_/i.exec(value)?.[0];
      if (!/^[a-z0-9_]+$/.test(value)) yield finding(fieldSpan(at, id), 'identifier', { value });
      else if (prefix !== undefined) yield finding(fieldSpan(at, id), 'reserved', { value, prefix });
    }
  },
});

/** Where an INF of class NetDriver has no component at all: the section that should have one, or the class. */
function withoutComponents(
  { model, entries }: Analysis,
  sections: readonly Section[],
): { readonly span: { readonly start: number; readonly end: number }; readonly section: string } | undefined {
  if (!isOfClass(model, 'NetDriver')) return undefined;
  if (entries.named('AddNetFilter').length + entries.named('AddNetProtocol').length > 0) return undefined;
  const [first] = sections;
  if (first !== undefined) return { span: headerSpan(first), section: first.name };
  const [install] = model.sections.filter(({ kinds }) => kinds.has('defaultInstall'));
  const name = `${install?.name ?? 'DefaultInstall'}.NetDrivers`;
  const entry = model.version('Class');
  if (install !== undefined) return { span: headerSpan(install), section: name };
  return entry === undefined ? undefined : { span: valueSpan(entry), section: name };
}
