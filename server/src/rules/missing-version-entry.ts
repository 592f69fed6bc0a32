import type { Fix, FixSafety } from '../engine/types.js';
import { setupClassNamed, setupClassOfGuid, type SetupClass } from '../language/setup-classes.js';
import type { Analysis } from '../plan/analysis.js';
import { textOf } from '../syntax/cst.js';
import { infBaseName } from './fixes/file-name.js';
import { makeFix } from './fixes/fix.js';
import { insertVersionEntry } from './fixes/version-entry.js';
import { defineRule } from './rule.js';
import { dateFromIso } from './support/driver-ver.js';
import { knownEntry, valueSpan, versionHeader } from './support/version-section.js';

/** Entries of [Version] that a package cannot do without. Source: install/inf-version-section */
const REQUIRED = [
  { entry: 'Class', purpose: 'the device setup class' },
  { entry: 'ClassGuid', purpose: 'the GUID of the device setup class' },
  { entry: 'Provider', purpose: 'who made the package' },
  { entry: 'CatalogFile', purpose: 'the catalog that carries the signature of the package' },
  { entry: 'DriverVer', purpose: 'the date and version of the package' },
] as const;

type EntryName = (typeof REQUIRED)[number]['entry'];

export default defineRule({
  name: 'missing-version-entry',
  summary: '[Version] lacks an entry that every driver package needs.',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    missing: { text: '[Version] lacks {entry}: {purpose}.', infverif: 1234 },
    catalog: { text: '[Version] lacks CatalogFile, so the package cannot be signed.', infverif: 1233 },
    empty: { text: '{entry} has no value; it says {purpose}.', infverif: 1234 },
    emptyText: { text: '{entry} comes to nothing, as {written} stands for an empty text.', infverif: 1014 },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    const header = versionHeader(model);
    if (header === undefined) return;
    for (const { entry, purpose } of REQUIRED) {
      if (isLeftToTheBuild(analysis, entry)) continue;
      const found = model.version(entry);
      if (found === undefined) {
        const extras = { fixes: () => insertion(analysis, entry) };
        if (entry !== 'CatalogFile') yield finding(header, 'missing', { entry, purpose }, extras);
        else if (entries.named('CatalogFile').length === 0) yield finding(header, 'catalog', {}, extras);
      } else if (found.at.line.fields.every(({ value }) => value === '')) {
        yield finding(valueSpan(found), 'empty', { entry, purpose });
      } else if (found.value === '' && found.field !== undefined && found.field.value !== '') {
        yield finding(valueSpan(found), 'emptyText', { entry, written: found.field.value });
      }
    }
  },
});

/** Stampinf writes DriverVer and can write CatalogFile. Source: devtest/stampinf-command-options */
function isLeftToTheBuild({ model }: Analysis, entry: EntryName): boolean {
  return model.isTemplate && (entry === 'DriverVer' || entry === 'CatalogFile');
}

function insertion(analysis: Analysis, entry: EntryName): readonly Fix[] {
  const { model } = analysis;
  const proposed = proposal(analysis, entry);
  if (proposed === undefined) return [];
  const { value, safety } = proposed;
  const head = { action: `add-${entry.toLowerCase()}`, title: `Add ${entry} = ${value}`, safety, preferred: true };
  return [makeFix(head, () => insertVersionEntry(model, entry, value))];
}

/** A value for a missing entry, as far as the rest of the file tells it. `safe` where Windows itself would find the same. */
function proposal(
  { model, surroundings }: Analysis,
  entry: EntryName,
): { readonly value: string; readonly safety: FixSafety } | undefined {
  switch (entry) {
    case 'Class':
      return proposed(published(setupClassOfGuid(knownEntry(model, 'ClassGuid')?.value ?? ''))?.name, 'safe');
    case 'ClassGuid':
      return proposed(published(setupClassNamed(knownEntry(model, 'Class')?.value ?? ''))?.guid, 'safe');
    case 'Provider':
      return proposed(manufacturer(model.sectionNamed('Manufacturer')), 'unsafe');
    case 'CatalogFile': {
      const base = infBaseName(model);
      return proposed(base === undefined ? undefined : `${base}.cat`, 'unsafe');
    }
    case 'DriverVer': {
      const today = dateFromIso(surroundings.today ?? '');
      return proposed(today === undefined ? undefined : `${today},1.0.0.0`, 'unsafe');
    }
  }
}

function proposed(
  value: string | undefined,
  safety: FixSafety,
): { readonly value: string; readonly safety: FixSafety } | undefined {
  return value === undefined ? undefined : { value, safety };
}

function published(known: SetupClass | undefined): SetupClass | undefined {
  return known?.availability === 'sample' ? undefined : known;
}

/** The key of the first Manufacturer line, as written: `%Vendor%`. */
function manufacturer(section: Analysis['model']['sections'][number] | undefined): string | undefined {
  const at = section?.lines[0];
  const key = at?.line.key;
  return at === undefined || key === undefined ? undefined : textOf(at.placed.block, key.span);
}
