/** The command was called wrongly: a message that says what, and what is allowed. Ends the command with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Why one input could not be handled: `where` names it, `what` is a sentence that says what is wrong and what to do.
 * Other inputs are still handled; the command ends with exit code 2.
 */
export interface Trouble {
  readonly where: string;
  readonly what: string;
}

/** A result, or why there is none. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/** Wraps a result. */
export function done<T>(value: T): Attempt<T> {
  return { ok: true, value };
}

/** Wraps a trouble. */
export function failed<T>(where: string, what: string): Attempt<T> {
  return { ok: false, trouble: { where, what } };
}

/** Why the operating system refused an operation, for people; `verb`: `read`, `written`. */
export function systemReason(error: unknown, verb: 'read' | 'written'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'There is no such file or folder. Check the path.';
    case 'EACCES':
    case 'EPERM':
      return `It cannot be ${verb}: permission denied. Give the account that runs this command the permission to ${verb === 'read' ? 'read' : 'write'} it.`;
    case 'EBUSY':
      return `It cannot be ${verb}: another program has it open. Close that program and try again.`;
    case 'EROFS':
      return 'It cannot be written: the file system is read-only.';
    case 'ENOSPC':
      return 'It cannot be written: the disk is full.';
    case 'ELOOP':
      return 'It cannot be read: its symbolic links lead in a circle.';
    case 'ENOTDIR':
      return 'There is no such file: a part of the path is not a folder. Check the path.';
    default:
      return `It cannot be ${verb}: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
