import { fold } from '../language/fold.js';
import { sampleServices, sampleServicesOfLogs } from '../language/reserved-services.js';
import type { Entry } from '../plan/entries.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

const SAMPLES: ReadonlySet<string> = new Set(sampleServices.map(fold));
const SAMPLES_OF_LOGS: ReadonlySet<string> = new Set(sampleServicesOfLogs.map(fold));

export default defineRule({
  name: 'reserved-service-name',
  summary: "A service has the name of one of Microsoft's sample drivers.",
  severity: 'by-mode',
  fix: 'none',
  messages: {
    sample: {
      text: 'The service name "{name}" is that of a Microsoft sample, which no other driver may have.',
      infverif: 1017,
    },
    reserved: {
      text: 'The service name "{name}" is reserved for a Microsoft sample; no other driver may have it.',
      infverif: 1293,
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    for (const { at } of DIRECTIVES.flatMap((name): readonly Entry[] => entries.named(name))) {
      const [field] = at.line.fields;
      if (field === undefined || field.value === '') continue;
      const name = model.valueOf(field);
      const folded = fold(name);
      if (SAMPLES_OF_LOGS.has(folded)) yield finding(fieldSpan(at, field), 'reserved', { name });
      else if (SAMPLES.has(folded)) yield finding(fieldSpan(at, field), 'sample', { name });
    }
  },
});

/** The directives that give a service its name. */
const DIRECTIVES: readonly string[] = ['AddService', 'KmdfService', 'UmdfService'];
