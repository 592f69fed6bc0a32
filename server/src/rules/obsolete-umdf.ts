import type { Fix } from '../engine/types.js';
import { umdf1Only, umdfSince } from '../language/wdf-versions.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import type { Field } from '../syntax/cst.js';
import { removeLineEdit } from './fixes/edit-values.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { entryName, fieldSpan, keySpan, lineSpan } from './support/places.js';

export default defineRule({
  name: 'obsolete-umdf',
  summary: 'A driver uses UMDF 1, or a directive that its version of UMDF does not read.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    directive: { text: '{directive} is for UMDF 1 only; this driver uses UMDF {version}.', infverif: 1401 },
    version: { text: 'UMDF {version} is deprecated: a driver is to use UMDF 2.', infverif: 1402 },
    newer: {
      text: '{directive} is read since UMDF {since}; the driver uses UMDF {version}.',
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    const { entries } = analysis;
    for (const { at, field, version, section } of versionsIn(analysis)) {
      if (version.major === 1) yield finding(fieldSpan(at, field), 'version', { version: version.text });
      if (version.major < 2) continue;
      for (const entry of entries.of(section, 'umdfServiceInstall')) {
        if (entry.directive === undefined || !umdf1Only.includes(entry.directive.name)) continue;
        const args = { directive: entryName(entry), version: version.text };
        const related = [{ span: lineSpan(at), message: 'The version is stated here.' }];
        yield finding(keySpan(entry.at), 'directive', args, { related, fixes: () => [removal(analysis, entry)] });
      }
    }
    for (const [name, [major, minor]] of Object.entries(umdfSince)) {
      for (const entry of entries.named(name)) {
        const version = versionFor(analysis, entry.section);
        if (version === undefined || isAtLeast(version, major, minor)) continue;
        const args = {
          directive: entryName(entry),
          since: `${String(major)}.${String(minor)}`,
          version: version.text,
        };
        yield finding(keySpan(entry.at), 'newer', args, { fixes: () => [removal(analysis, entry)] });
      }
    }
  },
});

interface UmdfVersion {
  readonly text: string;
  readonly major: number;
  readonly minor: number;
}

/** `2.15.0`, or nothing for what a build puts in. */
function readVersion(text: string): UmdfVersion | undefined {
  const match = /^(\d{1,5})\.(\d{1,5})(?:\.\d{1,5})?$/.exec(text);
  return match === null ? undefined : { text, major: Number(match[1]), minor: Number(match[2]) };
}

interface StatedVersion {
  readonly at: Entry['at'];
  readonly field: Field;
  readonly version: UmdfVersion;
  readonly section: Section;
}

function versionsIn({ model, entries }: Analysis): readonly StatedVersion[] {
  return entries.named('UmdfLibraryVersion').flatMap(({ at, section }) => {
    const [field] = at.line.fields;
    const version = field === undefined ? undefined : readVersion(model.valueOf(field));
    return field === undefined || version === undefined ? [] : [{ at, field, version, section }];
  });
}

/** The highest version among the drivers of a .Wdf section; nothing where one of them is not known. */
function versionFor(analysis: Analysis, wdf: Section): UmdfVersion | undefined {
  const { entries, model } = analysis;
  const drivers = entries.of(wdf, 'installWdf').filter(({ directive }) => directive?.name === 'UmdfService');
  const versions = drivers.map(({ at }) => {
    const field = at.line.fields[1];
    const section = field === undefined ? undefined : model.sectionNamed(model.valueOf(field));
    return versionsIn(analysis).find((one) => one.section === section)?.version;
  });
  if (versions.includes(undefined)) return undefined;
  return versions.flatMap((one) => one ?? []).toSorted((a, b) => b.major - a.major || b.minor - a.minor)[0];
}

function isAtLeast(version: UmdfVersion, major: number, minor: number): boolean {
  return version.major > major || (version.major === major && version.minor >= minor);
}

function removal({ model }: Pick<Analysis, 'model'>, entry: Entry): Fix {
  const title = `Remove ${entryName(entry)}`;
  return makeFix({ action: 'remove-entry', title }, () => [removeLineEdit(model, entry.at)]);
}
