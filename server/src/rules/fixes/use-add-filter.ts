import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { createRegistryUses, DATA } from '../../plan/registry-facts.js';
import { textOf, type LineRef } from '../../syntax/cst.js';
import { filterLines, type FilterLine, type FilterPosition } from '../support/filter-values.js';
import { createDraft, type Draft, type NewSection } from './draft.js';
import { fileStyle } from './file-style.js';
import { makeFix } from './fix.js';
import { afterEntry } from './layout.js';
import { removeEntries } from './removal.js';
import { keyedSamples, renderAlone, renderKeyed } from './style.js';

/** The directive by which a filter driver is added; read since Windows 10 1903. Source: install/inf-addfilter-directive.md */
const ADD_FILTER = 'AddFilter';

/**
 * Replaces the filter lines of a section by AddFilter in the .Filters sections of the devices that the section serves:
 * the lines and, where nothing else is left, the section and the references to it go; .Filters and filter-install
 * sections come. `undefined` where it serves anything else than devices, or where names stand in tokens with commas.
 */
export function useAddFilter(analysis: Analysis, line: FilterLine): readonly Fix[] {
  const { section } = line.fact;
  const installs = installSections(analysis, line);
  const lines = analysis.once(filterLines).filter(({ fact }) => fact.section === section);
  if (installs.length === 0 || lines.some((one) => namesIn(one).length === 0)) return [];
  const title = 'Add the filter drivers with AddFilter in the .Filters section (Windows 10 1903 and later)';
  return [
    makeFix({ action: 'use-add-filter', title, preferred: true }, () => {
      const draft = createDraft(analysis.model);
      const targets = createTargets(analysis.model);
      removeEntries(
        analysis.model,
        draft,
        section,
        lines.map(({ fact }) => fact.at),
      );
      writeFilters(analysis, draft, targets, installs, lines);
      return draft.edits();
    }),
  ];
}

/** The DDInstall sections of the devices, once each; none when the section serves anything else. */
function installSections(analysis: Analysis, { fact }: FilterLine): readonly Section[] {
  const uses = analysis.once(createRegistryUses).of(fact);
  const sections = uses.map(({ installation: { origin, section } }) => (origin === 'models' ? section : undefined));
  return sections.every((section) => section !== undefined) ? [...new Set(sections)] : [];
}

/** The services that a line names, as written. */
function namesIn({ fact: { at, fields } }: FilterLine): readonly string[] {
  return fields.slice(DATA).flatMap(({ span, value }) => (value === '' ? [] : [bare(textOf(at.placed.block, span))]));
}

/** Without quotes, where nothing in it needs them. */
function bare(text: string): string {
  return /^"[^",;=\s]+"$/.test(text) ? text.slice(1, -1) : text;
}

/** The filter-install sections: one for each side. */
interface Targets {
  /** Name of the section; `added` is filled where it has yet to be written. */
  nameOf(position: FilterPosition): string;
  readonly added: readonly NewSection[];
}

function createTargets(model: Model): Targets {
  const names = new Map<FilterPosition, string>();
  const added: NewSection[] = [];
  return {
    added,
    nameOf(position) {
      let name = names.get(position);
      if (name === undefined) {
        name = model.sections.find((section) => statesJust(model, section, position))?.name;
        if (name === undefined) {
          name = unusedName(model, `${position}Filter_Inst`);
          added.push({ name, lines: [`FilterPosition = ${position}`] });
        }
        names.set(position, name);
      }
      return name;
    },
  };
}

/** Tells whether a section is a filter-install section that states this position and nothing else. */
function statesJust(model: Model, { kinds, lines }: Section, position: FilterPosition): boolean {
  const [first, ...others] = lines;
  if (!kinds.has('filterInstall') || first === undefined || others.length > 0) return false;
  const { key, fields } = first.line;
  const value = fields[0] === undefined ? '' : model.valueOf(fields[0]);
  return fold(key?.value ?? '') === 'filterposition' && fold(value) === fold(position);
}

function unusedName(model: Model, name: string): string {
  let candidate = name;
  for (let number = 2; model.sectionNamed(candidate) !== undefined; number++) candidate = `${name}${String(number)}`;
  return candidate;
}

/** New sections are written behind the last .Filters section that is touched. */
function writeFilters(
  analysis: Analysis,
  draft: Draft,
  targets: Targets,
  installs: readonly Section[],
  lines: readonly FilterLine[],
): void {
  const { model } = analysis;
  const values = lines.flatMap((line) => namesIn(line).map((name) => `${name},, ${targets.nameOf(line.position)}`));
  installs.forEach((install, index) => {
    const added = index === installs.length - 1 ? targets.added : [];
    const name = `${install.name}.Filters`;
    const existing = model.sectionNamed(name);
    const home = (existing ?? install).blocks.at(-1);
    if (home === undefined) return;
    const last = existing?.lines.at(-1);
    if (existing === undefined || last === undefined) {
      draft.insertSections(home, [{ name, lines: values.map((value) => addFilterLine(analysis, value)) }, ...added]);
      return;
    }
    for (const value of newValues(model, existing, values)) {
      draft.insertLine(afterEntry(model, last), renderKeyed(keyedSamples(existing.lines), ADD_FILTER, value));
    }
    if (added.length > 0) draft.insertSections(home, added);
  });
}

/** Those whose service the section does not add yet. */
function newValues(model: Model, section: Section, values: readonly string[]): readonly string[] {
  const serviceIn = ({ line: { fields } }: LineRef): string =>
    fields[0] === undefined ? '' : model.valueOf(fields[0]);
  const known = new Set(section.lines.map((at) => fold(serviceIn(at))));
  return values.filter((value) => !known.has(fold(model.expand(value.split(',', 1)[0] ?? '').replace(/^"|"$/g, ''))));
}

function addFilterLine(analysis: Analysis, value: string): string {
  return renderAlone(fileStyle(analysis).addRegSamples, ADD_FILTER, value);
}
