import { fold } from '../language/fold.js';
import type { Analysis } from '../plan/analysis.js';
import { defineRule } from './rule.js';
import { readInclusions } from './support/needs.js';
import { headerSpan } from './support/places.js';

export default defineRule({
  name: 'included-section-name',
  summary: 'A section of this file has the name of a section of an included file.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    taken: {
      text: '{file}, which this file includes, has a section [{section}], too: Windows may take one for the other.',
      infverif: 2008,
    },
  },
  *check({ analysis, finding }) {
    for (const [name, file] of namesTaken(analysis)) {
      const section = analysis.model.sectionNamed(name);
      if (section !== undefined) yield finding(headerSpan(section), 'taken', { file, section: section.name });
    }
  },
});

/** Folded names of the sections of the included files, with the file; the table does not know all. */
function namesTaken(analysis: Analysis): ReadonlyMap<string, string> {
  const { inbox } = analysis.once(readInclusions);
  return new Map(inbox.flatMap(({ file, sections }) => sections.map((name) => [fold(name), file] as const)));
}
