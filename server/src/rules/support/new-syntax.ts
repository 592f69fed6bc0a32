import { directives, type Directive } from '../../language/directives.js';
import { dirids } from '../../language/dirids.js';
import { fold } from '../../language/fold.js';
import { lowestTargetBuild } from '../../language/platforms.js';
import { releases, type ReleaseName } from '../../language/releases.js';
import { sectionKinds, type SectionKind } from '../../language/sections.js';
import type { ValueSetName } from '../../language/value-sets.js';
import { flagParts, valueSets } from '../../language/values.js';
import { readNumber } from '../../model/numbers.js';
import type { Model, OsVersion, Section } from '../../model/types.js';
import { compareVersions } from '../../model/versions.js';
import { specOf, type Entry } from '../../plan/entries.js';
import type { Analysis } from '../../plan/analysis.js';
import { blocksHolding } from '../../syntax/blocks-holding.js';
import { absolute } from '../../syntax/cst.js';
import { addTo } from '../../text/group.js';
import type { Span } from '../../text/span.js';
import { keySpan, withArticle } from './places.js';

/** A piece of syntax that only newer releases read, at a place in the file. */
export interface NewSyntax {
  /** `dirid 13`, `AddFilter`, `[DDInstall.Events]`: as it is spoken of. */
  readonly name: string;
  readonly since: ReleaseName;
  /** Document span. */
  readonly span: Span;
}

/** For each section, the newest syntax that is used in it or in what it leads to. */
export type NewestSyntax = ReadonlyMap<Section, NewSyntax>;

/** A release that a decoration can ask for by its build number. Older ones are not told apart here. */
function isNew(since: ReleaseName | undefined): since is ReleaseName {
  return since !== undefined && releases[since].major >= 10 && releases[since].build >= lowestTargetBuild;
}

const NEW_DIRIDS = dirids.flatMap(({ dirid, since }) => (isNew(since) ? [{ dirid, since }] : []));
const NEW_DIRECTIVES: readonly Directive[] = directives.filter(({ since }) => isNew(since));
const NEW_KINDS: ReadonlyMap<SectionKind, { readonly since: ReleaseName; readonly title: string }> = new Map(
  (Object.keys(sectionKinds) as SectionKind[]).flatMap((kind) => {
    const { since, title } = sectionKinds[kind];
    return isNew(since) ? [[kind, { since, title }] as const] : [];
  }),
);
/** Directives with flags some of which are new, and the releases that brought those. */
const NEWER_FLAGS = directives.flatMap((directive) => {
  const members = directive.values.flatMap(({ type }) => (type.type === 'flags' ? valueSets[type.set].members : []));
  const releasesOfFlags = members.flatMap(({ since }) => (isNew(since) ? [since] : []));
  return releasesOfFlags.length === 0 ? [] : [{ directive, releasesOfFlags }];
});

/**
 * Finds the newest syntax below each section: with it, a DDInstall section fits releases from that one on only. Syntax
 * that all decorated targets of the file read is left out.
 */
export function newestSyntax(analysis: Analysis): NewestSyntax {
  const newest = new Map<Section, NewSyntax>();
  const oldest = oldestTarget(analysis);
  if (oldest === undefined) return newest;
  const isNewer: IsNewer = (since) => compareVersions(releases[since], oldest) > 0;
  const uses = [...usesIn(analysis, isNewer)].sort((a, b) =>
    compareVersions(releases[b.use.since], releases[a.use.since]),
  );
  if (uses.length === 0) return newest;
  const leadingTo = referrersOf(analysis);
  for (const { section, use } of uses) {
    const open = [section];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (newest.has(next)) continue;
      newest.set(next, use);
      open.push(...(leadingTo.get(next) ?? []));
    }
  }
  return newest;
}

/** The oldest system that a decoration of the file names. */
function oldestTarget({ model }: Analysis): OsVersion | undefined {
  let oldest: OsVersion | undefined;
  for (const { decoration, from } of model.targets) {
    if (decoration.text !== '' && (oldest === undefined || compareVersions(from, oldest) < 0)) oldest = from;
  }
  return oldest;
}

/** The sections that refer to a section; a key of [DestinationDirs] does not lead there. */
function referrersOf({ model }: Analysis): ReadonlyMap<Section, readonly Section[]> {
  const referrers = new Map<Section, Section[]>();
  for (const { from, targets } of model.references) {
    if (from.kinds.has('destinationDirs') || from.kinds.has('manufacturer')) continue;
    for (const target of targets) {
      addTo(referrers, target, from);
    }
  }
  return referrers;
}

interface Use {
  readonly section: Section;
  readonly use: NewSyntax;
}

/** Whether some target of the file is older than a release. Most files have few targets, and nothing is newer than those. */
type IsNewer = (since: ReleaseName) => boolean;

