import type { Fix } from '../../engine/types.js';
import type { Installation, Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { DMA_VALUES } from '../../plan/dma-values.js';
import type { DmaLine, DmaMechanism } from '../../plan/dma.js';
import { textOf } from '../../syntax/cst.js';
import { createDraft, type Draft } from './draft.js';
import { makeFix } from './fix.js';
import { subkeyEdits } from './fix-name.js';
import { afterEntry, placeOf } from './layout.js';
import { hardwareReferrers, placeLines, refer, sectionReferrers, type Referrer } from './placement.js';
import type { RegistryContent } from './registry-style.js';
import { removeEntries, removeReferences } from './removal.js';
import {
  functionDrivers,
  holdsOnlyHardware,
  holdsOnlyServices,
  installationsThrough,
  mechanismOf,
  namesOf,
  serviceSections,
  standingLines,
  subjects,
} from './subjects.js';

/** Action and title of a move, by mechanism. */
const MOVES: Readonly<Record<DmaMechanism, { action: string; title: (names: string) => string }>> = {
  'per-driver': {
    action: 'move-to-service',
    title: (names) => `Move ${names} to the service-install section, where Windows reads it`,
  },
  'per-device': {
    action: 'move-to-hardware-key',
    title: (names) => `Move ${names} to the .HW section, where Windows reads it`,
  },
};

/**
 * Moves a DMA line, with its companions of the same mechanism, to where Windows reads it: DmaRemappingCompatible to the
 * service-install sections of the function driver, RemappingSupported to the .HW sections, for all that the line reaches
 * now. A section that holds nothing else keeps its place and is referred to from there instead. `undefined` when there
 * is no such place or it states the value already.
 */
export function moveLine(analysis: Analysis, line: DmaLine): Fix | undefined {
  const { model } = analysis;
  const source = model.sectionOf(line.line.at.placed);
  if (source === undefined) return undefined;
  const moved = standingLines(analysis, source, mechanismOf(line));
  const installations = reachedFrom(model, source, moved);
  const referrers = rightReferrers(analysis, installations, mechanismOf(line), moved);
  const whole = holdsOnly(source, moved);
  if (referrers.length === 0 || (whole && isReachedFromJust(model, source, referrers))) return undefined;
  const { action, title } = MOVES[mechanismOf(line)];
  const names = [...new Set(moved.map(({ intended }) => intended))].join(' and ');
  return makeFix({ action, title: title(names), preferred: true }, () => {
    const draft = createDraft(model);
    if (whole) moveReferences(analysis, draft, source, referrers, moved);
    else moveEntries(analysis, draft, source, referrers, moved, installations);
    return draft.edits();
  });
}

/** Tells whether these sections and no others refer to the section: then it stands right, whatever its lines say. */
function isReachedFromJust(model: Model, section: Section, referrers: readonly Referrer[]): boolean {
  const right = new Set(referrers.map((referrer) => referrer.section));
  const reached = new Set<Section | undefined>(model.referencesTo(section).map(({ from }) => from));
  return right.size === reached.size && [...right].every((from) => reached.has(from));
}

/** The installations that apply the lines, or in whose sections they stand as if these were add-registry sections. */
function reachedFrom(model: Model, source: Section, lines: readonly DmaLine[]): readonly Installation[] {
  const applied = lines.flatMap(({ writes }) => writes.map(({ write }) => write.installation));
  const reached = applied.length > 0 ? applied : installationsThrough(model, source);
  return [...new Set(reached)].filter(({ origin }) => origin !== 'class-install');
}

/** The sections from which lines of a mechanism should be reached and where none but the moved ones are yet. */
function rightReferrers(
  analysis: Analysis,
  installations: readonly Installation[],
  mechanism: DmaMechanism,
  moved: readonly DmaLine[],
): readonly Referrer[] {
  const { through } = subjects(analysis);
  const isStated = (section: Section): boolean =>
    (through.get(section) ?? []).some(
      (one) => one.effective && mechanismOf(one.line) === mechanism && !moved.includes(one.line),
    );
  const referrers =
    mechanism === 'per-driver'
      ? sectionReferrers(serviceSections(analysis, functionDrivers(installations)))
      : hardwareReferrers(
          analysis,
          installations.filter(({ origin }) => origin === 'models'),
        );
  return referrers.filter(({ section }) => section === undefined || !isStated(section));
}

function holdsOnly(section: Section, lines: readonly DmaLine[]): boolean {
  const own = new Set(lines.map((line) => placeOf(line.line.at)));
  const kinds = [...section.kinds];
  return (
    kinds.length > 0 &&
    kinds.every((kind) => kind === 'addRegistry') &&
    section.lines.every((at) => own.has(placeOf(at)))
  );
}

function refersTo(model: Model, from: Section, to: Section): boolean {
  return model.referencesTo(to).some((reference) => reference.from === from);
}

/** Leaves the section where it stands and has the right sections, and no others, name it. */
function moveReferences(
  analysis: Analysis,
  draft: Draft,
  source: Section,
  referrers: readonly Referrer[],
  moved: readonly DmaLine[],
): void {
  const { model } = analysis;
  const right = new Set(referrers.map(({ section }) => section));
  const wrong = model.referencesTo(source).filter((reference) => !right.has(reference.from));
  const missing = referrers.filter(({ section }) => section === undefined || !refersTo(model, section, source));
  removeReferences(model, draft, wrong);
  refer(analysis, draft, missing, source.name, undefined);
  for (const edit of moved.flatMap((line) => subkeyEdits(model, line))) draft.replace(edit.span, edit.newText);
}

/** Takes the lines out of a section that serves other purposes too and writes them where they work. */
function moveEntries(
  analysis: Analysis,
  draft: Draft,
  source: Section,
  referrers: readonly Referrer[],
  moved: readonly DmaLine[],
  installations: readonly Installation[],
): void {
  const { model } = analysis;
  removeEntries(
    model,
    draft,
    source,
    moved.map((line) => line.line.at),
  );
  const perDriver = moved.some((line) => mechanismOf(line) === 'per-driver');
  const holds = perDriver
    ? holdsOnlyServices(model, functionDrivers(installations))
    : holdsOnlyHardware(model, namesOf(installations));
  placeLines(analysis, draft, {
    referrers,
    contents: moved.map((line) => asWritten(model, line)),
    mayHold: (section) => section !== source && holds(section),
  });
}

/** What a line says, flags, value and comment as they are written, name and place as they should be. */
function asWritten(model: Model, line: DmaLine): RegistryContent {
  const { at, flagsField, dataFields } = line.line;
  const { text } = model.cst.snapshot;
  const { block, start } = at.placed;
  const rest = text.slice(start + at.line.span.end, afterEntry(model, at));
  return {
    subkey: DMA_VALUES[line.intended].subkey,
    valueName: line.intended,
    flagsText: flagsField === undefined ? undefined : textOf(block, flagsField.span),
    value: dataFields.map((field) => textOf(block, field.span)).join(','),
    trailing: /^[ \t]*;[^\r\n]*/.exec(rest)?.[0] ?? '',
  };
}

/** Removes a line; a section that held nothing else goes too, with the references to it. */
export function removeLine(analysis: Analysis, line: DmaLine): Fix | undefined {
  const { model } = analysis;
  const section = model.sectionOf(line.line.at.placed);
  if (section === undefined) return undefined;
  return makeFix({ action: 'remove-line', title: `Remove the line that sets ${line.line.valueName}` }, () => {
    const draft = createDraft(model);
    removeEntries(model, draft, section, [line.line.at]);
    return draft.edits();
  });
}

/** Tells whether a line stands in the right kind of section for at least one of its writes, whatever its subkey. */
export function isInRightSection(line: DmaLine): boolean {
  const { relativeTo } = DMA_VALUES[line.intended];
  return line.writes.some(({ write }) => write.relativeTo === relativeTo);
}
