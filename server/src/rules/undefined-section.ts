import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { splitPlatform } from '../language/platforms.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Installation, Model, Section, SectionReference } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { absolute, type LineRef } from '../syntax/cst.js';
import type { Span, TextEdit } from '../text/span.js';
import { addSectionFix } from './fixes/add-section.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { missingModels } from './support/models-sections.js';
import { findUndefinedReferences } from './support/undefined-references.js';

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
    included: {
      text: 'Section [{name}], which {directive} names, is not defined here; if it is in {files}, only Needs may name it.',
      infverif: 1203,
    },
    service: { text: 'The service-install section [{name}] of the service {service} is not defined.', infverif: 2006 },
    install: { text: 'The device {device} has no install section: [{name}] is not defined.', infverif: 1261 },
    platform: {
      text: 'On {platform} the device {device} has no install section: none of {wanted} is defined.',
      infverif: 1261,
    },
    models: { text: 'Section [{name}], which this Manufacturer line promises, is not defined.', infverif: 1203 },
    otherModels: {
      text: 'Section [{name}], which this Manufacturer line promises, is not defined; there is [{other}].',
      infverif: 1203,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    for (const { reference, nearest, includes } of analysis.once(findUndefinedReferences)) {
      const { at, field, name, directive } = reference;
      const span = absolute(at.placed, field.span);
      const extras = { fixes: () => cures(analysis, reference, nearest) };
      if (directive === 'Models')
        yield finding(span, 'install', { device: deviceName(reference, model), name }, extras);
      else if (directive === 'AddService' && reference.expects === 'serviceInstall') {
        yield finding(span, 'service', { name, service: model.expand(at.line.fields[0]?.value ?? '') }, extras);
      } else if (nearest !== undefined) yield finding(span, 'misspelt', { name, directive, nearest }, extras);
      else if (includes.length > 0) {
        yield finding(span, 'included', { name, directive, files: includes.join(' or ') }, extras);
      } else yield finding(span, 'undefined', { name, directive }, extras);
    }
    for (const { installation, span, device, at } of uninstallable(model)) {
      const { name, architecture = '' } = installation;
      const wanted = [`.NT${architecture}`, '.NT', ''].map((suffix) => `[${name}${suffix}]`).join(', ');
      const fixes = (): readonly Fix[] => [
        ...redecorations(model, installation),
        addSectionFix(model, { kind: 'install', name: `${name}.NT${architecture}`, after: at.placed, subject: name }),
      ];
      yield finding(span, 'platform', { platform: architecture, device, wanted }, { fixes });
    }
    for (const { name, at, field, reference, other } of missingModels(analysis)) {
      const span = absolute(at.placed, field.span);
      const addition = { kind: 'models', name, after: at.placed, subject: reference } as const;
      if (other === undefined)
        yield finding(span, 'models', { name }, { fixes: () => [addSectionFix(model, addition)] });
      else {
        const decoration = other.name.slice(reference.length + 1);
        const head = { action: 'use-decoration', title: `Change it to ${decoration}` };
        const fixes = () => [
          ...(field.value.includes('%') ? [] : [makeFix(head, () => [replaceField(at, field, decoration)])]),
          addSectionFix(model, addition),
        ];
        yield finding(span, 'otherModels', { name, other: other.name }, { fixes });
      }
    }
  },
});

function deviceName({ at }: SectionReference, model: Model): string {
  return model.expand(at.line.key?.value ?? '');
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
  readonly at: LineRef;
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
      yield { installation, span, device: device.description, at: device.at };
    }
  }
}

/**
 * Other platform extensions for the one section that the file has, `[Dev.NTx86]`, with all that belong to it: that of the
 * architecture, where no other one needs it, or `.NT` for all.
 */
function redecorations(model: Model, { name, architecture }: Installation): readonly Fix[] {
  const folded = fold(name);
  const [variant, ...others] = model.sections.filter(
    (section) => section.kinds.has('install') && fold(splitPlatform(section.name).base) === folded,
  );
  if (variant === undefined || others.length > 0) return [];
  const isNeeded = model.installations.some(({ section }) => section === variant);
  const suffixes = isNeeded || architecture === undefined ? ['.NT'] : [`.NT${architecture}`, '.NT'];
  const own = model.sections.filter(
    (section) => section === variant || section.folded.startsWith(`${variant.folded}.`),
  );
  return suffixes.flatMap((suffix) => {
    const to = name + suffix;
    if (own.some((section) => model.sectionNamed(to + section.name.slice(variant.name.length)))) return [];
    const more = own.length === 1 ? '' : ' and what belongs to it';
    const action = suffix === '.NT' ? 'drop-decoration' : 'change-decoration';
    const head = { action, title: `Rename [${variant.name}]${more} to [${to}]` };
    return [makeFix(head, () => own.flatMap((section) => renamed(section, variant.name.length, to)))];
  });
}

/** Puts another text in the place of the first part of a section's name, in all its headers. */
function renamed({ blocks }: Section, length: number, to: string): readonly TextEdit[] {
  return blocks.flatMap((placed) => {
    const { header } = placed.block;
    if (header === undefined || header.name.includes('%')) return [];
    const { start } = header.nameSpan;
    return [{ span: absolute(placed, { start, end: start + length }), newText: to }];
  });
}

/** Whether some architecture has the section; a placeholder may stand for this one, too. */
function hasVariants(model: Model, name: string): boolean {
  const folded = fold(name);
  const variants = model.sections.filter(
    (section) => section.folded.startsWith(`${folded}.nt`) && section.kinds.has('install'),
  );
  return variants.length > 0 && !variants.some((section) => hasPlaceholder(section.name));
}
