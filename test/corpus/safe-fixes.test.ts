import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fixableFindings } from '../../server/src/cli/fixables.js';
import { fixSource, type FixedSource } from '../../server/src/cli/fix-source.js';
import type { Source } from '../../server/src/cli/sources.js';
import { mergeSettings } from '../../server/src/config/settings.js';
import { applyFixes } from '../../server/src/engine/apply-fixes.js';
import type { Finding } from '../../server/src/engine/types.js';
import { createInfService } from '../../server/src/index.js';
import { modes, type Mode } from '../../server/src/language/infverif.js';
import { decode, type Decoded } from '../../server/src/text/decode.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { applyEdits, type TextEdit } from '../../server/src/text/span.js';

const CORPUS = process.env['INF_CORPUS'] ?? '';
/** Safe fixes alone. */
const SAFE = { rules: undefined, action: undefined };
/** Rounds that a file may need; `fixSource` gives up much later. */
const MOST_ROUNDS = 40;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(name);
    return /\.(inf|inx)$/i.test(entry.name) ? [name] : [];
  });
}

/** A file as the command line reads it, in a mode. */
function sourceOf(file: string, bytes: Uint8Array, mode: Mode): Source {
  const settings = mergeSettings([{ mode }]);
  const decoded = decode(bytes, settings.codePage);
  return {
    input: { file, path: file, isNamed: true },
    bytes,
    decoded,
    snapshot: createSnapshot(pathToFileURL(file).href, 1, decoded.text),
    settings,
    surroundings: { encoding: { name: decoded.encoding, hasBom: decoded.hasBom }, today: '2026-01-01' },
  };
}

type Find = (text: string) => readonly Finding[];

/** Looks at each text of a file once: the checks below ask for the same texts again and again. */
function finder(source: Source): Find {
  const service = createInfService();
  const known = new Map<string, readonly Finding[]>();
  return (text) => {
    const found = known.get(text) ?? fixableFindings(service, source, text, SAFE);
    known.set(text, found);
    return found;
  };
}

/** How many findings of each rule and message there are. */
function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, messageId } of findings) {
    const key = `${rule} ${messageId}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Findings that a text has more of than it had before. */
function added(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const known = countsOf(before);
  return [...countsOf(after)].flatMap(([key, count]) => (count > (known.get(key) ?? 0) ? [key] : []));
}

/** The bytes that the edits must lead to, worked out without the encoder of the product: all else is copied. */
function expectedBytes(find: Find, source: Source): Buffer {
  let bytes: Buffer = Buffer.from(source.bytes);
  let { decoded } = source;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { edits } = applyFixes(decoded.text, find, {});
    if (edits.length === 0) return bytes;
    for (const each of edits) {
      bytes = splice(bytes, decoded, each);
      decoded = { ...decoded, text: applyEdits(decoded.text, each) };
    }
  }
  return assert.fail(`${source.input.file}: fixing does not come to an end`);
}

function splice(bytes: Buffer, { text, encoding, hasBom }: Decoded, edits: readonly TextEdit[]): Buffer {
  const inBytes = (part: string): Buffer =>
    Buffer.from(part, encoding === 'utf-16le' ? 'utf16le' : encoding === 'utf-8' ? 'utf8' : 'latin1');
  const mark = hasBom ? (encoding === 'utf-8' ? 3 : 2) : 0;
  const place = (offset: number): number => mark + inBytes(text.slice(0, offset)).length;
  const parts: Buffer[] = [];
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    parts.push(bytes.subarray(at, place(span.start)), inBytes(newText));
    at = place(span.end);
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

function lineEndsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\r\n|\n|\r/g) ?? ['\r\n']);
}

function fix(find: Find, source: Source): FixedSource {
  const fixed = fixSource(source, find, {});
  return fixed.ok ? fixed.value : assert.fail(JSON.stringify(fixed.trouble));
}

/** The number of fixes that were applied. */
function checkFile(name: string, source: Source): number {
  const find = finder(source);
  const fixed = fix(find, source);
  if (fixed.applied.length === 0) {
    assert.ok(Buffer.from(fixed.bytes).equals(source.bytes), `${name} changes although nothing is fixed`);
    return 0;
  }
  const again = sourceOf(source.input.file, fixed.bytes, source.settings.mode);
  assert.equal(again.decoded.encoding, source.decoded.encoding, name);
  assert.equal(again.decoded.hasBom, source.decoded.hasBom, name);
  assert.equal(again.decoded.text, fixed.text, name);
  assert.ok(expectedBytes(find, source).equals(fixed.bytes), `${name} changes outside the edits`);
  const ends = lineEndsOf(source.decoded.text);
  assert.deepEqual(
    [...lineEndsOf(fixed.text)].filter((end) => !ends.has(end)),
    [],
    `${name} gets other line ends`,
  );
  assert.deepEqual(fix(find, again).applied, [], `${name} changes in the second run`);
  assert.deepEqual(added(find(source.decoded.text), find(fixed.text)), [], `${name} has more findings than before`);
  return fixed.applied.length;
}

suite('safe fixes of real files', () => {
  for (const mode of Object.keys(modes) as Mode[]) {
    test(`come to an end, add no finding and change nothing else in mode ${mode}`, function () {
      if (CORPUS === '') {
        console.log('      skipped: INF_CORPUS names no folder of INF files');
        this.skip();
      }
      this.timeout(60_000);
      let applied = 0;
      for (const file of filesBelow(CORPUS)) {
        applied += checkFile(path.relative(CORPUS, file), sourceOf(file, readFileSync(file), mode));
      }
      assert.notEqual(applied, 0, 'nothing was fixed at all');
    });
  }
});
