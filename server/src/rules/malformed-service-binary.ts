import type { Fix } from '../engine/types.js';
import { hasPlaceholder } from '../model/placeholders.js';
import { absolute, type Field, type LineRef } from '../syntax/cst.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan, writtenField } from './support/places.js';
import { serviceKind } from './support/services.js';

export default defineRule({
  name: 'malformed-service-binary',
  summary: 'The path of a service does not say which file to run.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    blanks: {
      text: 'The path "{path}" has blanks and no quotation marks, so the service manager cannot tell where it ends.',
      infverif: 1254,
    },
    quotes: { text: 'A quotation mark of ServiceBinary has no partner: {value}', infverif: 1254 },
    noFile: { text: 'ServiceBinary names a folder, but no file: {value}', infverif: 1254 },
    folder: {
      text: '%{dirid}% is a folder with a blank in its name ({folder}), so the path of the service needs quotation marks.',
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    for (const { kind, section, at } of analysis.entries.named('ServiceBinary')) {
      const { fields } = at.line;
      const [field] = fields;
      if (kind !== 'serviceInstall' || field === undefined || fields.length > 1) continue;
      const value = model.valueOf(field).trim();
      if (value === '' || hasPlaceholder(value)) continue;
      const span = fieldSpan(at, field);
      const quotes = value.split('"').length - 1;
      if (quotes % 2 === 1) yield finding(span, 'quotes', { value });
      else if (/[\\/]"?$/.test(value)) yield finding(span, 'noFile', { value });
      if (quotes > 0 || serviceKind(analysis, section) !== 'win32') continue;
      const path = pathOf(value);
      const extras = { fixes: () => quoting(at, field) };
      const dirid = /^%(\d{1,5})%/.exec(path)?.[1];
      const folder = dirid === undefined ? undefined : FOLDERS_WITH_BLANKS.get(Number(dirid));
      if (/\s/.test(path)) yield finding(span, 'blanks', { path }, extras);
      else if (dirid !== undefined && folder !== undefined) yield finding(span, 'folder', { dirid, folder }, extras);
    }
  },
});

/** Source: install/using-dirids */
const FOLDERS_WITH_BLANKS: ReadonlyMap<number, string> = new Map([
  [16422, 'Program Files'],
  [16426, 'Program Files (x86)'],
  [16427, 'Program Files\\Common Files'],
  [16428, 'Program Files (x86)\\Common Files'],
]);

const EXECUTABLE = '.exe';

/** The path of a command line without quotation marks: up to the first .exe that a blank follows, else all of it. */
function pathOf(command: string): string {
  const folded = command.toLowerCase();
  for (let at = folded.indexOf(EXECUTABLE); at >= 0; at = folded.indexOf(EXECUTABLE, at + 1)) {
    const end = at + EXECUTABLE.length;
    if (end === command.length || /\s/.test(command.charAt(end))) return command.slice(0, end);
  }
  return command;
}

/** Quotation marks that stay in the value are written as two within quotes; what a token holds is left to a person. */
function quoting(at: LineRef, field: Field): readonly Fix[] {
  const written = writtenField(at, field);
  const text = /^"[^"]*"$/.test(written) ? written.slice(1, -1) : written;
  if (text.includes('"') || text.includes('\\\n') || text.includes('\\\r')) return [];
  const path = pathOf(text);
  const newText = `"""${path}"""${text.slice(path.length)}`;
  const head = { action: 'add-quotes', title: 'Put the path into quotation marks', preferred: true };
  return [makeFix(head, () => [{ span: absolute(at.placed, field.span), newText }])];
}
