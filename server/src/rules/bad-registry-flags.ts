import type { Fix } from '../engine/types.js';
import { holdsOpenToken } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import { readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { constantNamed } from './support/known-constant.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { hasEarlyFlags, insertComma, mayHaveEarlyFlags } from './support/early-flags.js';
import { APPEND, flagsText, partsOfFlags, typeNameOf } from './support/registry-flags.js';
import { FIELD, isAboutDma, registrySpan } from './support/registry-places.js';

/** Bits that have a meaning below the type, by operation. Source: install/inf-addreg-directive.md and its relatives */
const MODIFIERS = { AddReg: 0xf03e, BitReg: 0x4001 } as const;
const BINARY = 0x1;
const DELETING = 0x8000;
const MULTI_SZ = 0x00010000;
/** Types of the registry by their own number, as AddReg spells them. Source: install/inf-addreg-directive.md */
const BY_NUMBER: ReadonlyMap<number, number> = new Map([
  [0x0003, 0x00000001],
  [0x0004, 0x00010001],
  [0x0007, MULTI_SZ],
  [0x000b, 0x000b0001],
]);
/** A type of which the registry itself makes more than bytes, so that it is no custom one. */
const MULTI_SZ_NUMBER = 0x0007;

export default defineRule({
  name: 'bad-registry-flags',
  summary:
    'The flags of a registry line are no number, name a type or a way of writing that does not exist, or stand in the wrong field.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    unreadable: {
      text: 'The flags of a registry line are a number such as 0x00010001, and "{flags}" is none.',
      infverif: 1268,
    },
    known: {
      text: 'The flags {flags} make a custom type of the number {number}, which is {name}: that is written {right}.',
      infverif: 1263,
    },
    notBinary: {
      text: 'The flags {flags} name the type {number} without the bit 0x1, by which a type of its own number is written.',
      infverif: 1264,
    },
    append: {
      text: 'The flags {flags} append to a {type}; only a REG_MULTI_SZ can be appended to: 0x00010008.',
      infverif: 1265,
    },
    early: {
      text: 'The flags {flags} stand where the name of the value belongs, so Windows takes "{data}" for the flags: a comma is missing.',
      severity: 'warning',
    },
    earlyUnreadable: {
      text: 'The flags {flags} stand where the name of the value belongs, so Windows takes "{data}" for the flags: a comma is missing.',
      infverif: 1268,
    },
    decimal: {
      text: 'The flags {flags} are decimal, for {hex}; the number that is meant is most likely {right}.',
      severity: 'warning',
    },
    bits: { text: 'The flags {flags} have bits that nothing stands for in {operation}: {bits}.', severity: 'warning' },
  },
  *check({ analysis, finding }) {
    const judged = new Map<number, Fault | undefined>();
    for (const fact of analysis.once(linesWithFlags)) {
      const { flags, flagsText: written, operation } = fact;
      if (hasEarlyFlags(fact)) {
        const id = flags === undefined ? 'earlyUnreadable' : 'early';
        const args = { flags: fact.valueName, data: written };
        yield finding(registrySpan(fact, FIELD.valueName), id, args, { fixes: () => insertComma(fact) });
        continue;
      }
      const span = registrySpan(fact, FIELD.flags);
      if (flags === undefined) {
        if (holdsOpenToken(written) || written.includes('%') || isAboutDma(analysis, fact)) continue;
        yield finding(span, 'unreadable', { flags: written }, { fixes: () => fixTo(fact, constantNamed(written)) });
        continue;
      }
      const right = hexMeant(written, operation);
      if (right !== undefined) {
        const extras = { fixes: () => fixTo(fact, right) };
        yield finding(span, 'decimal', { flags: written, hex: `0x${flags.toString(16)}`, right }, extras);
        continue;
      }
      if (operation === 'AddReg' && !judged.has(flags)) judged.set(flags, faultOf(flags));
      const fault = operation === 'AddReg' ? judged.get(flags) : undefined;
      const bits = unknownBits(flags, operation);
      if (fault !== undefined && !isAboutDma(analysis, fact)) {
        const args = { flags: written, ...fault };
        const extras = { fixes: () => fixTo(fact, fault.right) };
        if (fault.id === 'known') yield finding(span, 'known', args, extras);
        else if (fault.id === 'notBinary') yield finding(span, 'notBinary', args, extras);
        else yield finding(span, 'append', args);
      } else if (bits !== 0 && fault === undefined) {
        yield finding(span, 'bits', { flags: written, operation, bits: `0x${bits.toString(16)}` });
      }
    }
  },
});

function linesWithFlags(analysis: Analysis): readonly RegistryFact[] {
  const { select, others } = analysis.once(readRegistryFacts);
  return [
    ...select((shape) => shape.flags !== 0 || mayHaveEarlyFlags(shape)),
    ...others.filter(({ flags }) => flags !== 0),
  ];
}

interface Fault {
  readonly id: 'known' | 'notBinary' | 'append';
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly right: string;
}

/** What is wrong with the flags of an AddReg line; `undefined` for good ones. */
function faultOf(flags: number): Fault | undefined {
  const { type, modifiers } = partsOfFlags(flags);
  const number = type >>> 16;
  const right = flagsText((BY_NUMBER.get(number) ?? type | BINARY) | modifiers);
  const about = { number, name: 'REG_MULTI_SZ', type: typeNameOf(flags) ?? `value of type ${String(number)}`, right };
  if (typeNameOf(flags) === undefined) {
    if ((flags & BINARY) === 0) return { id: 'notBinary', ...about };
    if (number === MULTI_SZ_NUMBER) return { id: 'known', ...about };
  }
  const appends = (flags & APPEND) !== 0 && (flags & DELETING) === 0;
  return appends && type !== MULTI_SZ ? { id: 'append', ...about } : undefined;
}

/** DelReg passes over what its flags have no use for: a section may serve AddReg and DelReg alike. */
function unknownBits(flags: number, operation: RegistryFact['operation']): number {
  if (operation === 'DelReg') return 0;
  const low = flags & 0xffff & ~MODIFIERS[operation];
  return operation === 'AddReg' ? low & ~BINARY : low;
}

/** `10001` for `0x10001`: the digits make sensible flags with 0x before them, and none without. */
function hexMeant(written: string, operation: RegistryFact['operation']): string | undefined {
  if (operation !== 'AddReg' || !/^\d{5,8}$/.test(written)) return undefined;
  const hex = Number.parseInt(written, 16);
  const decimal = Number.parseInt(written, 10);
  const isSensible = (flags: number): boolean =>
    typeNameOf(flags) !== undefined && unknownBits(flags, operation) === 0 && faultOf(flags) === undefined;
  return isSensible(hex) && !isSensible(decimal) ? `0x${written}` : undefined;
}

function fixTo({ at, fields }: RegistryFact, right: string | undefined): readonly Fix[] {
  const field = fields[FIELD.flags];
  if (field === undefined || right === undefined || field.value.includes('%')) return [];
  const head = { action: 'set-flags', title: `Change the flags to ${right}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, right)])];
}
