import type { FieldSpec } from './fields.js';
import type { ReleaseName } from './releases.js';
import type { SectionKind } from './sections.js';
import type { Use } from './use.js';
import { classesDirectives } from './directives/classes.js';
import { devicesDirectives } from './directives/devices.js';
import { eventsDirectives } from './directives/events.js';
import { filesDirectives } from './directives/files.js';
import { interfacesDirectives } from './directives/interfaces.js';
import { legacyDirectives } from './directives/legacy.js';
import { packageDirectives } from './directives/package.js';
import { registryDirectives } from './directives/registry.js';
import { servicesDirectives } from './directives/services.js';
import { softwareDirectives } from './directives/software.js';
import { wdfDirectives } from './directives/wdf.js';

/**
 * What a line of a directive looks like:
 * - `keyed`: `name = values`.
 * - `anyKey`: `key = values`, where the author chooses the key (a description, a file, a token…): see `key`.
 * - `keyless`: values only.
 * - `bare`: the name alone.
 */
export type DirectiveForm = 'keyed' | 'anyKey' | 'keyless' | 'bare';

/** One row of the table of directives: what a line of a section may be. */
export interface Directive {
  /** As the line spells it; for lines without a fixed key, the word by which we call them. */
  readonly name: string;
  /** Where the same name occurs with different meanings: how to tell this one apart. */
  readonly title?: string;
  readonly form: DirectiveForm;
  readonly in: readonly SectionKind[];
  /** What the key is, for `anyKey`. */
  readonly key?: FieldSpec;
  /** The values by position. */
  readonly values: readonly FieldSpec[];
  /** What every further value is; without it there may be none. */
  readonly rest?: FieldSpec;
  /** Read these instead of `values` when the line has exactly as many values. */
  readonly alternative?: readonly FieldSpec[];
  /** Whether the section may have several such lines. */
  readonly repeatable: boolean;
  /** Positions of the values that, taken together, only one such line of a section may have. */
  readonly unique?: readonly number[];
  /** The key takes a platform extension: `CatalogFile.ntamd64`. */
  readonly decorated?: true;
  /** Setup classes that know it; absent: all. */
  readonly classes?: readonly string[];
  readonly use: Use;
  readonly since?: ReleaseName;
  /** Release from which it has no effect any more, or the package is no longer signed with it. */
  readonly until?: ReleaseName;
  /** Why it should not be used any more. */
  readonly deprecated?: string;
  /** Name of the directive that takes its place. */
  readonly replacement?: string;
  /** What holds when the line is missing. */
  readonly default?: string;
  readonly summary: string;
  /** Further facts worth knowing, one sentence each. */
  readonly notes?: readonly string[];
  /** Numbers under which InfVerif reports faults of such lines. */
  readonly infverif?: readonly number[];
  /** Page for `docsUrl`. */
  readonly docs: string;
}

/** Every directive, entry and line of the language. Several rows may have one name, in different kinds of sections. */
export const directives: readonly Directive[] = [
  ...packageDirectives,
  ...devicesDirectives,
  ...registryDirectives,
  ...filesDirectives,
  ...servicesDirectives,
  ...interfacesDirectives,
  ...softwareDirectives,
  ...eventsDirectives,
  ...wdfDirectives,
  ...legacyDirectives,
  ...classesDirectives,
];
