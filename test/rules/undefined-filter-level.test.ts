import undefinedFilterLevel from '../../server/src/rules/undefined-filter-level.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

/** A filter at that level, in an INF that defines two levels. */
function filter(level: string, className = 'System', levels = 'Encryption, Monitoring'): string {
  return driver(
    `
    [Dev.NT.HW]
    AddReg = Levels
    [Levels]
    HKR,,UpperFilterLevels,0x00010000,${levels}
    [Dev.NT.Filters]
    AddFilter = Filter,, Filter_Inst
    [Filter_Inst]
    FilterLevel = ${level}
    `,
    { id: USB_DEVICE, className },
  );
}

suite('undefined-filter-level', () => {
  test('reports levels that the INF does not define', () => {
    rule(
      undefinedFilterLevel,
      filter(
        'Compression\n                  ~~~~~~~~~~~ undefined-filter-level No UpperFilterLevels or LowerFilterLevels value defines the level "Compression", so Windows leaves the filter out.',
      ),
    );
    rule(
      undefinedFilterLevel,
      filter(
        'Encrytion\n                  ~~~~~~~~~ undefined-filter-level No UpperFilterLevels or LowerFilterLevels value defines the level "Encrytion"; the nearest is Encryption.',
      ),
    );
  });

  test('reports an extension INF that defines levels', () => {
    rule(
      undefinedFilterLevel,
      filter(
        'Compression',
        'Extension',
        'Encryption\n         ~~~~~~~~~~~~~~~~~ undefined-filter-level UpperFilterLevels is for the base INF to define; an extension INF cannot.',
      ),
    );
  });

  test('accepts levels that the INF defines, or that another one may', () => {
    rule(undefinedFilterLevel, filter('monitoring'));
    rule(undefinedFilterLevel, filter('@LEVEL@'));
    rule(undefinedFilterLevel, filter('Compression\n    [Dev.NT]\n    Include = example.inf'));
  });

  test('changes a misspelt level', () => {
    fixed(undefinedFilterLevel, filter('Encrytion'), filter('Encryption'), 'rename-level');
  });
});
