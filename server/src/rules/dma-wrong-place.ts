import { fold } from '../language/fold.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { RegistryWrite } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { DMA_VALUES } from '../plan/dma-values.js';
import type { DmaLine } from '../plan/dma.js';
import type { Fix } from '../engine/types.js';
import type { Span } from '../text/span.js';
import { fixSubkey } from './fixes/fix-name.js';
import { isInRightSection, moveLine, removeLine } from './fixes/move-line.js';
import { mechanismOf } from './fixes/subjects.js';
import { defineRule } from './rule.js';
import { isMisspeltSubkey, isRightRoot, referringSection } from './support/dma-places.js';
import { spanOf, valueNameSpan, written } from './support/dma-text.js';

/** Where each value belongs, for the end of a sentence. */
const PLACES = {
  'per-driver': 'an add-registry section of the service-install section',
  'per-device': 'an add-registry section of the DDInstall.HW section',
} as const;

export default defineRule({
  name: 'dma-wrong-place',
  summary: 'A DMA remapping value is written to a key in which Windows never looks for it.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    section: {
      text: 'Reached from [{section}], this line writes {key}, where Windows does not look for {name}: its place is {place}.',
    },
    subkey: { text: 'This line writes {key}, but Windows reads {name} below the subkey "{wanted}" only.' },
    serviceSubkey: {
      text: 'This line writes {key}, but Windows reads {name} below the subkey "{wanted}" only.',
      infverif: 1323,
    },
    absolute: {
      text: 'This line writes {key} through the absolute root {root}, which driver isolation forbids: the place of {name} is HKR in {place}.',
      infverif: 1321,
    },
    foreign: {
      text: 'This line writes {key} through the absolute root {root}, which driver isolation forbids: it is for the INF that installs {service} to state {name}.',
      infverif: 1321,
    },
    meaningless: {
      text: 'Reached from [{section}], HKR stands for no key, so {name} is not set: its place is {place}.',
    },
    noAddRegistry: {
      text: 'Section [{section}] is no add-registry section, so Windows does not read this line: the place of {name} is {place}.',
    },
  },
  *check({ analysis, finding }) {
    const { model, dma } = analysis;
    const moves: Moves = new Map();
    for (const line of dma.lines) {
      const name = line.intended;
      const { mechanism, subkey: wanted } = DMA_VALUES[name];
      const place = PLACES[mechanism];
      const extras = { fixes: () => cures(analysis, line, moves) };
      const home = model.sectionOf(line.line.at.placed);
      if (home !== undefined && home.kinds.size > 0 && !home.kinds.has('addRegistry')) {
        yield finding(valueNameSpan(line), 'noAddRegistry', { section: home.name, name, place }, extras);
        continue;
      }
      const write = misplaced(line);
      if (write === undefined) continue;
      const { key } = write;
      const section = referringSection(write);
      if (line.line.root !== 'HKR') {
        const root = written(line.line, line.line.rootField);
        const span = spanOf(line.line.at, line.line.rootField);
        const service = foreignService(analysis, key);
        if (service === undefined) yield finding(span, 'absolute', { key, root, name, place }, extras);
        else yield finding(span, 'foreign', { key, root, name, service });
      } else if (write.relativeTo === 'none') {
        yield finding(valueNameSpan(line), 'meaningless', { section, name, place }, extras);
      } else if (!isRightRoot(line, write)) {
        yield finding(valueNameSpan(line), 'section', { section, key, name, place }, extras);
      } else {
        const id = mechanism === 'per-driver' ? 'serviceSubkey' : 'subkey';
        yield finding(subkeySpan(line), id, { key, name, wanted }, extras);
      }
    }
  },
});

/** The service below whose key an absolute key lies, where this file does not install it: no place here is right for that. */
function foreignService({ model }: Analysis, key: string): string | undefined {
  const service = /\\CurrentControlSet\\Services\\([^\\]+)/i.exec(key)?.[1];
  if (service === undefined || hasPlaceholder(service)) return undefined;
  const isOwn = model.installations.some(({ services }) => services.some(({ name }) => fold(name) === fold(service)));
  return isOwn ? undefined : service;
}

/** A write that shows the fault; `undefined` where Windows reads the value somewhere, or another rule tells why not. */
function misplaced(line: DmaLine): RegistryWrite | undefined {
  if (!line.named || hasPlaceholder(line.line.subkey)) return undefined;
  const writes = line.writes.map(({ write }) => write);
  if (line.line.root !== 'HKR') return writes[0];
  if (line.writes.some(({ effective }) => effective)) return undefined;
  const inRightSection = writes.find((write) => isRightRoot(line, write));
  if (inRightSection !== undefined && isMisspeltSubkey(line)) return undefined;
  return inRightSection ?? writes[0];
}

/** Moves by the section and mechanism they concern: all lines of one mechanism in a section move together. */
type Moves = Map<string, Fix | undefined>;

function cures(analysis: Analysis, line: DmaLine, moves: Moves): readonly Fix[] {
  // Where the right place states the value already, the line has no use.
  const fix = isInRightSection(line)
    ? fixSubkey(analysis.model, line)
    : (moveOnce(analysis, line, moves) ?? removeLine(analysis, line));
  return fix === undefined ? [] : [fix];
}

function moveOnce(analysis: Analysis, line: DmaLine, moves: Moves): Fix | undefined {
  const home = analysis.model.sectionOf(line.line.at.placed)?.folded ?? '';
  const key = `${mechanismOf(line)} ${home}`;
  if (!moves.has(key)) moves.set(key, moveLine(analysis, line));
  return moves.get(key);
}

function subkeySpan(line: DmaLine): Span {
  const { subkeyField, subkey, at } = line.line;
  return subkey === '' ? valueNameSpan(line) : spanOf(at, subkeyField);
}
