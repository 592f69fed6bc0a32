import type { Finding, Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { InfDocument, InfService } from '../index.js';
import { absolute } from '../syntax/cst.js';
import { createSnapshot, type Snapshot } from '../text/snapshot.js';
import type { Span } from '../text/span.js';
import { analyseSource, type Source } from './sources.js';

/** One action that `inf fix` may apply, with the rule whose finding it cures; no rule for a refactoring. */
export interface Offer {
  readonly rule: string | undefined;
  readonly span: Span;
  readonly fix: Fix;
}

/** What people may name to narrow the offers. */
export interface OfferChoice {
  readonly rules: ReadonlySet<string> | undefined;
  readonly action: string | undefined;
}

/** Every action offered in a text: the fixes of its findings, then the refactorings of its Models lines. */
export function offersIn(service: InfService, source: Source, choice: OfferChoice): readonly Offer[] {
  const { document, findings } = analysed(service, source, source.snapshot);
  const fixes = findings
    .filter(({ rule }) => choice.rules === undefined || choice.rules.has(rule))
    .flatMap(({ rule, span, fixes }) => fixes().map((fix) => ({ rule, span, fix })));
  const known = new Set(fixes.map(({ fix }) => fix.action));
  const refactorings =
    choice.rules === undefined
      ? [...refactoringsOf(service, document)].filter(({ fix }) => !known.has(fix.action))
      : [];
  return [...fixes, ...refactorings];
}

/**
 * The findings of a text of which fixes may be applied. With an action but no rule, and where no finding offers that
 * action, the first place that offers it as a refactoring stands in for a finding.
 */
export function fixableFindings(
  service: InfService,
  source: Source,
  text: string,
  choice: OfferChoice,
): readonly Finding[] {
  const { document, findings } = analysed(service, source, createSnapshot(source.snapshot.uri, 2, text));
  const { rules, action } = choice;
  if (action === undefined) return findings;
  // An unsafe action may change what holds elsewhere, so that only one is applied before the file is looked at again.
  const offering = findings.find(
    (finding) =>
      (rules === undefined || rules.has(finding.rule)) && finding.fixes().some((fix) => fix.action === action),
  );
  if (offering !== undefined) return [offering];
  if (rules !== undefined) return [];
  for (const offer of refactoringsOf(service, document)) {
    if (offer.fix.action === action) return [standIn(offer)];
  }
  return [];
}

function analysed(
  service: InfService,
  source: Source,
  snapshot: Snapshot,
): { readonly document: InfDocument; readonly findings: readonly Finding[] } {
  const document = analyseSource(service, source, snapshot);
  return { document, findings: service.check(document, source.settings) ?? [] };
}

/** Refactorings at the DriverVer entries and at the Models lines, one line for each DDInstall section. */
function* refactoringsOf(service: InfService, document: InfDocument): Generator<Offer, void, undefined> {
  for (const { at } of document.analysis.entries.named('DriverVer')) {
    const span = absolute(at.placed, at.line.span);
    for (const fix of service.refactorings(document, span)) yield { rule: undefined, span, fix };
  }
  const seen = new Set<string>();
  for (const device of document.analysis.model.devices) {
    const name = fold(device.installName);
    if (seen.has(name)) continue;
    seen.add(name);
    const span = absolute(device.at.placed, device.at.line.span);
    for (const fix of service.refactorings(document, span)) yield { rule: undefined, span, fix };
  }
}

function standIn({ span, fix }: Offer): Finding {
  return {
    rule: '',
    messageId: '',
    severity: 'hint',
    message: fix.title,
    infverif: undefined,
    span,
    related: [],
    tags: [],
    fixes: () => [fix],
  };
}
