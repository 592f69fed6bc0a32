import assert from 'node:assert/strict';
import removingDirective from '../../server/src/rules/removing-directive.js';
import { driver } from '../support/snippet.js';
import { findingsIn, fixed, rule } from '../support/squiggle.js';

const body = `
  [Dev.NT]
  DelReg = Old_Values
  ~~~~~~ removing-directive DelReg takes something away; an INF may only add, and Windows itself clears up after it.
  DelFiles = Old_Files
  ~~~~~~~~ removing-directive DelFiles takes old.dll away; an INF may only add, and Windows itself clears up after it.

  [Dev.NT.Services]
  DelService = OldSvc
  ~~~~~~~~~~ removing-directive DelService takes the service OldSvc away; an INF may only add, and Windows itself clears up after it.

  [Old_Values]
  HKR,,Example

  [Old_Files]
  old.dll
  `;

suite('removing-directive', () => {
  test('reports what takes values, files and services away', () => {
    rule(removingDirective, driver(body));
  });

  test('is an error for universal drivers only', () => {
    const text = driver('[Dev.NT]\nDelReg = Old\n[Old]\nHKR,,B\n');
    const severity = (mode: 'h' | 'u' | 'k' | 'w') => findingsIn([removingDirective], text, { mode })[0]?.severity;
    assert.deepEqual(
      [severity('h'), severity('k'), severity('u'), severity('w')],
      ['warning', 'warning', 'error', 'error'],
    );
  });

  test('is silent about sections whose task it is', () => {
    rule(
      removingDirective,
      '[Version]\nSignature="$Windows NT$"\n[DefaultUninstall.NTamd64]\nLegacyUninstall=1\nDelFiles=D\n[DefaultUninstall.NTamd64.Services]\nLegacyUninstall=1\nDelService=S\n[D]\na.sys\n',
    );
    rule(removingDirective, driver('[Dev.NT.Remove.Services]\nDelService = Svc, 0x200\n', { className: 'NetService' }));
  });

  test('removes the line, its section and the folder of that', () => {
    fixed(
      removingDirective,
      driver('[Dev.NT]\nDelFiles = Old ; of version 1\n\n[Old]\nold.dll\n\n[DestinationDirs]\nOld = 11\n'),
      driver('[Dev.NT]\n\n[DestinationDirs]\n'),
      'remove-directive',
    );
    const shared = driver('[Dev.NT]\nDelFiles = Old\nCopyFiles = Old\n[Old]\nsvc.sys\n');
    fixed(removingDirective, shared, driver('[Dev.NT]\nCopyFiles = Old\n[Old]\nsvc.sys\n'), 'remove-directive');
  });
});
