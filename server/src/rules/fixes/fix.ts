import type { Fix } from '../../engine/types.js';
import type { TextEdit } from '../../text/span.js';

/** A fix whose edits are computed when somebody first asks for them: a list of titles needs none. */
export function makeFix(head: Omit<Fix, 'edits' | 'safety'>, compute: () => readonly TextEdit[]): Fix {
  let known: readonly TextEdit[] | undefined;
  return {
    ...head,
    safety: 'unsafe',
    get edits() {
      return (known ??= compute());
    },
  };
}
