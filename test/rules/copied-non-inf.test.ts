import copiedNonInf from '../../server/src/rules/copied-non-inf.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('copied-non-inf', () => {
  test('reports files that are no INF', () => {
    rule(
      copiedNonInf,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyINF = function.inf, driver.sys
                                  ~~~~~~~~~~ copied-non-inf CopyINF brings in driver packages by their INF, and "driver.sys" is none.
          CopyINF = readme
                    ~~~~~~ copied-non-inf CopyINF brings in driver packages by their INF, and "readme" is none.
        `,
      ),
    );
  });

  test('takes INF files and what a build names', () => {
    rule(
      copiedNonInf,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyINF = Function.INF, sub\\other.inf, $Name$, %Third%
          [Strings]
          Vendor = "Example"
          Device = "Example device"
          Disk = "Example disk"
          Third = "third.inf"
        `,
      ),
    );
  });
});
