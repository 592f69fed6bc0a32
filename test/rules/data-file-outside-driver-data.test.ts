import dataFileOutsideDriverData from '../../server/src/rules/data-file-outside-driver-data.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('data-file-outside-driver-data', () => {
  test('reports logs elsewhere', () => {
    rule(
      dataFileOutsideDriverData,
      driver(
        `
          [Dev.NT.Events]
          AddAutoLogger = Session, {11111111-2222-3333-4444-555555555555}, Log
          AddAutoLogger = Second, {11111111-2222-3333-4444-555555555556}, Log2
          [Log]
          FileName = C:\\Logs\\session.etl
                     ~~~~~~~~~~~~~~~~~~~ data-file-outside-driver-data The log lies below %DriverData%, written %%DriverData%%, and "C:\\Logs\\session.etl" is elsewhere.
          [Log2]
          FileName = %%SystemRoot%%\\session.etl
                     ~~~~~~~~~~~~~~~~~~~~~~~~~~ data-file-outside-driver-data The log lies below %DriverData%, written %%DriverData%%, and "%SystemRoot%\\session.etl" is elsewhere.
        `,
      ),
    );
  });

  test('takes %DriverData% and what a build decides', () => {
    rule(
      dataFileOutsideDriverData,
      driver(
        `
          [Dev.NT.Events]
          AddAutoLogger = Session, {11111111-2222-3333-4444-555555555555}, Log
          AddAutoLogger = Second, {11111111-2222-3333-4444-555555555556}, Log2
          [Log]
          FileName = %%DriverData%%\\Vendor\\session.etl
          [Log2]
          FileName = %Folder%\\session.etl
        `,
      ),
    );
  });

  test('writes the log below %DriverData%', () => {
    fixed(
      dataFileOutsideDriverData,
      driver(
        `
          [Dev.NT.Events]
          AddAutoLogger = Session, {11111111-2222-3333-4444-555555555555}, Log
          [Log]
          FileName = C:\\Logs\\session.etl
        `,
      ),
      driver(
        `
          [Dev.NT.Events]
          AddAutoLogger = Session, {11111111-2222-3333-4444-555555555555}, Log
          [Log]
          FileName = %%DriverData%%\\session.etl
        `,
      ),
      'move-below-driver-data',
    );
  });
});
