/** Removes the indentation that all lines share, and the line breaks around the template literal. */
export function dedent(template: string): string {
  const lines = template
    .replace(/\r\n/g, '\n')
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents, 1000);
  return lines.map((line) => line.slice(common)).join('\n');
}
