import type { Model } from '../../model/types.js';
import { blocksHolding } from '../../syntax/blocks-holding.js';
import { absolute, type Field, type LineRef } from '../../syntax/cst.js';
import { percentTokens, valueOffsets } from '../../syntax/percent.js';
import type { Span } from '../../text/span.js';

/** Percent signs that SetupAPI leaves as they are: a token that [Strings] does not define, or a single sign. */
export interface UndefinedPercent {
  /** What stands between the signs; empty for a single one. */
  readonly name: string;
  /** Document span, the signs included. */
  readonly span: Span;
  /** Whether the field holds nothing else. */
  readonly isWhole: boolean;
  readonly at: LineRef;
  readonly field: Field;
}

/**
 * All of them in sections that play a role, in file order per section. [Strings] itself is never expanded, and in
 * log-config sections a percent sign precedes a mask: `8@100-ffff%fff8`.
 */
export function undefinedPercents(model: Model): readonly UndefinedPercent[] {
  const found: UndefinedPercent[] = [];
  const marked = new Set(blocksHolding(model.cst, '%'));
  for (const section of model.sections) {
    const { kinds, blocks } = section;
    if (kinds.size === 0 || kinds.has('strings') || kinds.has('logConfig')) continue;
    // What is open in a field is so in the text around it, too: no token reaches beyond a line.
    if (!blocks.some((placed) => marked.has(placed) && isOpenIn(model, placed.block.text))) continue;
    for (const at of section.lines) {
      const { key, fields } = at.line;
      if (key !== undefined && isOpenIn(model, key.value)) found.push(...inField(model, at, key));
      for (const field of fields) if (isOpenIn(model, field.value)) found.push(...inField(model, at, field));
    }
  }
  return found;
}

const NO_DIGIT = /\D/;

function isDefined(model: Model, name: string): boolean {
  return !NO_DIGIT.test(name) || model.definitionsOf(name)[0]?.language === '';
}

/** Tells the same as `inField` without looking for places. */
function isOpenIn(model: Model, value: string): boolean {
  let open = value.indexOf('%');
  while (open >= 0) {
    const close = value.indexOf('%', open + 1);
    if (close < 0 || !isDefined(model, value.slice(open + 1, close))) return true;
    open = value.indexOf('%', close + 1);
  }
  return false;
}

function* inField(model: Model, at: LineRef, field: Field): Generator<UndefinedPercent> {
  const { placed } = at;
  const tokens = percentTokens(placed.block, field);
  for (const { name, span } of tokens) {
    if (!isDefined(model, name))
      yield { name, span: absolute(placed, span), isWhole: field.value.length === name.length + 2, at, field };
  }
  const signs = [...field.value.matchAll(/%/g)];
  const last = signs.at(-1);
  if (last === undefined || signs.length % 2 === 0) return;
  const start = valueOffsets(placed.block, field)[last.index];
  if (start !== undefined)
    yield { name: '', span: absolute(placed, { start, end: start + 1 }), isWhole: false, at, field };
}
