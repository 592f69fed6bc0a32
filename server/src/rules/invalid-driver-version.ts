import type { Fix } from '../engine/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { absolute, type Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { versionFault, withFourParts } from './support/driver-ver.js';
import { isOpen } from './support/version-section.js';

export default defineRule({
  name: 'invalid-driver-version',
  summary: 'A version is not of the form w.x.y.z with parts from 0 to 65535.',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    form: {
      text: 'The version in {directive} is "{value}"; it has four numbers from 0 to 65535, parted by dots.',
      infverif: 1217,
    },
    parts: { text: 'The version {value} in {directive} has fewer than four numbers.', infverif: 1217 },
    large: { text: 'The version {value} in {directive} holds a number above 65535.', infverif: 1217 },
    zero: { text: 'The version in {directive} may not be {value}.', infverif: 1217 },
    missing: {
      text: 'DriverVer has no version; without it Windows cannot tell packages of the same date apart.',
      infverif: 1217,
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    for (const { entry, field, directive } of versionsIn(analysis)) {
      const { placed, line } = entry.at;
      const value = field === undefined ? '' : analysis.model.valueOf(field);
      if (field === undefined || value === '') {
        const date = line.fields[0];
        if (directive === 'DriverVer' && date !== undefined && date.value !== '') {
          yield finding(absolute(placed, date.span), 'missing', {});
        }
        continue;
      }
      if (isOpen(value)) continue;
      const span = absolute(placed, field.span);
      const fault = versionFault(value);
      const args = { value, directive };
      if (fault === 'form') yield finding(span, 'form', args);
      else if (fault === 'large') yield finding(span, 'large', args);
      else if (fault === 'zero') yield finding(span, 'zero', args);
      else if (fault === 'few-parts')
        yield finding(span, 'parts', args, { fixes: () => [addZeros(entry, field, value)] });
    }
  },
});

/** The versions that Windows compares part by part: where they stand in their directives. */
const VERSIONS = [
  { directive: 'DriverVer', position: 1 },
  { directive: 'SoftwareVersion', position: 0 },
] as const;

interface StatedVersion {
  readonly entry: Entry;
  readonly field: Field | undefined;
  readonly directive: string;
}

/** Without the DriverVer of a template's [Version], which the build stamps. Source: devtest/stampinf-command-options */
function* versionsIn({ entries, model }: Analysis): Generator<StatedVersion> {
  for (const { directive, position } of VERSIONS) {
    for (const entry of entries.named(directive)) {
      if (entry.kind === 'version' && model.isTemplate) continue;
      yield { entry, field: entry.at.line.fields[position], directive };
    }
  }
}

/** Windows reads missing parts as zeros, so writing them changes nothing. */
function addZeros({ at }: Entry, field: Field, value: string): Fix {
  const text = withFourParts(value);
  return makeFix(
    { action: 'add-zeros', title: `Write the version as ${text}`, safety: 'safe', preferred: true },
    () => [replaceField(at, field, text)],
  );
}
