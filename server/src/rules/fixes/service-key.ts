import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { createRegistryUses, readRegistryFacts, type RegistryFact } from '../../plan/registry-facts.js';
import { absolute, textOf } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { FIELD } from '../support/registry-places.js';
import { createDraft, type Draft } from './draft.js';
import { fileStyle } from './file-style.js';
import { makeFix } from './fix.js';
import { afterEntry, wholeEntry } from './layout.js';
import { unusedNameAfter } from './naming.js';
import { refer, sectionReferrers, type Referrer } from './placement.js';
import { removeEntries } from './removal.js';
import { subjects } from './subjects.js';

/** `SYSTEM\CurrentControlSet\Services\<name>\` before `Parameters`, as written: without tokens. */
const SERVICE = /^"?(\\?SYSTEM\\CurrentControlSet\\Services\\([^\\%"]+)\\)Parameters(?=\\|"?$)/i;
/** The key of a setup class, as written. */
const CLASS = /^"?(\\?SYSTEM\\CurrentControlSet\\Control\\Class\\(\{[^}\\%"]+\})\\?)/i;

/**
 * Writes the parameters of an own service below HKR, all those of the section in one step: where they stand if the section
 * is that service's alone, else in an add-registry section of the service. The same key is written as before.
 * `undefined` where an installation applies the section that does not install the service.
 * Source: install/inf-addreg-directive.md
 */
export function useServiceKey(analysis: Analysis, fact: RegistryFact): Fix | undefined {
  const name = serviceOf(fact);
  if (name === undefined) return undefined;
  const uses = analysis.once(createRegistryUses).of(fact);
  const facts = (): readonly RegistryFact[] =>
    analysis
      .once(readRegistryFacts)
      .of(fact.section)
      .filter((one) => serviceOf(one) === name);
  if (uses.every(({ relativeTo, service = '' }) => relativeTo === 'service' && fold(service) === name)) {
    const title = 'Write the parameters of the service below HKR, its key';
    return makeFix({ action: 'make-relative', title, preferred: true }, () =>
      facts().flatMap((one) => edits(one, SERVICE)),
    );
  }
  const sections = (subjects(analysis).serviceSections.get(name) ?? []).filter((one) => one.blocks.length > 0);
  const isInstalled = uses.every(({ installation }) =>
    installation.services.some((one) => fold(one.name) === name && one.section !== undefined),
  );
  if (sections.length === 0 || !isInstalled) return undefined;
  const title = `Write the parameters of the service below HKR, in the service-install section`;
  return makeFix({ action: 'move-to-service', title }, () => {
    const draft = createDraft(analysis.model);
    move(analysis, draft, fact.section, facts(), sectionReferrers(sections));
    return draft.edits();
  });
}

/** Writes values of the own setup class below HKR where [ClassInstall32] alone applies them. Source: install/inf-classinstall32-section.md */
export function useClassKey(analysis: Analysis, fact: RegistryFact): Fix | undefined {
  const uses = analysis.once(createRegistryUses).of(fact);
  const guid = fold(analysis.model.version('ClassGuid')?.value ?? '');
  const isOwn = (one: RegistryFact): boolean => guid !== '' && namedBy(one, CLASS) === guid;
  if (!isOwn(fact) || !uses.every(({ relativeTo }) => relativeTo === 'class')) return undefined;
  const title = 'Write it below HKR, the key of the device setup class';
  return makeFix({ action: 'make-relative', title, preferred: true }, () =>
    analysis
      .once(readRegistryFacts)
      .of(fact.section)
      .filter(isOwn)
      .flatMap((one) => edits(one, CLASS)),
  );
}

/** The service, folded, whose Parameters key a line names. */
function serviceOf(fact: RegistryFact): string | undefined {
  return namedBy(fact, SERVICE);
}

function namedBy(fact: RegistryFact, key: RegExp): string | undefined {
  const name = fact.root === 'HKLM' ? key.exec(writtenKey(fact))?.[2] : undefined;
  return name === undefined ? undefined : fold(name);
}

function writtenKey({ at, fields }: RegistryFact): string {
  const field = fields[FIELD.subkey];
  return field === undefined ? '' : textOf(at.placed.block, field.span);
}

/** Root and the part of the subkey that HKR stands for. */
function edits(fact: RegistryFact, key: RegExp): readonly TextEdit[] {
  const { at, fields } = fact;
  const [root, subkey] = fields;
  const before = key.exec(writtenKey(fact))?.[1];
  if (root === undefined || subkey === undefined || before === undefined) return [];
  const start = subkey.span.start + (writtenKey(fact).startsWith('"') ? 1 : 0);
  return [
    { span: absolute(at.placed, root.span), newText: 'HKR' },
    { span: absolute(at.placed, { start, end: start + before.length }), newText: '' },
  ];
}

/** Takes lines out of a section and writes them into one that the service-install sections name, and nothing else. */
function move(
  analysis: Analysis,
  draft: Draft,
  source: Section,
  facts: readonly RegistryFact[],
  referrers: readonly Referrer[],
): void {
  const { model } = analysis;
  const lines = facts.map((fact) => relativeText(analysis, fact));
  removeEntries(
    model,
    draft,
    source,
    facts.map(({ at }) => at),
  );
  const own = ownSection(analysis, referrers);
  const last = own?.lines.at(-1);
  if (last !== undefined) {
    const offset = afterEntry(model, last);
    for (const line of lines) draft.insertLine(offset, line);
    return;
  }
  const name = unusedNameAfter(fileStyle(analysis), referrers[0]?.name ?? source.name, 'Parameters');
  refer(analysis, draft, referrers, name, { name, lines });
}

/** The physical lines of an entry, as they read below HKR. */
function relativeText({ model }: Analysis, fact: RegistryFact): string {
  const { start, end } = wholeEntry(model, fact.at);
  const { text } = model.cst.snapshot;
  let from = start;
  let written = '';
  for (const { span, newText } of edits(fact, SERVICE)) {
    written += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return (written + text.slice(from, end)).replace(/(?:\r\n|\r|\n)$/, '');
}

/** An add-registry section that all of these sections name, and no other. */
function ownSection(analysis: Analysis, referrers: readonly Referrer[]): Section | undefined {
  const from = new Set(referrers.map(({ section }) => section));
  const first = referrers[0]?.section;
  const named = first === undefined ? [] : (subjects(analysis).addRegistries.get(first) ?? []);
  return named.find((section) => {
    const naming = new Set<Section | undefined>(analysis.model.referencesTo(section).map((one) => one.from));
    return (
      section.kinds.size === 1 &&
      section.lines.length > 0 &&
      naming.size === from.size &&
      [...from].every((one) => naming.has(one))
    );
  });
}
