import { absolute, type Field, type LineRef } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';

/** Replaces a field by a value, in quotes where the old one was or where the new one needs them. */
export function replaceField({ placed }: LineRef, field: Field, value: string): TextEdit {
  return { span: absolute(placed, field.span), newText: field.quoted ? quoted(value) : asField(value) };
}

/** A value as a field that SetupAPI reads back as it is: in quotes where it holds what ends or splits a bare one. */
export function asField(value: string): string {
  return /[,;"=]|\\$|^\s|\s$/.test(value) ? quoted(value) : value;
}

/** A value in quotes, those inside doubled. */
export function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
