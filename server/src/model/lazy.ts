/** Computes a value when it is first asked for, and keeps it. */
export function lazy<T extends object | boolean | string>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}
