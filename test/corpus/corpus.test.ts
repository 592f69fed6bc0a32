import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings } from '../../server/src/config/settings.js';
import { createInfService } from '../../server/src/index.js';
import { decode } from '../../server/src/text/decode.js';
import { createSnapshot, placeAt } from '../../server/src/text/snapshot.js';

const CORPUS = process.env['INF_CORPUS'] ?? '';
/** Set to print every finding: `INF_CORPUS_PRINT=1`. */
const PRINT = process.env['INF_CORPUS_PRINT'] !== undefined;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(name);
    return /\.(inf|inx)$/i.test(entry.name) ? [name] : [];
  });
}

suite('real files', () => {
  test('are checked without failing, and files that are no driver INFs without findings', function () {
    if (CORPUS === '') {
      console.log('      skipped: INF_CORPUS names no folder of INF files');
      this.skip();
    }
    this.timeout(60_000);
    const service = createInfService();
    for (const file of filesBelow(CORPUS)) {
      const { text } = decode(readFileSync(file), 'windows-1252');
      const name = path.relative(CORPUS, file);
      const document = service.analyse(createSnapshot(`file:///${name}`, 1, text));
      const findings = service.check(document, defaultSettings()) ?? [];
      if (PRINT) {
        for (const { rule, message, span, severity } of findings) {
          console.log(`${name}:${placeAt(document.snapshot, span.start).line + 1} ${severity} ${rule} ${message}`);
        }
      }
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'internal-error').map(({ message }) => message),
        [],
        name,
      );
      if (/^(edk2|other)[\\/]/.test(name)) assert.deepEqual(findings, [], name);
      for (const finding of findings) finding.fixes();
    }
  });
});
