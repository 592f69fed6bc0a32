import duplicateData from '../../server/src/rules/duplicate-data.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('duplicate-data', () => {
  test('reports what is defined twice in a section', () => {
    rule(
      duplicateData,
      driver(
        `
        [Dev.NT.Components]
        AddComponent = Control,, Control_Inst
        AddComponent = control,, Other_Inst
                       ~~~~~~~ duplicate-data AddComponent defines the name "control" a second time in DDInstall.Components [Dev.NT.Components], so Windows may skip this line.
        [Control_Inst]
        ComponentIDs = Example
        [Other_Inst]
        ComponentIDs = Other
        [Dev.NT.Interfaces]
        AddInterface = {11111111-2222-3333-4444-555555555555}, Wave
        AddInterface = {11111111-2222-3333-4444-555555555555}, Wave
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ duplicate-data AddInterface defines the interface class "{11111111-2222-3333-4444-555555555555}, Wave" a second time in DDInstall.Interfaces [Dev.NT.Interfaces], so Windows may skip this line.
        `,
        options,
      ),
    );
  });

  test('takes the same class with another reference string, and devices without function driver', () => {
    rule(
      duplicateData,
      driver(
        `
        [Dev.NT.Interfaces]
        AddInterface = {11111111-2222-3333-4444-555555555555}, Wave
        AddInterface = {11111111-2222-3333-4444-555555555555}, Topology
        AddInterface = {11111111-2222-3333-4444-555555555556}, Wave
        `,
        options,
      ),
    );
  });

  test('cures it by remove-duplicate', () => {
    const line = 'AddInterface = {11111111-2222-3333-4444-555555555555}\n';
    const before = driver(`[Dev.NT.Interfaces]\n${line}${line}`, options);
    fixed(duplicateData, before, before.replace(line, ''), 'remove-duplicate');
  });
});
