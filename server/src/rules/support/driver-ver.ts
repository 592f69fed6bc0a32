import { readNumber } from '../../model/numbers.js';

/** The day that a DriverVer date names. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The greatest number that one part of a version can hold: 16 bits. */
const GREATEST_PART = 65535;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Reads `mm/dd/yyyy` or `mm-dd-yyyy`, two digits each but the year. Source: install/inf-driverver-directive */
export function readDate(text: string): Day | undefined {
  const match = /^(\d{2})([/-])(\d{2})\2(\d{4})$/.exec(text);
  return match === null ? undefined : dayOf(match[4], match[1], match[3]);
}

/** What the author of an unreadable date may have meant, in the order mm/dd/yyyy; the first one likeliest. */
export function guessDates(text: string): readonly Day[] {
  const parts = /^(\d{1,4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,4})$/.exec(text.trim());
  if (parts === null) return [];
  const [, a = '', b = '', c = ''] = parts;
  const candidates = a.length === 4 ? [dayOf(a, b, c)] : [dayOf(c, a, b), dayOf(c, b, a)];
  return candidates.filter((day) => day !== undefined).slice(0, 1);
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): Day | undefined {
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const last = DAYS[date.month - 1];
  const isLeap = (date.year % 4 === 0 && date.year % 100 !== 0) || date.year % 400 === 0;
  if (year?.length !== 4 || last === undefined || date.day < 1 || date.day > last) return undefined;
  return date.month === 2 && date.day === 29 && !isLeap ? undefined : date;
}

/** Writes `mm/dd/yyyy`. */
export function writeDate({ year, month, day }: Day): string {
  return `${two(month)}/${two(day)}/${String(year).padStart(4, '0')}`;
}

/** Writes `yyyy-mm-dd`, which sorts by time. */
export function isoDate({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `yyyy-mm-dd` as `mm/dd/yyyy`; `undefined` for anything else. */
export function dateFromIso(text: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  const date = dayOf(match?.[1], match?.[2], match?.[3]);
  return date === undefined ? undefined : writeDate(date);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** What is wrong with a version `w.x.y.z`; `undefined` for a good one. Source: install/inf-driverver-directive */
export type VersionFault = 'form' | 'few-parts' | 'zero' | 'large';

/** Judges a version. `few-parts`: one to three good parts, which Windows reads as if zeros followed. */
export function versionFault(text: string): VersionFault | undefined {
  const parts = text.split('.');
  if (parts.length > 4 || parts.some((part) => !/^\d+$/.test(part))) return 'form';
  const numbers = parts.map((part) => readNumber(part) ?? Number.POSITIVE_INFINITY);
  if (numbers.some((number) => number > GREATEST_PART)) return 'large';
  if (parts.length < 4) return 'few-parts';
  return numbers.every((number) => number === 0) ? 'zero' : undefined;
}

/** The version with as many zeros as it takes to make four parts. */
export function withFourParts(text: string): string {
  const parts = text.split('.');
  return [...parts, ...Array<string>(Math.max(0, 4 - parts.length)).fill('0')].join('.');
}
