import filterWithoutClass from '../../server/src/rules/filter-without-class.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

const SERVICE = { className: 'NetService' };

suite('filter-without-class', () => {
  test('reports a modifying filter without a class', () => {
    rule(
      filterWithoutClass,
      driver(
        `
        [Dev.NT]
        AddReg = Ndi
        [Ndi]
        HKR,Ndi,Service,,"Svc"
        HKR,Ndi,FilterType,0x00010001,2
                                      ~ filter-without-class FilterType 2 makes this a modifying filter, which needs a FilterClass: that decides its place in the stack.
        `,
        SERVICE,
      ),
    );
  });

  test('reports a malformed class', () => {
    rule(
      filterWithoutClass,
      driver(
        `
        [Dev.NT]
        AddReg = Ndi
        [Ndi]
        HKR,Ndi,FilterClass,,"load balance"
                             ~~~~~~~~~~~~~~ filter-without-class The filter class "load balance" may hold letters, digits and underscores only.
        `,
        SERVICE,
      ),
    );
  });

  test('is silent about classified and monitoring filters and about other classes of devices', () => {
    const type = (number: number) => `HKR,Ndi,FilterType,0x00010001,${String(number)}\n`;
    const sections = '[Dev.NT]\nAddReg = Ndi, More\n[More]\nHKR,Ndi,Service,,Svc\n';
    rule(filterWithoutClass, driver(`${sections}HKR,Ndi,FilterClass,,compression\n[Ndi]\n${type(2)}`, SERVICE));
    rule(filterWithoutClass, driver(`${sections}[Ndi]\n${type(1)}`, SERVICE));
    rule(filterWithoutClass, driver(`${sections}[Ndi]\n${type(2)}`));
  });

  test('adds the class for filters that belong nowhere else', () => {
    const lines = '[Dev.NT]\nAddReg = Ndi\n[Ndi]\nHKR, Ndi,FilterType,0x00010001 ,0x00000002\n';
    fixed(
      filterWithoutClass,
      driver(lines, SERVICE),
      driver(`${lines}HKR, Ndi, FilterClass,, custom\n`, SERVICE),
      'add-filter-class',
    );
  });
});
