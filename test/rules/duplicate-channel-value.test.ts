import duplicateChannelValue from '../../server/src/rules/duplicate-channel-value.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

/** An event provider with those lines. */
function provider(lines: string): string {
  return driver(
    `[Dev.NT.Events]
AddEventProvider = {5f6e1f6e-0000-4000-8000-000000000000}, Provider_Inst
AddEventProvider = {5f6e1f6e-0000-4000-8000-000000000001}, Other_Inst
[Provider_Inst]
${lines}
`,
    { id: USB_DEVICE },
  );
}

suite('duplicate-channel-value', () => {
  test('reports two channels of one number', () => {
    rule(
      duplicateChannelValue,
      provider(
        [
          'AddChannel = Example/Admin, 1, Admin_Channel',
          'AddChannel = Example/Debug, 4, Debug_Channel',
          '[Admin_Channel]',
          'Value = 16',
          '[Debug_Channel]',
          'Value = 0x10',
          '        ~~~~ duplicate-channel-value The channel Example/Debug has Value = 16, which Example/Admin of the same provider has already.',
        ].join('\n'),
      ),
    );
  });

  test('reports two channels that share a section with a number', () => {
    rule(
      duplicateChannelValue,
      provider(
        [
          'AddChannel = Example/Admin, 1, Channel',
          'AddChannel = Example/Operational, 2, Channel',
          '                                     ~~~~~~~ duplicate-channel-value The channel Example/Operational takes Value = 16 from [Channel], as Example/Admin of the same provider does.',
          '[Channel]',
          'Value = 16',
        ].join('\n'),
      ),
    );
  });

  test('accepts different numbers, none, and the same in another provider', () => {
    rule(
      duplicateChannelValue,
      provider(
        `AddChannel = Example/Admin, 1, Admin_Channel
AddChannel = Example/Debug, 4, Debug_Channel
AddChannel = Example/Analytic, 3, Plain_Channel
AddChannel = Example/Operational, 2, Plain_Channel
[Other_Inst]
AddChannel = Other/Admin, 1, Admin_Channel
[Admin_Channel]
Value = 16
[Debug_Channel]
Value = 17
[Plain_Channel]
Enabled = 1`,
      ),
    );
  });
});
