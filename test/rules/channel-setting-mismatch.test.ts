import channelSettingMismatch from '../../server/src/rules/channel-setting-mismatch.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

/** A channel of that type with those settings. */
function channel(type: number, settings: string): string {
  return driver(
    `[Dev.NT.Events]
AddEventProvider = {5f6e1f6e-0000-4000-8000-000000000000}, Provider_Inst
[Provider_Inst]
AddChannel = Example/Log, ${String(type)}, Log_Channel
[Log_Channel]
${settings}
`,
    { id: USB_DEVICE },
  );
}

suite('channel-setting-mismatch', () => {
  test('reports backups of channels that have none', () => {
    rule(
      channelSettingMismatch,
      channel(
        3,
        'LoggingAutoBackup = 1\n                    ~ channel-setting-mismatch LoggingAutoBackup = 1 is for Admin and Operational channels only, and Example/Log is of type 3 (Analytic).\nLoggingRetention = 1',
      ),
    );
  });

  test('reports backups without sequential logs', () => {
    rule(
      channelSettingMismatch,
      channel(
        1,
        'LoggingAutoBackup = 1\nLoggingRetention = 0x1\n                   ~~~ channel-setting-mismatch LoggingAutoBackup = 1 needs LoggingRetention = 2 (sequential), not 1.',
      ),
    );
    rule(
      channelSettingMismatch,
      channel(
        2,
        'LoggingAutoBackup = 1\n                    ~ channel-setting-mismatch LoggingAutoBackup = 1 needs LoggingRetention = 2 (sequential), which [Log_Channel] does not state.',
      ),
    );
  });

  test('accepts sequential logs, no backups, and what a build puts in', () => {
    rule(channelSettingMismatch, channel(1, 'LoggingAutoBackup = 1\nLoggingRetention = 2'));
    rule(channelSettingMismatch, channel(4, 'LoggingAutoBackup = 0'));
    rule(channelSettingMismatch, channel(1, 'LoggingAutoBackup = 1\nLoggingRetention = @MODE@'));
    rule(channelSettingMismatch, channel(7, 'LoggingAutoBackup = 1'));
  });

  test('makes the log sequential, or drops the backup', () => {
    const before = channel(1, 'LoggingAutoBackup = 1');
    fixed(channelSettingMismatch, before, channel(1, 'LoggingAutoBackup = 0'), 'no-backup');
    fixed(
      channelSettingMismatch,
      channel(1, 'LoggingAutoBackup = 1\nLoggingRetention = 1'),
      channel(1, 'LoggingAutoBackup = 1\nLoggingRetention = 2'),
      'set-retention',
    );
    fixed(channelSettingMismatch, before, channel(1, 'LoggingAutoBackup = 1\nLoggingRetention = 2'), 'add-retention');
  });
});
