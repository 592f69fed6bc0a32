/**
 * Marks that a build step replaces before Windows sees the file: Stampinf's `$ARCH$`, the `@NAME@` and `${NAME}` of
 * configure scripts, `#NAME#`, and the `INX_NAME` of preprocessed templates. Source: devtest/stampinf-command-options.md
 */
const PLACEHOLDER = /\$\w{1,64}\$|\$\{\w{1,64}\}|@\w{1,64}@|#\w{1,64}#|(?<![A-Za-z0-9])INX_\w/;

/** Tells whether a value holds a build placeholder: then nobody knows yet what it says. */
export function hasPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value);
}

/** What a file must hold to be a build template by its text alone; `#NAME#` is left out, as device paths look like it. */
const TEMPLATE_MARK = /\$ARCH\$|\$[KU]MDF[A-Z]*VERSION\$|@[A-Z][A-Z0-9_]{1,64}@|(?<![A-Za-z0-9])INX_[A-Z0-9_]/;

/** Tells whether a whole text shows that a build step completes it. */
export function isTemplateText(text: string): boolean {
  return TEMPLATE_MARK.test(text);
}
