import type { Fix } from '../../engine/types.js';
import type { TextEdit } from '../../text/span.js';

/** What a fix is called; `unsafe` unless it says otherwise. */
type FixHead = Omit<Fix, 'edits' | 'safety'> & Partial<Pick<Fix, 'safety'>>;

/** A fix whose edits are computed when somebody first asks for them: a list of titles needs none. */
export function makeFix(head: FixHead, compute: () => readonly TextEdit[]): Fix {
  let known: readonly TextEdit[] | undefined;
  return {
    safety: 'unsafe',
    ...head,
    get edits() {
      return (known ??= compute());
    },
  };
}
