import type { Finding } from '../../server/src/engine/types.js';
import type { FileReport } from '../../server/src/report/file-report.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';

/** Three lines; `Clas` stands at line 3, column 1. */
export const TEXT = '[Version]\r\nClass = Net\r\nClas = X\r\n';

/** The place of `Clas` in `TEXT`. */
export const PLACED = { start: 24, end: 28 };

/** A finding on `Clas`. */
export function finding(changes: Partial<Finding>): Finding {
  return {
    rule: 'some-rule',
    messageId: 'one',
    severity: 'error',
    message: '"Clas" is wrong.',
    infverif: undefined,
    span: PLACED,
    related: [],
    tags: [],
    fixes: () => [],
    ...changes,
  };
}

/** A report on `d.inf`; a text among the findings stands in place of `TEXT`. */
export function report(...parts: readonly (Finding | string)[]): FileReport {
  const text = parts.find((part) => typeof part === 'string') ?? TEXT;
  return {
    file: 'd.inf',
    snapshot: createSnapshot('file:///d.inf', 1, text),
    findings: parts.filter((part) => typeof part !== 'string'),
  };
}
