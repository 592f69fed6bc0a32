/**
 * Marks that a build step replaces before Windows sees the file: Stampinf's `$ARCH$`, the `@NAME@` and `${NAME}` of
 * configure scripts, `#NAME#`, `!NAME!`, and the `INX_NAME` of preprocessed templates. Source: devtest/stampinf-command-options.md
 */
const PLACEHOLDER = /\$\w{1,64}\$|\$\{\w{1,64}\}|@\w{1,64}@|#\w{1,64}#|![A-Za-z]\w{0,63}!|(?<![A-Za-z0-9])INX_\w/;

/** Tells whether a value holds a build placeholder: then nobody knows yet what it says. */
export function hasPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value);
}

/**
 * Tells whether an expanded value will be known only later: it holds a build placeholder, or a percent sign that may begin a
 * token which nothing defines.
 */
export function isOpenValue(value: string): boolean {
  return value.includes('%') || hasPlaceholder(value);
}

/** The same, where a single percent sign is one that is meant: only a whole `%token%` counts. */
export function holdsOpenToken(value: string): boolean {
  return hasPlaceholder(value) || /%[^%]+%/.test(value);
}

/** What a file must hold to be a build template by its text alone; `#NAME#` is left out, as device paths look like it. */
const TEMPLATE_MARK = /\$ARCH\$|\$[KU]MDF[A-Z]*VERSION\$|@[A-Z][A-Z0-9_]{1,64}@|(?<![A-Za-z0-9])INX_[A-Z0-9_]/y;
/** Where such a mark can begin: found in a fraction of the time. */
const BEGINNINGS = ['$', '@', 'INX_'];

/** Tells whether a whole text shows that a build step completes it. */
export function isTemplateText(text: string): boolean {
  return BEGINNINGS.some((beginning) => {
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
      TEMPLATE_MARK.lastIndex = at;
      if (TEMPLATE_MARK.test(text)) return true;
    }
    return false;
  });
}
