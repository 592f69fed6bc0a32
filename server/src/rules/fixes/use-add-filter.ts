import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { createRegistryUses, DATA } from '../../plan/registry-facts.js';
import { textOf, type LineRef } from '../../syntax/cst.js';
import { filterLines, type FilterLine, type FilterPosition } from '../support/filter-values.js';
import type { TextEdit } from '../../text/span.js';
import { createDraft, type Draft, type NewSection } from './draft.js';
import { fileStyle } from './file-style.js';
import { makeFix } from './fix.js';
import { afterEntry } from './layout.js';
import { raiseTargets } from './raise-target.js';
import { removeEntries } from './removal.js';
import { keyedSamples, renderAlone, renderKeyed } from './style.js';

/** The directive by which a filter driver is added; read since Windows 10 1903. Source: install/inf-addfilter-directive.md */
const ADD_FILTER = 'AddFilter';
const SINCE = 'Windows 10 1903';

/**
 * Replaces all filter lines of a file by AddFilter in the .Filters sections of the devices that they serve: the lines and,
 * where nothing else is left, their sections and the references to these go; .Filters and filter-install sections come.
 * Nothing is offered where the section of the line serves anything else than devices. Where older releases that do not
 * read AddFilter get the devices, one fix keeps these away in the same step, and the plain one leaves that to a person.
 */
export function useAddFilter(analysis: Analysis, line: FilterLine): readonly Fix[] {
  const all = analysis.once(convertibleLines);
  if (!all.some(({ line: { fact } }) => fact === line.fact)) return [];
  const title = 'Add the filter drivers with AddFilter in .Filters sections';
  const write = () => analysis.once(addFilterEdits);
  const decorations = analysis.once(raisedDecorations);
  if (decorations?.length === 0) return [makeFix({ action: 'use-add-filter', title, preferred: true }, write)];
  const plain = makeFix({ action: 'use-add-filter', title: `${title}, which ${SINCE} and later read` }, write);
  if (decorations === undefined) return [plain];
  const head = {
    action: 'use-add-filter-and-raise-target',
    title: `${title}, and limit the devices to ${SINCE} and later`,
  };
  return [makeFix(head, () => [...decorations, ...write()]), plain];
}

/** A filter line, and the DDInstall sections that apply it. */
interface ConvertibleLine {
  readonly line: FilterLine;
  readonly installs: readonly Section[];
}

function convertibleLines(analysis: Analysis): readonly ConvertibleLine[] {
  return analysis.once(filterLines).flatMap((line) => {
    const installs = namesIn(line).length === 0 ? [] : installSections(analysis, line);
    return installs.length === 0 ? [] : [{ line, installs }];
  });
}

/** The DDInstall sections of the devices, once each; none when the section serves anything else. */
function installSections(analysis: Analysis, { fact }: FilterLine): readonly Section[] {
  const uses = analysis.once(createRegistryUses).of(fact);
  const sections = uses.map(({ installation: { origin, section } }) => (origin === 'models' ? section : undefined));
  return sections.every((section) => section !== undefined) ? [...new Set(sections)] : [];
}

/** Edits that keep releases away that do not read AddFilter; `undefined` where these cannot be written. */
function raisedDecorations(analysis: Analysis): readonly TextEdit[] | undefined {
  const uses = analysis.once(createRegistryUses);
  const installations = analysis
    .once(convertibleLines)
    .flatMap(({ line: { fact } }) => uses.of(fact))
    .map(({ installation }) => installation);
  return raiseTargets(analysis.model, installations, SINCE);
}

function addFilterEdits(analysis: Analysis): readonly TextEdit[] {
  const { model } = analysis;
  const draft = createDraft(model);
  const lines = analysis.once(convertibleLines);
  for (const section of new Set(lines.map(({ line }) => line.fact.section))) {
    const own = lines.filter(({ line }) => line.fact.section === section);
    removeEntries(
      model,
      draft,
      section,
      own.map(({ line }) => line.fact.at),
    );
  }
  writeFilters(analysis, draft, lines);
  return draft.edits();
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
function writeFilters(analysis: Analysis, draft: Draft, lines: readonly ConvertibleLine[]): void {
  const { model } = analysis;
  const targets = createTargets(model);
  const values = new Map<Section, Set<string>>();
  const { fieldComma } = fileStyle(analysis);
  for (const { line, installs } of lines) {
    for (const install of installs) {
      const own = values.get(install) ?? new Set<string>();
      values.set(install, own);
      for (const name of namesIn(line)) own.add(`${name},${fieldComma}${targets.nameOf(line.position)}`);
    }
  }
  const installs = [...values].toSorted(([a], [b]) => startOf(a) - startOf(b));
  installs.forEach(([install, own], index) => {
    const added = index === installs.length - 1 ? targets.added : [];
    const name = `${install.name}.Filters`;
    const existing = model.sectionNamed(name);
    const home = (existing ?? install).blocks.at(-1);
    if (home === undefined) return;
    const last = existing?.lines.at(-1);
    if (existing === undefined || last === undefined) {
      draft.insertSections(home, [{ name, lines: [...own].map((value) => addFilterLine(analysis, value)) }, ...added]);
      return;
    }
    for (const value of newValues(model, existing, [...own])) {
      draft.insertLine(afterEntry(model, last), renderKeyed(keyedSamples(existing.lines), ADD_FILTER, value));
    }
    if (added.length > 0) draft.insertSections(home, added);
  });
}

function startOf({ blocks }: Section): number {
  return blocks.at(-1)?.start ?? 0;
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
