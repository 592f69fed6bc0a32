import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allRules } from '../../server/src/rules/index.js';
import { findingsIn } from '../support/squiggle.js';

/** An example of the guide: what stands in a fence that begins with ```inf. */
interface Example {
  readonly tag: string;
  readonly text: string;
  readonly line: number;
}

const FENCE = /^```inf ?(.*)\n([\s\S]*?)^```$/gm;

function examplesOf(guide: string): Example[] {
  return [...guide.matchAll(FENCE)].map((match) => ({
    tag: match[1] ?? '',
    text: match[2] ?? '',
    line: guide.slice(0, match.index).split('\n').length,
  }));
}

suite('docs: the guide to DMA remapping', () => {
  const guide = readFileSync('docs/dma-remapping.md', 'utf8').replace(/\r\n/g, '\n');
  const examples = examplesOf(guide);

  test('has good and bad examples', () => {
    assert.ok(examples.some(({ tag }) => tag === 'good'));
    assert.ok(examples.some(({ tag }) => tag.startsWith('bad ')));
  });

  for (const { tag, text, line } of examples) {
    test(`the example in line ${String(line)} is ${tag}`, () => {
      const found = findingsIn(allRules, text);
      const [kind, rule] = tag.split(' ');
      assert.ok(kind === 'good' || (kind === 'bad' && rule !== undefined), `unknown tag: ${tag}`);
      assert.deepEqual(
        found.map((finding) => `${finding.rule}: ${finding.message}`),
        kind === 'good'
          ? []
          : found.filter((finding) => finding.rule === rule).map(({ message }) => `${String(rule)}: ${message}`),
      );
      assert.equal(found.length > 0, kind === 'bad');
    });
  }

  test('every link to a place in the page has one', () => {
    const places = new Set([...guide.matchAll(/^#+ (.*)$/gm)].map((match) => slugOf(match[1] ?? '')));
    const links = [...guide.matchAll(/\]\(#([^)]*)\)/g)].map((match) => match[1] ?? '');
    assert.deepEqual(
      links.filter((link) => !places.has(link)),
      [],
    );
  });

  test('every reference has a definition, and every definition is used', () => {
    const defined = [...guide.matchAll(/^\[([a-z0-9-]+)\]: https:\/\//gm)].map((match) => match[1]);
    const used = new Set([...guide.matchAll(/\]\[([a-z0-9-]+)\]/g)].map((match) => match[1]));
    assert.deepEqual([...used].sort(), [...defined].sort());
  });
});

/** The anchor that a heading gets. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replace(/ /g, '-');
}
