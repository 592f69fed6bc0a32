import type { Fix } from '../engine/types.js';
import type { Line } from '../syntax/cst.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { createDraft } from './fixes/draft.js';
import { addEntry } from './fixes/edit-values.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { channelNumber, channelsIn, type ChannelNumber } from './support/event-channels.js';
import { fieldSpan, lineSpan } from './support/places.js';

/** Channel types. Source: install/inf-addeventprovider-directive */
const TYPE_NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'Admin'],
  [2, 'Operational'],
  [3, 'Analytic'],
  [4, 'Debug'],
]);
const FIRST_DIRECT_TYPE = 3;
/** LoggingRetention: keep what is written first. */
const SEQUENTIAL = 2;

export default defineRule({
  name: 'channel-setting-mismatch',
  summary: 'A setting of an event channel does not go with its type, or lacks the setting that it needs.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    type: {
      text: 'LoggingAutoBackup = {value} is for Admin and Operational channels only, and {channel} is of type {type} ({typeName}).',
      infverif: 1181,
    },
    retention: {
      text: 'LoggingAutoBackup = {value} needs LoggingRetention = 2 (sequential), not {retention}.',
      infverif: 1182,
    },
    noRetention: {
      text: 'LoggingAutoBackup = {value} needs LoggingRetention = 2 (sequential), which [{section}] does not state.',
      infverif: 1182,
    },
  },
  *check({ analysis, finding }) {
    const told = new Set<Line>();
    for (const { section, type = 0, name, entry } of analysis.once(channelsIn)) {
      const backup = section === undefined ? undefined : channelNumber(analysis, section, 'LoggingAutoBackup');
      const typeName = TYPE_NAMES.get(type);
      if (section === undefined || typeName === undefined || backup?.value !== 1) continue;
      if (told.has(backup.entry.at.line)) continue;
      told.add(backup.entry.at.line);
      const value = backup.value;
      const related = [{ span: lineSpan(entry.at), message: `The channel ${name} is added here.` }];
      const span = fieldSpan(backup.entry.at, backup.field);
      const retention = channelNumber(analysis, section, 'LoggingRetention');
      if (type >= FIRST_DIRECT_TYPE) {
        const extras = { related, fixes: () => [noBackup(backup)] };
        yield finding(span, 'type', { value, channel: name, type, typeName }, extras);
      } else if (retention === undefined && !states(analysis, section, 'LoggingRetention')) {
        const fixes = () => [addRetention(analysis, section), noBackup(backup)];
        yield finding(span, 'noRetention', { value, section: section.name }, { related, fixes });
      } else if (retention !== undefined && retention.value !== SEQUENTIAL) {
        const fixes = () => [setRetention(retention), noBackup(backup)];
        const place = fieldSpan(retention.entry.at, retention.field);
        yield finding(place, 'retention', { value, retention: retention.value }, { related, fixes });
      }
    }
  },
});

function states({ entries }: Analysis, section: Section, name: string): boolean {
  return entries.of(section, 'eventChannelInstall').some(({ directive }) => directive?.name === name);
}

function noBackup({ entry, field }: ChannelNumber): Fix {
  const head = { action: 'no-backup', title: 'Set LoggingAutoBackup to 0' };
  return makeFix(head, () => [replaceField(entry.at, field, '0')]);
}

function setRetention({ entry, field }: ChannelNumber): Fix {
  const head = { action: 'set-retention', title: 'Set LoggingRetention to 2 (sequential)', preferred: true };
  return makeFix(head, () => [replaceField(entry.at, field, String(SEQUENTIAL))]);
}

function addRetention({ model }: Analysis, section: Section): Fix {
  const head = { action: 'add-retention', title: 'Add LoggingRetention = 2 (sequential)', preferred: true };
  return makeFix(head, () => {
    const draft = createDraft(model);
    addEntry(model, draft, section, 'LoggingRetention', String(SEQUENTIAL));
    return draft.edits();
  });
}
