import type { Fix } from '../../engine/types.js';
import { inboxCompanions, type InboxInf } from '../../language/inbox-infs.js';
import { companionSuffixOf } from '../../language/section-suffix.js';
import type { Installation, Model, Section, ServiceInstall } from '../../model/types.js';
import { createDraft, type Draft } from './draft.js';
import { makeFix } from './fix.js';
import { afterContent, beforeEntry, wholeEntry } from './layout.js';
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
        else addCompanion(draft, section, { inf, base: name, suffix });
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

function linesFor(section: Section, { inf, base }: Needed): readonly string[] {
  const samples = keyedSamples(section.lines);
  return [renderKeyed(samples, 'Include', inf.file), renderKeyed(samples, 'Needs', base)];
}

/** Writes the two lines at the top of a section. */
function need(model: Model, draft: Draft, section: Section, needed: Needed): void {
  const [first] = section.lines;
  const block = section.blocks.at(-1);
  const offset = first === undefined ? block && afterContent(model, block) : beforeEntry(first);
  if (offset === undefined) return;
  for (const line of linesFor(section, needed)) draft.insertLine(offset, line);
}

function replaceService(model: Model, draft: Draft, { at }: ServiceInstall, needed: Needed): void {
  const section = model.sectionOf(at.placed);
  if (section === undefined) return;
  const whole = wholeEntry(model, at);
  for (const line of linesFor(section, needed)) draft.insertLine(whole.start, line);
  draft.remove(whole);
}

function addCompanion(
  draft: Draft,
  section: Section,
  { inf, base, suffix }: Needed & { readonly suffix: string },
): void {
  const block = section.blocks.at(-1);
  const name = `${section.name}${suffix}`;
  if (block !== undefined) draft.insertSections(block, [{ name, lines: linesFor(section, { inf, base }) }]);
}
