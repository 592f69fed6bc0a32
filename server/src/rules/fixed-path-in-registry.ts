import type { Fix, FixSafety } from '../engine/types.js';
import { dirids } from '../language/dirids.js';
import type { Analysis } from '../plan/analysis.js';
import { DATA, readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { absolute, textOf, type Field } from '../syntax/cst.js';
import type { Span, TextEdit } from '../text/span.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { FIELD } from './support/registry-places.js';
import {
  createsKeyOnly,
  deletesValue,
  flagsOfType,
  flagsText,
  partsOfFlags,
  typeNameOf,
} from './support/registry-flags.js';
import { isDisplayInf, namesUserModeDriver } from './support/user-mode-driver.js';

/** The dirid of the Windows folder. */
const WINDOWS = '10';
/** Folders that an environment variable of the machine names, by dirid. */
const VARIABLES: ReadonlyMap<string, string> = new Map(
  dirids.flatMap(({ dirid, path }) => (path?.startsWith('%') === true ? [[String(dirid), path]] : [])),
);
/** `C:\Windows\` at the start of a text. */
const LITERAL = /^"?([a-z]:\\win(?:dows|nt))(?=\\|"?$)/i;

export default defineRule({
  name: 'fixed-path-in-registry',
  summary: 'A registry string holds a path that is settled when the package is installed, not when it is read.',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    windows: {
      text: '{written} is turned into a fixed path when the INF is processed; {variable} names the Windows folder of the system that reads it.',
      infverif: 1257,
    },
    literal: {
      text: '{written} is not the Windows folder of every machine; {variable} names that of the system that reads it.',
      infverif: 1257,
    },
    folder: {
      text: '{written} is turned into a fixed path when the INF is processed; {variable} names the folder on the system that reads it.',
      infverif: 1258,
    },
  },
  *check({ analysis, finding }) {
    for (const fact of linesInQuestion(analysis)) {
      for (const path of pathsIn(analysis, fact)) {
        const { span, variable, kind } = path;
        const text = analysis.model.cst.snapshot.text.slice(span.start, span.end);
        const args = { written: text, variable };
        yield finding(span, kind, args, { fixes: () => cures(fact, path) });
      }
    }
  },
});

/** The lines with data in sections whose text may hold such a path. */
function linesInQuestion(analysis: Analysis): readonly RegistryFact[] {
  const found: RegistryFact[] = [];
  const { sections, of } = analysis.once(readRegistryFacts);
  for (const section of sections) {
    if (!section.blocks.some(({ block }) => mayHoldPath(block.text))) continue;
    for (const fact of of(section)) if (fact.at.line.count > DATA) found.push(fact);
  }
  return found;
}

/** Looks for a drive or for a digit behind a percent sign, without which there is nothing to find. */
function mayHoldPath(text: string): boolean {
  if (text.includes(':\\')) return true;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
    const code = text.charCodeAt(at + 1);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}

interface FixedPath {
  /** Document span of what stands for the folder. */
  readonly span: Span;
  /** What should stand there, for a reader: one percent sign on each side. */
  readonly variable: string;
  readonly kind: 'windows' | 'literal' | 'folder';
}

function pathsIn({ model }: Analysis, { at, fields, flags, valueName }: RegistryFact): readonly FixedPath[] {
  if (flags === undefined || deletesValue(flags) || createsKeyOnly(flags) || !isText(flags)) return [];
  const data = fields.slice(DATA);
  const [first] = data;
  if (first === undefined) return [];
  const start = at.placed.start + first.span.start;
  const found: FixedPath[] = [];
  // Of a dirid that is no place for a user-mode display driver display-path-outside-driver-store tells.
  const isTold = namesUserModeDriver(valueName) && isDisplayInf(model);
  for (const { kind, name, span } of !isTold && data.some(hasDirid) ? model.tokenUses(at) : []) {
    const variable = kind === 'dirid' && span.start >= start ? VARIABLES.get(name) : undefined;
    if (variable !== undefined) found.push({ span, variable, kind: name === WINDOWS ? 'windows' : 'folder' });
  }
  for (const field of data) {
    const match = LITERAL.exec(textOf(at.placed.block, field.span));
    if (match?.[1] === undefined) continue;
    const from = field.span.start + match[0].length - match[1].length;
    const span = absolute(at.placed, { start: from, end: from + match[1].length });
    found.push({ span, variable: VARIABLES.get(WINDOWS) ?? '', kind: 'literal' });
  }
  return found;
}

function hasDirid({ value }: Field): boolean {
  return /%\d/.test(value);
}

function isText(flags: number): boolean {
  const type = typeNameOf(flags);
  return type === 'REG_SZ' || type === 'REG_EXPAND_SZ' || type === 'REG_MULTI_SZ';
}

/** Only a REG_EXPAND_SZ says that variables are expanded by who reads it; a REG_SZ becomes one. */
function cures(fact: RegistryFact, { span, variable }: FixedPath): readonly Fix[] {
  const { at, fields, flags = 0 } = fact;
  const flagsField = fields[FIELD.flags];
  const type = typeNameOf(flags);
  if (type === 'REG_MULTI_SZ' || flagsField === undefined) return [];
  const newText = variable.replaceAll('%', '%%');
  const edits: TextEdit[] = [{ span, newText }];
  const safety: FixSafety = type === 'REG_EXPAND_SZ' ? 'safe' : 'unsafe';
  let title = `Change it to ${newText}`;
  if (type === 'REG_SZ') {
    const right = flagsText(flagsOfType('REG_EXPAND_SZ') | partsOfFlags(flags).modifiers);
    edits.unshift({ span: absolute(at.placed, flagsField.span), newText: right });
    title += ' in a REG_EXPAND_SZ (the reader must expand it)';
  }
  return [makeFix({ action: 'use-variable', title, safety, preferred: true }, () => edits)];
}
