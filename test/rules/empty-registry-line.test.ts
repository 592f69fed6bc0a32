import emptyRegistryLine from '../../server/src/rules/empty-registry-line.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('empty-registry-line', () => {
  test('reports a root without anything', () => {
    rule(
      emptyRegistryLine,
      driver(
        `
        [Dev.NT]
        AddReg = Dev_Reg
        [Dev_Reg]
        HKR ; all
        ~~~ empty-registry-line This line names the root HKR and nothing else, so it adds neither a key nor a named value.
        HKLM,,
        ~~~~~~ empty-registry-line This line names the root HKLM and nothing else, so it adds neither a key nor a named value.
        HKR,"",,0x0
        ~~~~~~~~~~~ empty-registry-line This line names the root HKR and nothing else, so it adds neither a key nor a named value.
        `,
        options,
      ),
    );
  });

  test('takes keys, named and unnamed values, and what deletes', () => {
    rule(
      emptyRegistryLine,
      driver(
        `
        [Dev.NT]
        AddReg = Dev_Reg, Both_Reg
        DelReg = Del_Reg, Both_Reg
        [Dev_Reg]
        HKR,Sub
        HKR,,Name
        HKR,,,,
        HKR,,,,"text"
        HKR,,,0x4
        HKR,$KEY$
        HKR,%Nobody%
        [Del_Reg]
        HKR
        [Both_Reg]
        HKR
        `,
        options,
      ),
    );
  });

  test('removes the line, and with the last one its section', () => {
    const reg = (lines: string): string => driver(`[Dev.NT]\nAddReg = Dev_Reg\n[Dev_Reg]\n${lines}\n`, options);
    fixed(emptyRegistryLine, reg('HKR\nHKR,,Name,,1'), reg('HKR,,Name,,1'), 'remove-line');
    const other = (lines: string): string => driver(`[Dev.NT]\n${lines}\n`, options);
    fixed(emptyRegistryLine, other('AddReg = Dev_Reg\n\n[Dev_Reg]\nHKR\n'), other(''), 'remove-line');
  });
});
