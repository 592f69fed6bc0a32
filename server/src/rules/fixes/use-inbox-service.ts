import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import { inboxCompanions, type InboxInf } from '../../language/inbox-infs.js';
import { companionSuffixOf } from '../../language/section-suffix.js';
import type { Installation, Model, Section, ServiceInstall } from '../../model/types.js';
import type { LineRef } from '../../syntax/cst.js';
import { createDraft, type Draft } from './draft.js';
import { makeFix } from './fix.js';
import { afterContent, afterEntry, beforeEntry, wholeEntry } from './layout.js';
import { removeSection } from './removal.js';
import { keyedSamples, renderKeyed } from './style.js';

/**
 * Takes a function driver from its INF of Windows: Include and Needs in DDInstall and in all sections that go with it, in
 * the place of AddService and of the service-install section.
 */
export function useInboxService(model: Model, service: Section, inf: InboxInf): Fix | undefined {
  const base = inf.sections.find((name) => companionSuffixOf(name) === undefined);
  const uses = usesOf(model, service);
  if (base === undefined || uses.length === 0 || uses.some((use) => !use.line.isFunctionDriver)) return undefined;
  const title = `Take the service from ${inf.file} by Include and Needs`;
  return makeFix({ action: 'use-include-needs', title, preferred: true }, () => {
    const draft = createDraft(model);
    const done = new Set<Section>();
    for (const { installation, line } of uses) {
      const { section } = installation;
      if (section === undefined || done.has(section)) continue;
      done.add(section);
      need(model, draft, section, { inf, base });
      for (const { name, suffix } of inboxCompanions(base)) {
        const own = model.sectionNamed(`${section.name}${suffix}`);
        if (suffix === '.Services') replaceService(model, draft, line, { inf, base: name });
        else if (own !== undefined) need(model, draft, own, { inf, base: name });
        else addCompanion(model, draft, section, { inf, base: name, suffix });
      }
    }
    removeSection(model, draft, service);
    return draft.edits();
  });
}

interface Use {
  readonly installation: Installation;
  readonly line: ServiceInstall;
}

function usesOf(model: Model, service: Section): readonly Use[] {
  return model.installations.flatMap((installation) =>
    installation.services.filter(({ section }) => section === service).map((line) => ({ installation, line })),
  );
}

interface Needed {
  readonly inf: InboxInf;
  readonly base: string;
}

/** `Include` and `Needs` as a section writes its lines; of the two only what `present`, its own lines, does not state. */
function linesFor(
  model: Model,
  { lines }: Section,
  { inf, base }: Needed,
  present: readonly LineRef[],
): readonly string[] {
  const samples = keyedSamples(lines);
  const wanted = [
    { key: 'Include', value: inf.file },
    { key: 'Needs', value: base },
  ];
  return wanted
    .filter(({ key, value }) => statement(model, present, key, value) === undefined)
    .map(({ key, value }) => renderKeyed(samples, key, value));
}

/** The line by which a section includes a file or needs a section. */
function statement(model: Model, lines: readonly LineRef[], key: string, value: string): LineRef | undefined {
  return lines.find(
    ({ line }) =>
      fold(line.key?.value ?? '') === fold(key) &&
      line.fields.some((field) => fold(model.valueOf(field).trim()) === fold(value)),
  );
}

/** Writes the lines at the top of a section, or Needs behind the Include that is there. */
function need(model: Model, draft: Draft, section: Section, needed: Needed): void {
  const { lines } = section;
  const [first] = lines;
  const block = section.blocks.at(-1);
  const included = statement(model, lines, 'Include', needed.inf.file);
  const top = first === undefined ? block && afterContent(model, block) : beforeEntry(first);
  const offset = included === undefined ? top : afterEntry(model, included);
  if (offset === undefined) return;
  for (const line of linesFor(model, section, needed, lines)) draft.insertLine(offset, line);
}

function replaceService(model: Model, draft: Draft, { at }: ServiceInstall, needed: Needed): void {
  const section = model.sectionOf(at.placed);
  if (section === undefined) return;
  const whole = wholeEntry(model, at);
  for (const line of linesFor(model, section, needed, section.lines)) draft.insertLine(whole.start, line);
  draft.remove(whole);
}

function addCompanion(
  model: Model,
  draft: Draft,
  section: Section,
  { inf, base, suffix }: Needed & { readonly suffix: string },
): void {
  const block = section.blocks.at(-1);
  const name = `${section.name}${suffix}`;
  if (block !== undefined) draft.insertSections(block, [{ name, lines: linesFor(model, section, { inf, base }, []) }]);
}
