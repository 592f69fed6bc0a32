/** At most so many names are told one by one. */
const MOST_NAMES = 3;

/** `%A%, %B% and 5 more`. */
export function tokenList(names: readonly string[]): string {
  const told = names.slice(0, MOST_NAMES).map((name) => `%${name}%`);
  const more = names.length - told.length;
  if (more > 0) return `${told.join(', ')} and ${String(more)} more`;
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.at(-1) ?? ''}`;
}
