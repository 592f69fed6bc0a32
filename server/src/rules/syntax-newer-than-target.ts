import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { releases } from '../language/releases.js';
import type { Analysis } from '../plan/analysis.js';
import type { Installation, Model, OsVersion, Section, TargetRange } from '../model/types.js';
import { compareVersions } from '../model/versions.js';
import { absolute } from '../syntax/cst.js';
import { redecorate } from './fixes/decorate-models.js';
import { makeFix } from './fixes/fix.js';
import { oldestOf, raised } from './fixes/raise-target.js';
import { defineRule } from './rule.js';
import { decorationFault } from './support/decoration-faults.js';
import { newestSyntax, type NewestSyntax, type NewSyntax } from './support/new-syntax.js';

export default defineRule({
  name: 'syntax-newer-than-target',
  summary: 'A device is installed on releases of Windows that do not read the syntax of its install section.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    newer: {
      text: '[{section}] uses {syntax}, which Windows reads from {release} (build {build}) on, but {decoration} also installs it on older releases.',
      infverif: 1199,
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    const newest = analysis.once(newestSyntax);
    if (newest.size === 0) return;
    const violations = violationsIn(analysis, newest);
    if (violations.size === 0) return;
    for (const { at } of entries.inKind('manufacturer')) {
      const [name, ...fields] = at.line.fields;
      for (const field of fields) {
        const modelsName = name === undefined ? '' : model.valueOf(name);
        const decoration = model.valueOf(field);
        const violation = violations.get(fold(`${modelsName}.${decoration}`));
        if (decoration === '' || violation === undefined) continue;
        const { syntax, section } = violation;
        const { since } = syntax;
        const args = {
          section: section.name,
          syntax: syntax.name,
          release: since,
          build: releases[since].build,
          decoration,
        };
        const extras = {
          related: [{ span: syntax.span, message: `Here is ${syntax.name}.` }],
          fixes: () => raiseTarget(model, modelsName, decoration, violation),
        };
        yield finding(absolute(at.placed, field.span), 'newer', args, extras);
      }
    }
  },
});

/** An install section with syntax that is too new for some of the systems that choose it. */
interface Violation {
  readonly section: Section;
  readonly syntax: NewSyntax;
}

/** One that a target has; `until`: the system from which on another decoration is taken. */
interface TargetViolation extends Violation {
  readonly until: OsVersion | undefined;
}

/** The worst violation of each decorated Models section, by its folded name. */
function violationsIn({ model }: Analysis, newest: NewestSyntax): ReadonlyMap<string, TargetViolation> {
  const found = new Map<string, TargetViolation>();
  for (const installation of model.installations) {
    const violation = violationOf(installation, newest);
    if (violation === undefined) continue;
    const release = releases[violation.syntax.since];
    const seen = new Set<string>();
    for (const { device, target } of installation.matches) {
      const key = device.modelsSection.folded;
      if (seen.has(key)) continue;
      seen.add(key);
      const known = found.get(key);
      if (target.decoration.text === '' || installsFrom(target, release)) continue;
      if (known !== undefined && compareVersions(releases[known.syntax.since], release) >= 0) continue;
      found.set(key, { ...violation, until: target.until });
    }
  }
  return found;
}

/** Whether only that release and later ones install it. Of a decoration that is wrong in itself another rule tells. */
function installsFrom(target: TargetRange, release: OsVersion): boolean {
  return compareVersions(oldestOf(target), release) >= 0 || decorationFault(target.decoration) !== undefined;
}

function violationOf({ section, companions }: Installation, newest: NewestSyntax): Violation | undefined {
  let worst: NewSyntax | undefined;
  for (const each of section === undefined ? [] : [section, ...companions.values()]) {
    const syntax = newest.get(each);
    if (syntax === undefined) continue;
    if (worst === undefined || compareVersions(releases[worst.since], releases[syntax.since]) < 0) worst = syntax;
  }
  return section === undefined || worst === undefined ? undefined : { section, syntax: worst };
}

/** States the release in the decoration, on the Manufacturer line and in the headers together. */
function raiseTarget(
  model: Model,
  modelsName: string,
  decoration: string,
  { syntax: { since }, until }: TargetViolation,
): readonly Fix[] {
  const to = raised(decoration, since, until);
  const edits = to === undefined ? undefined : redecorate(model, modelsName, decoration, to);
  if (to === undefined || edits === undefined) return [];
  return [
    makeFix({ action: 'raise-target', title: `Limit it to ${since} and later: ${to}`, preferred: true }, () => edits),
  ];
}
