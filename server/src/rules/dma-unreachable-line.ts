import type { RelatedPlace } from '../engine/types.js';
import type { Model, Section } from '../model/types.js';
import type { DmaLine } from '../plan/dma.js';
import { absolute } from '../syntax/cst.js';
import { addReference } from './fixes/add-reference.js';
import { defineRule } from './rule.js';
import { valueNameSpan } from './support/dma-text.js';
import { explainedSections } from './support/explained-sections.js';
import { companionInUse, createReferrers } from './support/reachability.js';

export default defineRule({
  name: 'dma-unreachable-line',
  summary: 'A DMA remapping value stands in a section that no installation applies.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    unreferenced: {
      text: 'Nothing refers to section [{section}], so Windows never sets {name}.',
      infverif: 2083,
    },
    unreachable: {
      text: 'Section [{section}] is reached from [{root}] only, which no device installs, so Windows never sets {name}.',
    },
    decoration: {
      text: 'Windows installs [{install}] and looks for [{wanted}] beside it, not for [{root}], so it never sets {name}.',
    },
  },
  *check({ analysis, finding }) {
    const { model, dma } = analysis;
    const unused = dma.lines.filter((line) => line.writes.length === 0 && mayBeApplied(model, line));
    if (unused.length === 0 || model.installations.length === 0) return;
    const referrers = createReferrers(model);
    for (const line of unused) {
      const section = model.sectionOf(line.line.at.placed);
      if (section === undefined) continue;
      const span = valueNameSpan(line);
      const name = line.intended;
      const root = referrers.rootsOf(section)[0] ?? section;
      if (root !== section && analysis.once(explainedSections).has(root)) continue;
      const used = companionInUse(model, root);
      const extras = { related: headerOf(root), fixes: () => addReference(analysis, line) };
      if (root === section) {
        yield finding(span, 'unreferenced', { section: section.name, name }, extras);
      } else if (hasOpenTargets(model)) {
        continue;
      } else if (used === undefined) {
        yield finding(span, 'unreachable', { section: section.name, root: root.name, name }, extras);
      } else {
        yield finding(span, 'decoration', { ...used, root: root.name, name }, extras);
      }
    }
  },
});

/** A line in a section of another kind is in the wrong place, which another rule tells. */
function mayBeApplied(model: Model, { line }: DmaLine): boolean {
  const kinds = model.sectionOf(line.at.placed)?.kinds;
  return kinds === undefined || kinds.size === 0 || kinds.has('addRegistry');
}

/** A build that fills in the decorations decides which sections are installed. */
function hasOpenTargets(model: Model): boolean {
  return model.targets.some(({ decoration }) => decoration.placeholder);
}

function headerOf({ name, blocks }: Section): readonly RelatedPlace[] {
  const placed = blocks[0];
  if (placed?.block.header === undefined) return [];
  return [{ span: absolute(placed, placed.block.header.span), message: `Section [${name}] begins here.` }];
}
