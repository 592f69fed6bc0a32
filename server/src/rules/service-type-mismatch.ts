import type { Fix } from '../engine/types.js';
import { serviceSettings } from '../language/service-settings.js';
import { readNumber } from '../model/numbers.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { removeLineEdit } from './fixes/edit-values.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { entryName, fieldSpan, keySpan, lineSpan } from './support/places.js';
import { FUNCTION_DRIVER, serviceKind, serviceLines, settingOf, type Setting } from './support/services.js';

export default defineRule({
  name: 'service-type-mismatch',
  summary: 'A setting of a service does not go with its ServiceType.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    driver: {
      text: '{entry} is for Win32 services only, and ServiceType = {type} makes [{section}] a driver.',
      infverif: 1252,
    },
    win32: {
      text: '{entry} = {value} is for drivers only, and ServiceType = {type} makes [{section}] a Win32 service.',
      infverif: 1252,
    },
    functionDriver: {
      text: '{service} is made the function driver of a device (flag 0x2), but ServiceType = {type} makes it a Win32 service.',
      infverif: 1252,
    },
    autoStart: {
      text: 'StartType = {value} is not for {service}, a function driver: Windows starts it when its device appears (3).',
      severity: 'info',
    },
  },
  *check({ analysis, finding }) {
    for (const section of analysis.once(installedServices)) {
      const kind = serviceKind(analysis, section);
      const type = settingOf(analysis, section, 'ServiceType');
      if (kind === undefined || type === undefined) continue;
      const related = [{ span: lineSpan(type.entry.at), message: 'The type of the service is stated here.' }];
      for (const setting of foreignSettings(analysis, section, kind)) {
        const { at } = setting.entry;
        const args = { entry: entryName(setting.entry), value: setting.value, type: type.value, section: section.name };
        const extras = { related, fixes: () => [cure(analysis, setting)] };
        yield finding(setting.isValue ? fieldSpan(at, setting.field) : keySpan(at), kind, args, extras);
      }
    }
    const told = new Set<unknown>();
    for (const { at, name, flags = 0, flagsField, section } of analysis.once(serviceLines)) {
      if ((flags & FUNCTION_DRIVER) === 0 || name === '' || section === undefined) continue;
      // Without a device, as in [DefaultInstall.Services], the flag means nothing.
      if (analysis.model.sectionOf(at.placed)?.kinds.has('installServices') !== true) continue;
      const kind = serviceKind(analysis, section);
      const start = settingOf(analysis, section, 'StartType');
      if (kind === 'win32') {
        const type = settingOf(analysis, section, 'ServiceType')?.value ?? '';
        const span = flagsField === undefined ? lineSpan(at) : fieldSpan(at, flagsField);
        yield finding(span, 'functionDriver', { service: name, type });
      } else if (kind === 'driver' && start !== undefined && readNumber(start.value) === AUTO_START) {
        if (told.has(start.entry.at.line)) continue;
        told.add(start.entry.at.line);
        const extras = { fixes: () => [startOnDemand(start)] };
        yield finding(
          fieldSpan(start.entry.at, start.field),
          'autoStart',
          { service: name, value: start.value },
          extras,
        );
      }
    }
  },
});

/** SERVICE_AUTO_START. Source: install/inf-addservice-directive */
const AUTO_START = 2;

/** The service-install sections of the file, once each. */
function installedServices({ entries }: Analysis): ReadonlySet<Section> {
  return new Set(entries.inKind('serviceInstall').map(({ section }) => section));
}

interface ForeignSetting extends Setting {
  /** Whether the value alone is at fault. */
  readonly isValue: boolean;
}

function* foreignSettings(analysis: Analysis, section: Section, kind: 'driver' | 'win32'): Generator<ForeignSetting> {
  for (const { entry, only, values } of serviceSettings) {
    const setting = only === kind ? undefined : settingOf(analysis, section, entry);
    if (setting === undefined) continue;
    if (values === undefined) yield { ...setting, isValue: false };
    else if (values.includes(readNumber(setting.value) ?? -1)) yield { ...setting, isValue: true };
  }
}

function cure({ model }: Analysis, setting: ForeignSetting): Fix {
  if (setting.isValue) return startOnDemand(setting);
  const name = entryName(setting.entry);
  return makeFix({ action: 'remove-entry', title: `Remove ${name}` }, () => [removeLineEdit(model, setting.entry.at)]);
}

function startOnDemand({ entry, field }: Setting): Fix {
  const head = { action: 'start-on-demand', title: 'Start it on demand (StartType = 3)', preferred: true };
  return makeFix(head, () => [replaceField(entry.at, field, '3')]);
}
