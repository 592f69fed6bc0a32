import type { Fix } from '../../engine/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { placeOf, placeText, type Place } from '../../plan/destinations.js';
import { planFiles } from '../../plan/files.js';
import { findCopiedFiles, type ServiceBinary } from '../../plan/service-binaries.js';
import { absolute } from '../../syntax/cst.js';
import { baseName } from '../../text/base-name.js';
import type { TextEdit } from '../../text/span.js';
import { asField, quoted } from './field-edit.js';
import { makeFix } from './fix.js';

/** Lets a service run the file at a place; quotation marks and arguments stay. */
export function setBinary(binary: ServiceBinary, place: Place): Fix {
  const path = placeText(place);
  const head = { action: 'set-binary', title: `Run ${path}`, preferred: true };
  return makeFix(head, () => [binaryEdit(binary, path)]);
}

/** The edit that makes `path` (with its dirid as `%13%`) the path of a service. */
function binaryEdit({ at, field, rest, isQuoted }: ServiceBinary, path: string): TextEdit {
  const needsQuotes = isQuoted || path.includes(' ');
  const value = needsQuotes ? `"${path}"${rest}` : `${path}${rest}`;
  const newText = field.quoted || needsQuotes ? quoted(value) : asField(value);
  return { span: absolute(at.placed, field.span), newText };
}

/** Spellings of system folders at the beginning of a path; `12\x.sys` lacks the percent signs. */
const FOLDERS: readonly { readonly pattern: RegExp; readonly dirid: number }[] = [
  { pattern: /^(?:\\\?\?\\)?\\?(?:%?(?:SystemRoot|windir)%?\\)?System32\\drivers\\/i, dirid: 12 },
  { pattern: /^(?:\\\?\?\\)?\\?(?:%?(?:SystemRoot|windir)%?\\)?System32\\/i, dirid: 11 },
  { pattern: /^13\\/, dirid: 13 },
  { pattern: /^12\\/, dirid: 12 },
  { pattern: /^11\\/, dirid: 11 },
  { pattern: /^10\\/, dirid: 10 },
];

/**
 * What a path without a dirid means: the place to which the package copies a file of that name, else the folder at its
 * beginning; `undefined` where that is no system folder.
 */
export function placeMeant(analysis: Analysis, path: string): Place | undefined {
  const name = baseName(path);
  const [copy, ...others] = analysis.once(findCopiedFiles).named(name);
  const copied = copy === undefined || others.length > 0 ? undefined : analysis.once(planFiles).placeOf(copy);
  if (copied !== undefined) return copied;
  const folder = FOLDERS.find(({ pattern }) => pattern.test(path));
  return folder === undefined ? undefined : placeOf(folder.dirid, path.replace(folder.pattern, ''));
}
