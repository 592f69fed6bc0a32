/** The last part of a path, whichever slashes it is written with; all of a name without any. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}
