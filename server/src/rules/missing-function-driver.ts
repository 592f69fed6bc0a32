import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { Installation, OsVersion, Section } from '../model/types.js';
import { compareVersions } from '../model/versions.js';
import type { Analysis } from '../plan/analysis.js';
import { absolute } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { createDraft } from './fixes/draft.js';
import { addEntry } from './fixes/edit-values.js';
import { makeFix } from './fixes/fix.js';
import { makeFunctionDriver } from './fixes/service-flags.js';
import { defineRule } from './rule.js';
import { driverless } from './support/driverless.js';
import { fieldSpan, headerSpan, relatedHeader } from './support/places.js';
import { installedServices, serviceKind, type ServiceLine } from './support/services.js';

export default defineRule({
  name: 'missing-function-driver',
  summary: 'A device gets no function driver, and the INF does not say that it needs none.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    noSection: {
      text: '{devices} no function driver: [{install}] has no section [{services}].',
      infverif: 1296,
    },
    elsewhere: {
      text: '{devices} no function driver: for [{install}] Windows looks for [{services}], not for [{found}].',
      infverif: 1296,
    },
    noFlag: {
      text: '{devices} no function driver: no AddService of [{services}] has the flag 0x2.',
      infverif: 1296,
    },
    noSectionBefore1809: {
      text: '{devices} no function driver: [{install}] has no section [{services}].',
      infverif: 1296,
      severity: 'warning',
    },
    noFlagBefore1809: {
      text: '{devices} no function driver: no AddService of [{services}] has the flag 0x2.',
      infverif: 1296,
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    for (const { installation, section, stray } of analysis.once(driverless)) {
      const own = installation.companions.get('Services');
      const services = own?.name ?? `${section.name}.Services`;
      const args = { devices: devicesText(installation), install: section.name, services };
      const extras = { fixes: () => cures(analysis, installation, section) };
      const isOld = isBefore1809(installation);
      if (own !== undefined) {
        yield finding(
          flagsSpan(analysis, installation) ?? headerSpan(own),
          isOld ? 'noFlagBefore1809' : 'noFlag',
          args,
          extras,
        );
        continue;
      }
      if (stray === undefined) {
        yield finding(headerSpan(section), isOld ? 'noSectionBefore1809' : 'noSection', args, extras);
      } else {
        const related = [relatedHeader(section, 'This section installs the device.')];
        const fixes = () => [rename(stray, services), ...extras.fixes()];
        yield finding(headerSpan(stray), 'elsewhere', { ...args, found: stray.name }, { related, fixes });
      }
    }
  },
});

/** What lacks the flag where one AddService stands alone: its flags, or the service where it states none. */
function flagsSpan(analysis: Analysis, installation: Installation): Span | undefined {
  const [line, ...others] = analysis.once(installedServices)(installation);
  if (line === undefined || others.length > 0) return undefined;
  const { at, flagsField, nameField } = line;
  const field = flagsField === undefined || flagsField.value === '' ? nameField : flagsField;
  return field === undefined ? undefined : fieldSpan(at, field);
}

/** InfVerif calls it an error since this release only. Source: devtest/inf-validation-errors-and-warnings */
const WINDOWS_10_1809: OsVersion = { major: 10, minor: 0, build: 17763 };

function isBefore1809({ matches }: Installation): boolean {
  return matches.every(
    ({ target }) => target.until !== undefined && compareVersions(target.until, WINDOWS_10_1809) <= 0,
  );
}

function devicesText({ matches }: Installation): string {
  const ids = new Set(matches.map(({ device }) => device.ids[0]?.id ?? device.description));
  const [first = ''] = ids;
  return ids.size === 1 ? `${first} gets` : `${first} and ${String(ids.size - 1)} more get`;
}

function cures(analysis: Analysis, installation: Installation, section: Section): readonly Fix[] {
  const candidates = analysis
    .once(installedServices)(installation)
    .filter((line) => isCandidate(analysis, line));
  return [
    ...candidates.map((line) => makeFunctionDriver(line, `make-function-driver-${fold(line.name)}`)),
    sayNoDriver(analysis, installation, section),
  ];
}

function rename({ blocks, name }: Section, newName: string): Fix {
  const head = { action: 'rename-section', title: `Rename [${name}] to [${newName}]`, preferred: true };
  return makeFix(head, () =>
    blocks.flatMap((placed) => {
      const { header } = placed.block;
      return header === undefined ? [] : [{ span: absolute(placed, header.nameSpan), newText: newName }];
    }),
  );
}

/** Drivers, but no filters that the INF itself declares as such. */
function isCandidate(analysis: Analysis, { name, section }: ServiceLine): boolean {
  if (name === '' || section === undefined || serviceKind(analysis, section) !== 'driver') return false;
  return !analysis.entries.named('AddFilter').some(({ at }) => fold(at.line.fields[0]?.value ?? '') === fold(name));
}

function sayNoDriver({ model }: Analysis, { companions }: Installation, section: Section): Fix {
  const own = companions.get('Services');
  const name = `${section.name}.Services`;
  const where = own === undefined ? `in a new section [${name}]` : `in [${own.name}]`;
  const title = `Say that the device needs no function driver: AddService = ,2 ${where}`;
  return makeFix({ action: 'no-function-driver', title }, () => {
    const draft = createDraft(model);
    const home = section.blocks.at(-1);
    if (own !== undefined) addEntry(model, draft, own, 'AddService', ',2');
    else if (home !== undefined) draft.insertSections(home, [{ name, lines: ['AddService = ,2'] }]);
    return draft.edits();
  });
}
