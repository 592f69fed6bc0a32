import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { Model, Section } from '../model/types.js';
import { absolute, type LineRef } from '../syntax/cst.js';
import { decorate, redecorate } from './fixes/decorate-models.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';

export default defineRule({
  name: 'undecorated-models',
  summary: 'A Models section states no architecture, so Windows reads it on x86 only.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    undecorated: {
      text: 'Models section [{section}] states no architecture, so Windows reads it on x86 only.',
      infverif: 2010,
    },
  },
  *check({ analysis: { model, entries }, finding }) {
    const told = new Set<Section>();
    for (const { at } of entries.inKind('manufacturer')) {
      for (const use of undecoratedUses(model, at)) {
        if (told.has(use.section)) continue;
        told.add(use.section);
        const placed = use.section.blocks[0];
        const header = placed?.block.header;
        if (placed === undefined || header === undefined) continue;
        const span = absolute(placed, header.nameSpan);
        const fixes = (): readonly Fix[] => decorations(model, at, use);
        yield finding(span, 'undecorated', { section: use.section.name }, { fixes });
      }
    }
  },
});

/** A Models section with devices for which a Manufacturer line states no architecture. */
interface UndecoratedUse {
  readonly section: Section;
  readonly modelsName: string;
  /** `NT` or empty. */
  readonly decoration: string;
}

function* undecoratedUses(model: Model, { line }: LineRef): Generator<UndecoratedUse> {
  const [name, ...others] = line.fields;
  const modelsName = name === undefined ? '' : model.valueOf(name);
  const decorations = others.map((field) => fold(model.valueOf(field)));
  // What serves x86 already leaves nothing for the plain section but Windows 2000.
  if (modelsName === '' || decorations.some((text) => /^nt(?:x86|\$|@)/.test(text))) return;
  for (const decoration of ['', 'nt']) {
    if (decoration !== '' && !decorations.includes(decoration)) continue;
    const section = model.sectionNamed(decoration === '' ? modelsName : `${modelsName}.${decoration}`);
    if (section !== undefined && section.lines.length > 0) yield { section, modelsName, decoration };
  }
}

const TARGETS = [
  { action: 'decorate-amd64', target: 'NTamd64', title: 'x64' },
  { action: 'decorate-arm64', target: 'NTarm64', title: 'Arm64' },
  { action: 'decorate-x86', target: 'NTx86', title: 'x86, as now' },
] as const;
const TEMPLATE_TARGET = {
  action: 'decorate-arch',
  target: 'NT$ARCH$',
  title: 'the architecture of the build',
} as const;

function decorations(model: Model, at: LineRef, use: UndecoratedUse): readonly Fix[] {
  const { section, modelsName, decoration } = use;
  const targets = model.isTemplate ? [TEMPLATE_TARGET, ...TARGETS] : TARGETS;
  return targets.flatMap(({ action, target, title }) => {
    const edits =
      decoration === '' ? decorate(model, at, section, target) : redecorate(model, modelsName, decoration, target);
    if (edits === undefined) return [];
    return [makeFix({ action, title: `Decorate it with ${target}: ${title}` }, () => edits)];
  });
}
