import exclusiveDirectives from '../../server/src/rules/exclusive-directives.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const BOTH = driver(
  `
  [Dev.NT.Filters]
  AddFilter = Svc,, Filter
  [Filter]
  FilterLevel = Example
  FilterPosition = Upper
  `,
  options,
);

suite('exclusive-directives', () => {
  test('reports the second of two', () => {
    rule(
      exclusiveDirectives,
      driver(
        `
        [Dev.NT.Filters]
        AddFilter = Svc,, Filter
        [Filter]
        FilterLevel = Example
        FilterPosition = Upper
        ~~~~~~~~~~~~~~ exclusive-directives FilterPosition and FilterLevel in filter-install section [Filter] exclude each other: one of them is ignored.
        `,
        options,
      ),
    );
  });

  test('takes one of them in each section', () => {
    rule(
      exclusiveDirectives,
      driver(
        `
        [Dev.NT.Filters]
        AddFilter = Svc,, Filter
        AddFilter = Other,, Filter2
        [Filter]
        FilterLevel = Example
        [Filter2]
        FilterPosition = Upper
        `,
        options,
      ),
    );
  });

  test('removes either', () => {
    fixed(exclusiveDirectives, BOTH, BOTH.replace('FilterPosition = Upper\n', ''), 'remove-filterposition');
    fixed(exclusiveDirectives, BOTH, BOTH.replace('FilterLevel = Example\n', ''), 'remove-filterlevel');
  });
});
