import { defineRule } from './rule.js';
import { findArgumentFaults, type MissingArgument } from '../plan/argument-faults.js';
import { hasPlaceholder } from '../model/placeholders.js';
import { entryName, lineSpan, sectionText } from './support/places.js';
import { serviceLines, type ServiceLine } from './support/services.js';

type MessageId = 'section' | 'models' | 'install' | 'only' | 'first' | 'last';

export default defineRule({
  name: 'missing-argument',
  summary: 'A line lacks a value that its directive needs.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    section: { text: '{directive} in {section} lacks the name of its {argument}.', infverif: 1005 },
    models: { text: 'The manufacturer {manufacturer} lacks the name of its Models section.', infverif: 1011 },
    install: { text: 'The device {device} lacks the name of its DDInstall section.', infverif: 1271 },
    only: { text: '{directive} in {section} lacks its value: the {argument}.', infverif: 1006 },
    first: { text: '{directive} in {section} lacks the {argument}, its value number {position}.', infverif: 1080 },
    last: {
      text: '{directive} in {section} is incomplete: the {argument} is missing, its value number {position}.',
      infverif: 1085,
    },
  },
  *check({ analysis, finding }) {
    const told = new Set<unknown>();
    for (const fault of analysis.once(findArgumentFaults).missing) {
      const { entry, index, spec } = fault;
      // One finding a line: what is written next decides about the rest.
      if (told.has(entry.at.line)) continue;
      told.add(entry.at.line);
      const span = lineSpan(entry.at);
      const key = entry.at.line.key?.value ?? '';
      const id = messageFor(fault);
      if (id === 'models') yield finding(span, id, { manufacturer: key });
      else if (id === 'install') yield finding(span, id, { device: key });
      else {
        const args = { directive: entryName(entry), section: sectionText(entry), argument: spec.name };
        if (id === 'section' || id === 'only') yield finding(span, id, args);
        else yield finding(span, id, { ...args, position: index + 1 });
      }
    }
    const services = new Map(analysis.once(serviceLines).map((line) => [line.at.line, line]));
    for (const entry of analysis.entries.named('AddService')) {
      const service = services.get(entry.at.line);
      if (service === undefined || !lacksSection(service) || told.has(entry.at.line)) continue;
      told.add(entry.at.line);
      const args = { directive: 'AddService', section: sectionText(entry), argument: SERVICE_SECTION };
      yield finding(lineSpan(entry.at), 'section', args);
    }
  },
});

/** Only AddService without a name does without it. Source: install/inf-addservice-directive */
const SERVICE_SECTION = 'service-install section';

function lacksSection({ name, sectionField, flags }: ServiceLine): boolean {
  return name !== '' && sectionField === undefined && flags !== undefined && !hasPlaceholder(name);
}

function messageFor({ entry, index, spec }: MissingArgument): MessageId {
  if (entry.kind === 'manufacturer') return 'models';
  if (entry.kind === 'models') return 'install';
  const { fields } = entry.at.line;
  if (spec.type.type === 'sectionRef') return 'section';
  if (fields.every(({ value }) => value === '')) return 'only';
  return index < fields.length ? 'first' : 'last';
}
