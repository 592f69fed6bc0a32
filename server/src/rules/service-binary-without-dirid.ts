import type { Fix } from '../engine/types.js';
import type { Analysis } from '../plan/analysis.js';
import { readServiceBinaries, type ServiceBinary } from '../plan/service-binaries.js';
import { placeMeant, setBinary } from './fixes/service-binary.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'service-binary-without-dirid',
  summary: 'The path of a service does not begin with a dirid.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    path: {
      text: 'ServiceBinary begins with a dirid, as in %13%\\driver.sys, and "{path}" does not.',
      infverif: 2085,
    },
  },
  *check({ analysis, finding }) {
    for (const binary of analysis.once(readServiceBinaries)) {
      if (binary.place !== undefined || binary.path === '') continue;
      const extras = { fixes: () => cures(analysis, binary) };
      yield finding(fieldSpan(binary.at, binary.field), 'path', { path: binary.path }, extras);
    }
  },
});

function cures(analysis: Analysis, binary: ServiceBinary): readonly Fix[] {
  const place = placeMeant(analysis, binary.path);
  return place === undefined ? [] : [setBinary(binary, place)];
}
