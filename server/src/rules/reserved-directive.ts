import { fold } from '../language/fold.js';
import type { Model } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { isWindowsOwn } from './support/needs.js';
import { knownEntry, type VersionEntry } from './support/version-section.js';

export default defineRule({
  name: 'reserved-directive',
  summary: "An entry of [Version] that only Windows' own INF files may have.",
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    layout: {
      text: "LayoutFile is for Windows' own INF files; others say in SourceDisksNames and SourceDisksFiles where their files are.",
      infverif: 1208,
    },
    version: {
      text: "ClassVer is for Windows' own INF files and for printers, not for the class {name}.",
      infverif: 1208,
      severity: 'info',
    },
  },
  *check({ analysis, finding }) {
    if (isWindowsOwn(analysis)) return;
    const { model } = analysis;
    const layout = knownEntry(model, 'LayoutFile');
    if (layout !== undefined) yield finding(keyOf(layout), 'layout', {}, { fixes: () => [removeLine(model, layout)] });
    const version = knownEntry(model, 'ClassVer');
    const name = knownEntry(model, 'Class')?.value;
    if (version === undefined || name === undefined || PRINTERS.has(fold(name))) return;
    yield finding(keyOf(version), 'version', { name }, { fixes: () => [removeLine(model, version)] });
  },
});

/** Classes that ask for ClassVer. Source: print/v4-driver-inf */
const PRINTERS: ReadonlySet<string> = new Set(['printer', 'printqueue', 'extension']);

function keyOf({ at }: VersionEntry): { readonly start: number; readonly end: number } {
  return absolute(at.placed, (at.line.key ?? at.line).span);
}

function removeLine(model: Model, { at }: VersionEntry): ReturnType<typeof makeFix> {
  return makeFix({ action: 'remove-line', title: 'Remove the line' }, () => {
    const draft = createDraft(model);
    draft.remove(wholeEntry(model, at));
    return draft.edits();
  });
}
