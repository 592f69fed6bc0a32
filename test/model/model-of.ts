import { bind, type BindOptions } from '../../server/src/model/bind.js';
import type { Model, RegistryLine, Section } from '../../server/src/model/types.js';
import { parse } from '../../server/src/syntax/parse.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { readSnippet } from '../support/snippet.js';

/** Binds an indented snippet. */
export function modelOf(template: string, options?: BindOptions): Model {
  return bindText(readSnippet(template).text, options);
}

/** Binds a text as it is. */
export function bindText(text: string, options?: BindOptions, uri = 'file:///test.inf'): Model {
  return bind(parse(createSnapshot(uri, 1, text)).cst, options);
}

/** A section that the test knows to be there. */
export function sectionIn(model: Model, name: string): Section {
  const section = model.sectionNamed(name);
  if (section === undefined) throw new Error(`the test's INF has no section [${name}]`);
  return section;
}

/** The registry line that sets a value. */
export function registryLineIn(model: Model, valueName: string): RegistryLine {
  const line = model.registryLines.find((each) => each.valueName === valueName);
  if (line === undefined) throw new Error(`the test's INF has no registry line for ${valueName}`);
  return line;
}

/** All keys that the line of a value writes: `installation@architecture section > section: key`. */
export function writesIn(model: Model, valueName: string): string[] {
  return model.writesOf(registryLineIn(model, valueName).at).map(({ path, key, installation }) => {
    const way = path.map(({ section }) => section.name).join(' > ');
    return `${installation.name}@${installation.architecture ?? 'any'} ${way}: ${key}`;
  });
}
