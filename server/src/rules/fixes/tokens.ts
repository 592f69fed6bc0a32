import type { Fix, FixSafety } from '../../engine/types.js';
import type { Model, StringDefinition } from '../../model/types.js';
import { textOf } from '../../syntax/cst.js';
import type { Span } from '../../text/span.js';
import { constantNamed } from '../support/known-constant.js';
import { addStrings } from './add-string.js';
import { createDraft } from './draft.js';
import { quoted } from './field-edit.js';
import { makeFix } from './fix.js';

/** A %token%, or a single percent sign: then the name is empty. The span is that in the document, signs included. */
interface Percents {
  readonly name: string;
  readonly span: Span;
}

/** Doubles the percent signs: SetupAPI then reads them as themselves. */
export function escapeFix({ name, span }: Percents, safety: FixSafety): Fix {
  const title = name === '' ? 'Write %% for the percent sign' : `Write %%${name}%%: no token, but percent signs`;
  const { start, end } = span;
  return makeFix({ action: 'escape-percent', title, safety, preferred: safety === 'safe' }, () =>
    [start, ...(name === '' ? [] : [end])].map((at) => ({ span: { start: at, end: at }, newText: '%' })),
  );
}

/** Spells a token as another. */
export function renameTokenFix({ span }: Percents, name: string): Fix {
  const inner = { start: span.start + 1, end: span.end - 1 };
  return makeFix({ action: 'rename-token', title: `Change it to %${name}%`, preferred: true }, () => [
    { span: inner, newText: name },
  ]);
}

/**
 * Defines a token in [Strings]: with the text that a localized section has for it, with what Windows' headers give
 * it, or with its own name for want of a better text.
 */
export function addStringFix(model: Model, name: string, localized: StringDefinition | undefined): Fix {
  const newText = definitionText(name, localized);
  const title = `Define ${name} = ${newText} in [Strings]`;
  return makeFix({ action: 'add-string', title }, () => {
    const draft = createDraft(model);
    addStrings(model, draft, [{ name, newText }]);
    return draft.edits();
  });
}

function definitionText(name: string, localized: StringDefinition | undefined): string {
  if (localized === undefined) return constantNamed(name) ?? quoted(name);
  return writtenText(localized);
}

/** The text of a definition as its line has it, quotes included. */
export function writtenText({ at, value }: StringDefinition): string {
  const field = at.line.fields[0];
  return field === undefined ? quoted(value) : textOf(at.placed.block, field.span);
}
