import assert from 'node:assert/strict';
import { pageText } from '../../server/src/report/page-text.js';
import { plain } from '../../server/src/report/paint.js';

suite('rule page in the terminal', () => {
  test('drops marks of headings, code, emphasis and comments', () => {
    const page = '<!-- generated -->\n# `some-rule`\n<!-- a\nb -->\n\nIt **must** be `HKR`.\n';
    assert.equal(pageText(page, plain), 'some-rule\n\nIt must be HKR.\n');
  });

  test('indents examples and says which are faulty', () => {
    const page = 'Text\n\n```inf bad\n[A]\nx = **y**\n```\n\n```inf good\n[A]\n```\n';
    assert.equal(pageText(page, plain), 'Text\n\n    Faulty:\n    [A]\n    x = **y**\n\n    Right:\n    [A]\n');
  });

  test('writes out addresses of links', () => {
    assert.equal(
      pageText('See [the `page`](https://example.org/x).\n', plain),
      'See the page (https://example.org/x).\n',
    );
  });

  test('makes links to neighbouring pages whole', () => {
    const text = pageText('See [other](other-rule.md) and [guide](../dma-remapping.md#values).', plain);
    assert.match(text, /other \(https:\/\/\S+\/docs\/rules\/other-rule\.md\)/);
    assert.match(text, /guide \(https:\/\/\S+\/docs\/dma-remapping\.md#values\)/);
  });

  test('keeps what stands in code', () => {
    assert.equal(pageText('`a_b**c` and \\[x\\]', plain), 'a_b**c and [x]\n');
  });

  test('takes time in proportion to the length of any text', () => {
    const started = performance.now();
    for (const piece of ['[', '<!--', '`', '](', '|-', '**']) pageText(piece.repeat(20_000), plain);
    assert.ok(performance.now() - started < 3000);
  });
});
