import missingFileName from '../../server/src/rules/missing-file-name.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('missing-file-name', () => {
  test('reports lines without a file', () => {
    rule(
      missingFileName,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = @
                      ~ missing-file-name No file name follows the @ in DDInstall [Dev.NT].
          DelFiles = Old_Files
          RenFiles = Other_Files
          [Svc_Files]
          svc.sys
          ,source.dll
          ~~~~~~~~~~~ missing-file-name The line names no file: its first value is the name under which the file is copied.
          [Old_Files]
          ,,,1
          ~~~~ missing-file-name The line names no file: its first value is the file to delete.
          [Other_Files]
          new.dll
          ~~~~~~~ missing-file-name The line names no file to be renamed: its second value is the old name.
          ,old.dll
          ~~~~~~~~ missing-file-name The line names no file: its first value is the new name.
        `,
      ),
    );
  });

  test('takes complete lines', () => {
    rule(
      missingFileName,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = @single.dll
          DelFiles = Old_Files
          RenFiles = Other_Files
          [Svc_Files]
          svc.sys
          a.dll,,,2
          [Old_Files]
          old.dll
          [Other_Files]
          new.dll,old.dll
        `,
      ),
    );
  });
});
