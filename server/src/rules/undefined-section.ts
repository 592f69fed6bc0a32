import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { sectionFacts } from '../language/lookup.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Installation, Model, SectionReference } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { absolute } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { addSectionFix } from './fixes/add-section.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { includedFileOf } from './support/inbox-references.js';
import { missingModels } from './support/models-sections.js';
import { nearestName } from './support/nearest-name.js';

export default defineRule({
  name: 'undefined-section',
  summary: 'A directive names a section that the file does not have.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    undefined: { text: 'Section [{name}], which {directive} names, is not defined.', infverif: 1203 },
    misspelt: {
      text: 'Section [{name}], which {directive} names, is not defined; the nearest is [{nearest}].',
      infverif: 1203,
    },
    service: { text: 'The service-install section [{name}] of the service {service} is not defined.', infverif: 2006 },
    install: { text: 'The device {device} has no install section: [{name}] is not defined.', infverif: 1261 },
    platform: {
      text: 'On {platform} the device {device} has no install section: none of {wanted} is defined.',
      infverif: 1261,
    },
    models: { text: 'Section [{name}], which this Manufacturer line promises, is not defined.', infverif: 1203 },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    for (const reference of model.references) {
      // A section of an included INF is there, only not for this directive: another rule tells.
      if (!isUndefined(reference) || includedFileOf(analysis, reference) !== undefined) continue;
      const { at, field, name, directive } = reference;
      const span = absolute(at.placed, field.span);
      const nearest = nearestName(name, candidatesFor(model, reference));
      const extras = { fixes: () => cures(analysis, reference, nearest) };
      if (directive === 'Models')
        yield finding(span, 'install', { device: deviceName(reference, model), name }, extras);
      else if (directive === 'AddService' && reference.expects === 'serviceInstall') {
        yield finding(span, 'service', { name, service: model.expand(at.line.fields[0]?.value ?? '') }, extras);
      } else if (nearest !== undefined) yield finding(span, 'misspelt', { name, directive, nearest }, extras);
      else yield finding(span, 'undefined', { name, directive }, extras);
    }
    for (const { installation, span, device } of uninstallable(model)) {
      const { name, architecture = '' } = installation;
      const wanted = [`.NT${architecture}`, '.NT', ''].map((suffix) => `[${name}${suffix}]`).join(', ');
      yield finding(span, 'platform', { platform: architecture, device, wanted });
    }
    for (const { name, at, field, reference } of missingModels(analysis)) {
      const span = absolute(at.placed, field.span);
      const fixes = () => [addSectionFix(model, { kind: 'models', name, after: at.placed, subject: reference })];
      yield finding(span, 'models', { name }, { fixes });
    }
  },
});

/** Whether no section has the name; sections of other INFs and those that a build names are left aside. */
function isUndefined({ targets, name, directive, expects }: SectionReference): boolean {
  if (targets.length > 0 || directive === 'Needs' || directive === 'DestinationDirs' || expects === 'models')
    return false;
  return !name.includes('%') && !hasPlaceholder(name);
}

function deviceName({ at }: SectionReference, model: Model): string {
  return model.expand(at.line.key?.value ?? '');
}

/** Names that a misspelt one may mean: of sections that play the role, or none yet. */
function candidatesFor(model: Model, { expects, from }: SectionReference): string[] {
  const decorated = sectionFacts(expects).decorations === 'platform';
  return model.sections
    .filter((section) => section !== from && (section.kinds.size === 0 || section.kinds.has(expects)))
    .map(({ name }) => (decorated ? name.replace(/\.nt\w*$/i, '') : name));
}

function cures(analysis: Analysis, reference: SectionReference, nearest: string | undefined): readonly Fix[] {
  const { at, field, name, expects } = reference;
  const fixes: Fix[] = [];
  if (nearest !== undefined && !field.value.includes('%')) {
    const head = { action: 'rename-reference', title: `Change it to ${nearest}`, preferred: true };
    fixes.push(makeFix(head, () => [replaceField(at, field, nearest)]));
  }
  const service = at.line.fields[0]?.value ?? '';
  const subject = expects === 'serviceInstall' && service !== '' ? service : name;
  const suffix = reference.directive === 'Models' ? platformSuffix(analysis.model, reference) : '';
  fixes.push(addSectionFix(analysis.model, { kind: expects, name: `${name}${suffix}`, after: at.placed, subject }));
  return fixes;
}

/** The platform extension in which the file writes its DDInstall sections: `.NT` where it has none yet. */
function platformSuffix(model: Model, { name }: SectionReference): string {
  const used = model.installations.find(
    (one) => one.section !== undefined && one.suffix !== '' && fold(one.name) !== fold(name),
  );
  return used?.suffix ?? '.NT';
}

interface Uninstallable {
  readonly installation: Installation;
  readonly span: Span;
  readonly device: string;
}

/** Devices whose install section exists for other architectures only, each once. */
function* uninstallable(model: Model): Generator<Uninstallable> {
  const told = new Set<string>();
  for (const installation of model.installations) {
    if (installation.section !== undefined || installation.architecture === undefined) continue;
    if (hasPlaceholder(installation.name) || !hasVariants(model, installation.name)) continue;
    for (const { device } of installation.matches) {
      const field = device.installField;
      if (field === undefined) continue;
      const span = absolute(device.at.placed, field.span);
      const key = `${String(span.start)} ${installation.architecture}`;
      if (told.has(key)) continue;
      told.add(key);
      yield { installation, span, device: device.description };
    }
  }
}

/** Whether some architecture has the section; a placeholder may stand for this one, too. */
function hasVariants(model: Model, name: string): boolean {
  const folded = fold(name);
  const variants = model.sections.filter(
    (section) => section.folded.startsWith(`${folded}.nt`) && section.kinds.has('install'),
  );
  return variants.length > 0 && !variants.some((section) => hasPlaceholder(section.name));
}
