import type { Fix } from '../../engine/types.js';
import { placeText, type Place } from '../../plan/destinations.js';
import type { ServiceBinary } from '../../plan/service-binaries.js';
import { absolute } from '../../syntax/cst.js';
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
export function binaryEdit({ at, field, rest, isQuoted }: ServiceBinary, path: string): TextEdit {
  const needsQuotes = isQuoted || path.includes(' ');
  const value = needsQuotes ? `"${path}"${rest}` : `${path}${rest}`;
  const newText = field.quoted || needsQuotes ? quoted(value) : asField(value);
  return { span: absolute(at.placed, field.span), newText };
}
