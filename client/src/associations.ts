/**
 * Tells whether the user's `files.associations` decide about a file. As in VS Code, a pattern without a slash is compared
 * with the file's name, any other with its whole path; case does not count.
 * @param path with forward slashes
 */
export function isAssociated(associations: Readonly<Record<string, unknown>>, path: string): boolean {
  const whole = path.toLowerCase();
  const name = whole.slice(whole.lastIndexOf('/') + 1);
  return Object.keys(associations).some((pattern) =>
    matches(pattern.toLowerCase(), pattern.includes('/') ? whole : name),
  );
}

/** Compares with a glob of `*`, `**`, `?`, `[…]` and `{a,b}`. A pattern that cannot be read matches nothing. */
function matches(glob: string, path: string): boolean {
  try {
    return new RegExp(`^${expressionOf(glob)}$`, 'u').test(path);
  } catch {
    return false;
  }
}

const PIECES = /\*\*\/?|\*|\?|\[[^\]]*\]|[{},]|[^*?[{},]+/g;

function expressionOf(glob: string): string {
  let depth = 0;
  const pieces = glob.match(PIECES) ?? [];
  return pieces
    .map((piece) => {
      if (piece === '{') depth++;
      if (piece === '}') depth--;
      return expressionOfPiece(piece, depth > 0);
    })
    .join('');
}

function expressionOfPiece(piece: string, inBraces: boolean): string {
  if (piece === '**/') return '(?:.*/)?';
  if (piece === '**') return '.*';
  if (piece === '*') return '[^/]*';
  if (piece === '?') return '[^/]';
  if (piece === '{') return '(?:';
  if (piece === '}') return ')';
  if (piece === ',' && inBraces) return '|';
  if (piece.startsWith('[')) return piece.replace(/^\[!/, '[^');
  return piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
