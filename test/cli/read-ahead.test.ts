import assert from 'node:assert/strict';
import type { Input } from '../../server/src/cli/inputs.js';
import { readAhead } from '../../server/src/cli/read-ahead.js';

const inputs: readonly Input[] = Array.from({ length: 20 }, (_, index) => ({
  file: `${String(index)}.inf`,
  path: undefined,
  isNamed: false,
}));

suite('command line: reading ahead', () => {
  test('gives all inputs in their order, however long each takes to read', async () => {
    const turns = (input: Input): number => Number.parseInt(input.file, 10) % 3;
    const read = async (input: Input): Promise<string> => {
      for (let turn = turns(input); turn > 0; turn--) await Promise.resolve();
      return `read ${input.file}`;
    };
    const seen: string[] = [];
    for await (const one of readAhead(inputs, read)) {
      assert.equal(one.read, `read ${one.input.file}`);
      seen.push(one.input.file);
    }
    assert.deepEqual(
      seen,
      inputs.map(({ file }) => file),
    );
  });

  test('reads each input once, some before they are asked for, never all', async () => {
    const started: string[] = [];
    const read = (input: Input): Promise<undefined> => {
      started.push(input.file);
      return Promise.resolve(undefined);
    };
    for await (const one of readAhead(inputs, read)) {
      if (one.input.file !== '0.inf') continue;
      assert.ok(started.length > 1 && started.length < inputs.length, `${String(started.length)} started`);
    }
    assert.deepEqual(
      started,
      inputs.map(({ file }) => file),
    );
  });
});
