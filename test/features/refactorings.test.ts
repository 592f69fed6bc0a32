import assert from 'node:assert/strict';
import { createInfService } from '../../server/src/index.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { applyEdits } from '../../server/src/text/span.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { readSnippet } from '../support/snippet.js';

/** What is offered at `<|>`, as titles, and what the first of it makes of the text. */
function offered(template: string, today?: string): { readonly titles: readonly string[]; readonly after: string } {
  const { text, cursor = 0 } = readSnippet(driver(template, { id: USB_DEVICE }));
  const service = createInfService([]);
  const surroundings = today === undefined ? {} : { today };
  const document = service.analyse(createSnapshot('file:///test.inf', 1, text), undefined, surroundings);
  const fixes = service.refactorings(document, { start: cursor, end: cursor });
  return { titles: fixes.map(({ title }) => title), after: applyEdits(text, fixes[0]?.edits ?? []) };
}

suite('refactorings', () => {
  test('offers the present day on DriverVer, and keeps the version', () => {
    const { titles, after } = offered(
      `
      [Version]
      Driver<|>Ver = 01/01/2025, 1.2.3.4 ; released
      `,
      '2026-11-20',
    );
    assert.deepEqual(titles, ['Set the date of DriverVer to today, 11/20/2026']);
    assert.match(after, /^DriverVer = 11\/20\/2026, 1\.2\.3\.4 ; released$/m);
  });

  test('offers no day where it is stated already, elsewhere, or where nobody knows it', () => {
    const stated = '[Version]\nDriver<|>Ver = 11/20/2026,1.0.0.0\n';
    assert.deepEqual(offered(stated, '2026-11-20').titles, []);
    assert.deepEqual(offered(stated).titles, []);
    assert.deepEqual(
      offered('[Version]\nDriverVer = 01/01/2025,1.0.0.0\nPnp<|>Lockdown = 1\n', '2026-11-20').titles,
      [],
    );
  });
});