function* usesIn(analysis: Analysis, isNewer: IsNewer): Generator<Use> {
  yield* newDirectives(analysis, isNewer);
  yield* newFlags(analysis, isNewer);
  yield* newDestinations(analysis, isNewer);
  yield* newDiridTokens(analysis, isNewer);
  yield* newKinds(analysis, isNewer);
}

function* newKinds({ entries }: Analysis, isNewer: IsNewer): Generator<Use> {
  for (const [kind, row] of NEW_KINDS) {
    if (!isNewer(row.since)) continue;
    for (const section of entries.sectionsOf(kind)) {
      // What the Events directive of a scanner or camera names is older than the [DDInstall.Events] of the same name.
      if (section.kinds.has('stillImageEvents')) continue;
      const placed = section.blocks[0];
      const header = placed?.block.header;
      if (placed === undefined || header === undefined) continue;
      const use = { name: spokenOf(row.title), since: row.since, span: absolute(placed, header.nameSpan) };
      yield { section, use };
    }
  }
}

/** `[DDInstall.Events]`, `a service-trigger section`. */
function spokenOf(title: string): string {
  return title.includes(' ') ? withArticle(title) : `[${title}]`;
}

function* newDirectives({ entries }: Analysis, isNewer: IsNewer): Generator<Use> {
  for (const directive of NEW_DIRECTIVES) {
    const { name, since } = directive;
    if (!isNew(since) || !isNewer(since)) continue;
    for (const entry of entries.named(name)) {
      if (entry.directive !== directive || entry.kind === 'version') continue;
      yield { section: entry.section, use: { name, since, span: keySpan(entry.at) } };
    }
  }
}

function* newFlags({ entries, model }: Analysis, isNewer: IsNewer): Generator<Use> {
  for (const { directive, releasesOfFlags } of NEWER_FLAGS) {
    if (!releasesOfFlags.some(isNewer)) continue;
    for (const entry of entries.named(directive.name)) {
      if (entry.directive !== directive) continue;
      for (let index = 0; index < entry.at.line.count; index++) {
        const type = specOf(entry, index)?.type;
        if (type?.type === 'flags') yield* newFlagsAt(model, entry, index, type.set, isNewer);
      }
    }
  }
}

function newFlagsAt(
  model: Model,
  { section, at }: Entry,
  index: number,
  set: ValueSetName,
  isNewer: IsNewer,
): readonly Use[] {
  const field = at.line.fields[index];
  const value = field === undefined || field.value === '' ? undefined : readNumber(model.valueOf(field));
  if (field === undefined || value === undefined) return [];
  return flagParts(set, value).members.flatMap(({ name, since }) =>
    isNew(since) && isNewer(since) && name !== undefined
      ? [{ section, use: { name, since, span: absolute(at.placed, field.span) } }]
      : [],
  );
}

/** Lists of files that go to a new dirid, by their own line of [DestinationDirs] or for want of one. */
function* newDestinations(analysis: Analysis, isNewer: IsNewer): Generator<Use> {
  const { model, entries } = analysis;
  const lines = entries.inKind('destinationDirs');
  const named = new Set(lines.map(({ at }) => fold(at.line.key === undefined ? '' : model.valueOf(at.line.key))));
  for (const entry of lines) {
    const use = newDestination(analysis, entry);
    const { key } = entry.at.line;
    if (use === undefined || key === undefined || !isNewer(use.since)) continue;
    const list = model.valueOf(key);
    if (fold(list) !== 'defaultdestdir') {
      const section = model.sectionNamed(list);
      if (section?.kinds.has('fileList') === true) yield { section, use };
      continue;
    }
    for (const section of model.sections) {
      if (section.kinds.has('fileList') && !named.has(section.folded)) yield { section, use };
    }
    for (const { at, section } of entries.named('CopyFiles')) {
      if (at.line.fields.some(({ value }) => value.startsWith('@'))) yield { section, use };
    }
  }
}

function newDestination({ model }: Analysis, { at }: Entry): NewSyntax | undefined {
  const field = at.line.fields[0];
  const number = field === undefined ? undefined : readNumber(model.valueOf(field));
  const row = NEW_DIRIDS.find(({ dirid }) => dirid === number);
  if (field === undefined || row === undefined) return undefined;
  return { name: `dirid ${String(row.dirid)}`, since: row.since, span: absolute(at.placed, field.span) };
}

/** `%13%` in any entry but those of [Strings], where it is not expanded. */
function* newDiridTokens({ model }: Analysis, isNewer: IsNewer): Generator<Use> {
  for (const { dirid, since } of NEW_DIRIDS) {
    if (!isNewer(since)) continue;
    const token = `%${String(dirid)}%`;
    for (const placed of blocksHolding(model.cst, token)) {
      const section = model.sectionOf(placed);
      if (section === undefined || section.kinds.has('strings')) continue;
      const line = placed.block.lines.find(({ fields }) => fields.some(({ value }) => value.includes(token)));
      if (line === undefined) continue;
      yield { section, use: { name: `dirid ${String(dirid)}`, since, span: absolute(placed, line.span) } };
    }
  }
}
