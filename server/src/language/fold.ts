/**
 * The form in which INF names are compared: case is ignored. Every comparison of section, directive, value and token
 * names goes through here. Source: install/general-syntax-rules-for-inf-files.md
 */
export function fold(name: string): string {
  return name.toLowerCase();
}
