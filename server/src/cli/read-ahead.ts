import type { Input } from './inputs.js';

/** So many inputs are being read while one is checked: enough that the disk is never waited for. */
const INPUTS_AHEAD = 8;

/**
 * Gives the inputs in their order, each with what `read` answers for it; `read` is called ahead of need and must not
 * reject.
 */
export async function* readAhead<T>(
  inputs: readonly Input[],
  read: (input: Input) => Promise<T>,
): AsyncGenerator<{ readonly input: Input; readonly read: T }, void, undefined> {
  const under: Promise<T>[] = [];
  for (const [index, input] of inputs.entries()) {
    while (under.length <= INPUTS_AHEAD) {
      const next = inputs[index + under.length];
      if (next === undefined) break;
      under.push(read(next));
    }
    const first = under.shift();
    if (first !== undefined) yield { input, read: await first };
  }
}
