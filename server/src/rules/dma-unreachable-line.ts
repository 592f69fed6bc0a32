import type { Model, Section } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import type { RelatedPlace } from '../engine/types.js';
import { defineRule } from './rule.js';
import { addReference } from './fixes/add-reference.js';
import { companionInUse, roots } from './support/reachability.js';
import { valueNameSpan } from './support/dma-text.js';

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
    undecorated: {
      text: 'Windows installs [{install}] and looks for [{wanted}], so [{root}] with its {name} is never applied.',
    },
  },
  *check({ analysis, finding }) {
    const { model, dma } = analysis;
    if (model.installations.length === 0) return;
    for (const line of dma.lines) {
      const section = model.sectionOf(line.line.at.placed);
      if (section === undefined || line.writes.length > 0 || standsElsewhere(section)) continue;
      const name = line.intended;
      const extras = { related: headerOf(section), fixes: () => addReference(analysis, line) };
      const [root] = roots(model, section);
      if (root === undefined || root === section) {
        yield finding(valueNameSpan(line), 'unreferenced', { section: section.name, name }, extras);
        continue;
      }
      if (hasOpenTargets(model)) continue;
      const used = companionInUse(model, root);
      if (used === undefined) {
        yield finding(valueNameSpan(line), 'unreachable', { section: section.name, root: root.name, name }, extras);
      } else {
        yield finding(valueNameSpan(line), 'undecorated', { ...used, root: root.name, name }, { related: headerOf(root) });
      }
    }
  },
});

/** A line in a section of another kind is in the wrong place, which another rule tells. */
function standsElsewhere({ kinds }: Section): boolean {
  return kinds.size > 0 && !kinds.has('addRegistry');
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
