import { setImmediate as nextTurn } from 'node:timers/promises';

/** A stretch of work longer than this lets other messages in between, in milliseconds. */
const SLICE = 10;

/**
 * Waits until no more messages of a burst are waiting to be read. The reader handles one message per turn of the event
 * loop; `count` tells how many were handled so far.
 */
export async function burstRead(count: () => number): Promise<void> {
  for (let before = -1; before !== count();) {
    before = count();
    await nextTurn();
  }
}

/**
 * Runs steps to the end, giving way to the event loop every 10 ms.
 * Answers their result, or `undefined` when `isStale` said after a pause that nobody wants it any more.
 */
export async function runInSlices<T>(steps: Generator<undefined, T>, isStale: () => boolean): Promise<T | undefined> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE) continue;
    await nextTurn();
    if (isStale()) return undefined;
    since = performance.now();
  }
}
