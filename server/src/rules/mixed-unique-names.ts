import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { setValueAt } from './fixes/edit-values.js';
import { makeFix } from './fixes/fix.js';
import { spellFlags } from './fixes/service-flags.js';
import { defineRule } from './rule.js';
import { fieldSpan, lineSpan } from './support/places.js';
import { serviceLines, UNIQUE_NAME, type ServiceLine } from './support/services.js';

export default defineRule({
  name: 'mixed-unique-names',
  summary: 'A service is given a unique name in one AddService line, but not in another.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    mixed: {
      text: 'The service "{name}" lacks the flag 0x10000 here, with which another AddService line makes its name unique.',
      infverif: 1022,
    },
  },
  *check({ analysis, finding }) {
    const lines = analysis.once(serviceLines);
    const unique = new Map<string, ServiceLine>();
    for (const line of lines) {
      if (((line.flags ?? 0) & UNIQUE_NAME) !== 0 && !unique.has(fold(line.name))) unique.set(fold(line.name), line);
    }
    if (unique.size === 0) return;
    for (const line of lines) {
      const { at, name, flags, nameField } = line;
      const other = unique.get(fold(name));
      if (other === undefined || name === '' || nameField === undefined) continue;
      if (flags === undefined || (flags & UNIQUE_NAME) !== 0) continue;
      const related = [{ span: lineSpan(other.at), message: 'This line makes the name unique.' }];
      const fixes = () => [addFlag(line, flags)];
      yield finding(fieldSpan(at, nameField), 'mixed', { name }, { related, fixes });
    }
  },
});

function addFlag({ at }: ServiceLine, flags: number): Fix {
  const head = { action: 'add-unique-name', title: 'Make the name unique here, too (flag 0x10000)', preferred: true };
  return makeFix(head, () => [setValueAt(at, 1, spellFlags(flags | UNIQUE_NAME))]);
}
