import { fold } from './fold.js';
import { setupClasses } from './setup-classes.js';
import type { ValueMember, ValueSet, ValueSetName } from './value-sets.js';
import { flagsSets } from './values/flags.js';
import { numbersSets } from './values/numbers.js';
import { wordsSets } from './values/words.js';

/** Every set of values that a field can draw from. */
export const valueSets: Readonly<Record<ValueSetName, ValueSet>> = {
  ...flagsSets,
  ...numbersSets,
  ...wordsSets,
  setupClasses: {
    title: 'Device setup classes',
    form: 'words',
    members: setupClasses.map(({ name, title, since }) => ({
      name,
      summary: `${title}.`,
      ...(since === undefined ? {} : { since }),
    })),
    notes: ['A package may bring a class of its own.'],
    docs: 'install/system-defined-device-setup-classes-available-to-vendors',
  },
};

/** The member of a number. */
export function memberOfValue(set: ValueSetName, value: number): ValueMember | undefined {
  return valueSets[set].members.find((member) => member.value === value);
}

/** The member of a name, ignoring case. */
export function memberNamed(set: ValueSetName, name: string): ValueMember | undefined {
  const folded = fold(name);
  return valueSets[set].members.find((member) => member.name !== undefined && fold(member.name) === folded);
}

/** The bits of AddReg flags that make the type; what else is set modifies how the value is written. */
export const registryTypeMask = 0xffff0001;

/** What a number made of flags consists of. */
export interface FlagParts {
  readonly members: readonly ValueMember[];
  /** Bits that no member of the set stands for. */
  readonly unknown: number;
}

/**
 * Takes a number of a flag set apart. Members that share bits (the types of AddReg, MULTI_SZ_DELSTRING of DelReg) are
 * found whole first; 0 gives the member for 0 where the set has one. `value` is an unsigned 32-bit number.
 */
export function flagParts(set: ValueSetName, value: number): FlagParts {
  const { members } = valueSets[set];
  const type = members.some(({ part }) => part === 'type') ? typePart(members, value) : undefined;
  const found: ValueMember[] = type === undefined ? [] : [type];
  let rest = type === undefined ? value : (value & ~registryTypeMask) >>> 0;
  for (const member of WHOLES_FIRST[set]) {
    const bits = member.value ?? 0;
    if (bits === 0 || (rest & bits) >>> 0 !== bits) continue;
    found.push(member);
    rest = (rest & ~bits) >>> 0;
  }
  const none = members.find((member) => member.value === 0);
  return { members: found.length === 0 && value === 0 && none !== undefined ? [none] : found, unknown: rest };
}

function typePart(members: readonly ValueMember[], value: number): ValueMember | undefined {
  const bits = (value & registryTypeMask) >>> 0;
  return members.find(({ part, value: number }) => part === 'type' && number === bits);
}

/** The members of each set but for the types of AddReg, those of most bits first. */
const WHOLES_FIRST = Object.fromEntries(
  Object.entries(valueSets).map(([name, { members }]) => [name, wholesFirst(members)]),
) as Readonly<Record<ValueSetName, readonly ValueMember[]>>;

function wholesFirst(members: readonly ValueMember[]): readonly ValueMember[] {
  return members.filter(({ part }) => part !== 'type').toSorted((a, b) => bitCount(b) - bitCount(a));
}

function bitCount({ value }: ValueMember): number {
  return (value ?? 0).toString(2).replaceAll('0', '').length;
}
