import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { Model, Section } from '../../model/types.js';
import { defaultSections, headerSpans, type DefaultSection } from '../support/default-install.js';
import { createDraft, type Draft } from './draft.js';
import { makeFix } from './fix.js';
import { afterHeader } from './layout.js';
import { keyedSamples, renderKeyed } from './style.js';

const EXTENSIONS = [
  { action: 'decorate-amd64', extension: '.NTamd64' },
  { action: 'decorate-arm64', extension: '.NTarm64' },
  { action: 'decorate-x86', extension: '.NTx86' },
] as const;
const TEMPLATE_EXTENSION = { action: 'decorate-arch', extension: '.NT$ARCH$' } as const;

/**
 * Gives every [DefaultInstall] and [DefaultUninstall] without an architecture one, together with what hangs on them, and
 * marks [DefaultUninstall] as one for older Windows. One action for each architecture whose sections do not exist yet.
 */
export function decorateDefaultInstall(model: Model): readonly Fix[] {
  const open = defaultSections(model).filter(({ hasArchitecture }) => !hasArchitecture);
  const extensions = model.isTemplate ? [TEMPLATE_EXTENSION, ...EXTENSIONS] : EXTENSIONS;
  return extensions
    .filter(({ extension }) => open.every((one) => isFree(model, one, extension)) && !hasTwins(open))
    .map(({ action, extension }) => {
      const title = `Decorate ${open.map(({ section }) => `[${section.name}]`).join(', ')} with ${extension}`;
      return makeFix({ action, title }, () => {
        const draft = createDraft(model);
        for (const one of open) decorate(model, draft, one, extension);
        return draft.edits();
      });
    });
}

/** [DefaultInstall] beside [DefaultInstall.NT]: they would become one. */
function hasTwins(open: readonly DefaultSection[]): boolean {
  return new Set(open.map(({ base, companion }) => base + fold(companion))).size < open.length;
}

function nameWith({ section, extension, companion }: DefaultSection, added: string): string {
  const plain = section.name.slice(0, section.name.length - extension.length - companion.length);
  return plain + added + companion;
}

function isFree(model: Model, one: DefaultSection, extension: string): boolean {
  return model.sectionNamed(nameWith(one, extension)) === undefined;
}

function decorate(model: Model, draft: Draft, one: DefaultSection, extension: string): void {
  for (const span of headerSpans(one.section)) draft.replace(span, nameWith(one, extension));
  if (one.base === 'uninstall' && one.companion === '') addLegacyUninstall(model, draft, one.section);
}

/** Puts `LegacyUninstall = 1` first into a section that has none. */
export function addLegacyUninstall(model: Model, draft: Draft, section: Section): void {
  const placed = section.blocks[0];
  const has = section.lines.some(({ line }) => fold(line.key?.value ?? '') === 'legacyuninstall');
  if (placed === undefined || has) return;
  draft.insertLine(afterHeader(model, placed), renderKeyed(keyedSamples(section.lines), 'LegacyUninstall', '1'));
}
