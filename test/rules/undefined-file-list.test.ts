import undefinedFileList from '../../server/src/rules/undefined-file-list.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('undefined-file-list', () => {
  test('reports lines for lists that do not exist', () => {
    rule(
      undefinedFileList,
      driver(
        `
          [DestinationDirs]
          DefaultDestDir = 13
          Old_Files = 11
          ~~~~~~~~~ undefined-file-list There is no list Old_Files, so this line has no effect.
        `,
      ),
    );
  });

  test('names the list that may be meant, which goes to the default', () => {
    rule(
      undefinedFileList,
      driver(
        `
          [DestinationDirs]
          DefaultDestDir = 13
          Svc_Flies = 12
          ~~~~~~~~~ undefined-file-list There is no list Svc_Flies, so this line has no effect; the nearest is Svc_Files, whose files go to DefaultDestDir.
        `,
      ),
    );
  });

  test('is silent about lists, undefined ones that a directive names, and what a build names', () => {
    rule(
      undefinedFileList,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Missing_Files
          [DestinationDirs]
          DefaultDestDir = 13
          SVC_FILES = 13
          Missing_Files = 13
          $Name$_Files = 13
        `,
      ),
    );
  });

  test('leaves it to file-without-destination where there is no default', () => {
    rule(
      undefinedFileList,
      driver(
        `
          [DestinationDirs]
          Svc_Flies = 12
        `,
        { without: ['DefaultDestDir'] },
      ),
    );
  });

  test('removes the line', () => {
    fixed(
      undefinedFileList,
      driver(
        `
          [DestinationDirs]
          Svc_Files = 13
          Old_Files = 11 ; long gone
        `,
      ),
      driver(
        `
          [DestinationDirs]
          DefaultDestDir = 13
          Svc_Files = 13
        `,
      ),
      'remove-line',
    );
  });

  test('renames the line', () => {
    fixed(
      undefinedFileList,
      driver(
        `
          [DestinationDirs]
          Svc_Flies = 12
        `,
      ),
      driver(
        `
          [DestinationDirs]
          DefaultDestDir = 13
          Svc_Files = 12
        `,
      ),
      'rename-list',
    );
  });
});
