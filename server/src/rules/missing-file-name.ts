import type { FileOperationKind } from '../plan/file-operations.js';
import { planFiles } from '../plan/files.js';
import { defineRule } from './rule.js';
import { destinationSpan } from './support/files.js';
import { lineSpan, sectionText } from './support/places.js';

export default defineRule({
  name: 'missing-file-name',
  summary: 'A file is to be copied, deleted or renamed, and its name is missing.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    destination: { text: 'The line names no file: its first value is {what}.', infverif: 1229 },
    source: { text: 'The line names no file to be renamed: its second value is the old name.', infverif: 1229 },
    single: { text: 'No file name follows the @ in {section}.', infverif: 1229 },
  },
  *check({ analysis, finding }) {
    for (const operation of analysis.once(planFiles).operations.byLine) {
      const { kind, at, list, destination, source } = operation;
      if (list === undefined) {
        const section = analysis.model.sectionOf(at.placed);
        if (destination !== '' || section === undefined) continue;
        yield finding(destinationSpan(operation), 'single', { section: sectionText({ section, kind: 'install' }) });
      } else if (destination === '') yield finding(lineSpan(at), 'destination', { what: FIRST_VALUES[kind] });
      else if (kind === 'rename' && source === '') yield finding(lineSpan(at), 'source', {});
    }
  },
});

const FIRST_VALUES: Readonly<Record<FileOperationKind, string>> = {
  copy: 'the name under which the file is copied',
  delete: 'the file to delete',
  rename: 'the new name',
};
