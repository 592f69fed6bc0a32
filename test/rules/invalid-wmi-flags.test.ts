import invalidWmiFlags from '../../server/src/rules/invalid-wmi-flags.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const GUID = '{5f6e1f6e-0000-4000-8000-000000000000}';

/** A WMI class with those values behind its GUID. */
function wmi(values: string): string {
  return driver(`[Dev.NT.WMI]\nWMIInterface = ${GUID}, ${values}\n[Wmi_Security]\n`, { id: USB_DEVICE });
}

suite('invalid-wmi-flags', () => {
  test('reports other flags than 1', () => {
    const place = ' '.repeat(`WMIInterface = ${GUID}, `.length);
    const tell = (value: string): string =>
      `${value}, Wmi_Security\n${place}${'~'.repeat(value.length)} invalid-wmi-flags The flags of WMIInterface are 0 or 1, not ${value}: 1 replaces a security descriptor that exists.`;
    rule(invalidWmiFlags, wmi(tell('0x3')));
    rule(invalidWmiFlags, wmi(tell('SCWMI_CLOBBER_SECURITY')));
  });

  test('accepts 0, 1, nothing, and a line without flags', () => {
    for (const values of [
      '0, Wmi_Security',
      '0x1, Wmi_Security',
      ', Wmi_Security',
      'Wmi_Security',
      '@F@, Wmi_Security',
    ]) {
      rule(invalidWmiFlags, wmi(values));
    }
  });

  test('drops the bits that nothing stands for', () => {
    fixed(invalidWmiFlags, wmi('0x3, Wmi_Security'), wmi('1, Wmi_Security'), 'set-value');
    fixed(invalidWmiFlags, wmi('SCWMI_CLOBBER_SECURITY, Wmi_Security'), wmi('1, Wmi_Security'), 'set-value');
  });
});
