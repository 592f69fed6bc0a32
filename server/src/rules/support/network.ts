import type { Model } from '../../model/types.js';
import { absolute, textOf, type Field, type LineRef } from '../../syntax/cst.js';
import type { Span } from '../../text/span.js';

/** Whether a directive is one of those that only [DefaultInstall.NetDrivers] has. */
export function isNetDirective(name: string): boolean {
  return /^addnet(?:filter|protocol)$/i.test(name);
}

/** One word of a list of bind tokens, with its place in the document. */
export interface BindToken {
  readonly token: string;
  readonly span: Span;
}

/**
 * The words of a list of bind tokens, which commas part: `"ndis5, flpp4"`. Where the field is not written out, each has
 * the place of the whole field.
 */
export function bindTokens(model: Model, { placed }: LineRef, field: Field): readonly BindToken[] {
  const whole = absolute(placed, field.span);
  const text = textOf(placed.block, field.span);
  const quote = field.quoted && text.startsWith('"') ? 1 : 0;
  const isPlain = text.slice(quote, text.length - quote) === field.value && !field.value.includes('%');
  let offset = 0;
  return model
    .valueOf(field)
    .split(',')
    .flatMap((part) => {
      const token = part.trim();
      const start = whole.start + quote + offset + (part.length - part.trimStart().length);
      offset += part.length + 1;
      const span = isPlain ? { start, end: start + token.length } : whole;
      return token === '' ? [] : [{ token, span }];
    });
}
