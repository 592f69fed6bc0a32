import assert from 'node:assert/strict';
import obsoleteBindToken from '../../server/src/rules/obsolete-bind-token.js';
import { driver } from '../support/snippet.js';
import { findingsIn, fixed, rule } from '../support/squiggle.js';

const NET = { className: 'Net' };
const line = (value: string, data: string) => `[Dev.NT]\nAddReg = Ndi\n[Ndi]\nHKR,Ndi\\Interfaces,${value},,${data}\n`;

suite('obsolete-bind-token', () => {
  test('reports bindings of old, alone and beside others', () => {
    rule(
      obsoleteBindToken,
      driver(
        `
        [Dev.NT]
        AddReg = Ndi
        [Ndi]
        HKR,Ndi\\Interfaces,UpperRange,,"ndis4"
                                        ~~~~~ obsolete-bind-token The binding ndis4 in UpperRange is obsolete; ndis5 takes its place.
        HKR, "ndi\\interfaces", LowerRange, 0, "ndis5, NDIS3,wan"
                                                      ~~~~~ obsolete-bind-token The binding NDIS3 in LowerRange is obsolete and adds nothing to the others.
        HKR,Ndi\\Interfaces,UpperRange,,ndis5_streams
                                       ~~~~~~~~~~~~~ obsolete-bind-token The binding ndis5_streams in UpperRange is obsolete.
        `,
        NET,
      ),
    );
  });

  test('is milder where another binding does the work', () => {
    const severity = (data: string) =>
      findingsIn([obsoleteBindToken], driver(line('UpperRange', data), NET))[0]?.severity;
    assert.equal(severity('"ndis4"'), 'error');
    assert.equal(severity('"ndis5,ndis4"'), 'warning');
  });

  test('is silent about bindings of today, own ones, other values and other classes', () => {
    for (const data of ['"ndis5"', 'ethernet', '"flpp4, flpp6"', '"mine4"', '@RANGE@']) {
      rule(obsoleteBindToken, driver(line('UpperRange', data), NET));
    }
    rule(obsoleteBindToken, driver(line('Other', 'ndis4'), NET));
    rule(obsoleteBindToken, driver(line('UpperRange', 'ndis4')));
  });

  test('replaces it, or takes it out of the list', () => {
    fixed(
      obsoleteBindToken,
      driver(line('UpperRange', '"ndis4"'), NET),
      driver(line('UpperRange', '"ndis5"'), NET),
      'set-token',
    );
    fixed(
      obsoleteBindToken,
      driver(line('LowerRange', '"ndis5, ndis4, mine"'), NET),
      driver(line('LowerRange', '"ndis5, mine"'), NET),
      'remove-token',
    );
    fixed(
      obsoleteBindToken,
      driver(line('LowerRange', '"ndis5, ndis4"'), NET),
      driver(line('LowerRange', '"ndis5"'), NET),
      'remove-token',
    );
  });
});
