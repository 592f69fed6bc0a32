import type { Fix } from '../../engine/types.js';
import type { Model } from '../../model/types.js';
import { FUNCTION_DRIVER, type ServiceLine } from '../support/services.js';
import { removeLineEdit, setValueAt } from './edit-values.js';
import { makeFix } from './fix.js';

const FLAGS_AT = 1;

/** A number of flags as INF files write it; nothing for none. */
export function spellFlags(flags: number): string {
  return flags === 0 ? '' : `0x${flags.toString(16).padStart(8, '0')}`;
}

/** Takes from a service the flag that makes it the function driver; a line without a service says nothing else and goes. */
export function dropFunctionDriver(model: Model, service: ServiceLine, action: string): Fix {
  const { at, name, flags = 0 } = service;
  if (name === '') {
    return makeFix({ action, title: 'Remove the line, which only says that there is no function driver' }, () => [
      removeLineEdit(model, at),
    ]);
  }
  const rest = flags & ~FUNCTION_DRIVER;
  return makeFix({ action, title: `Drop the flag 0x2 of ${name}: it is not the function driver` }, () => [
    setValueAt(at, FLAGS_AT, spellFlags(rest >>> 0)),
  ]);
}

/** Makes a service the function driver. */
export function makeFunctionDriver({ at, name, flags = 0 }: ServiceLine, action: string): Fix {
  return makeFix({ action, title: `Make ${name} the function driver (flag 0x2)` }, () => [
    setValueAt(at, FLAGS_AT, spellFlags((flags | FUNCTION_DRIVER) >>> 0)),
  ]);
}
