import { readFile } from 'node:fs/promises';
import { escapePath, glob } from 'tinyglobby';
import type { Diagnostic } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { Finding, Settings } from '../engine/types.js';
import { diagnosticOf } from '../features/diagnostic.js';
import { IMPORTED, importEntries, modesFrom } from '../import/import-entries.js';
import { baseName, type LogEntry } from '../import/log-entry.js';
import { matchFile, possibleNames } from '../import/match-file.js';
import { parseLog } from '../import/parse-log.js';
import type { InfDocument, InfService } from '../index.js';
import { INFVERIF_PAGE } from '../language/project.js';
import { decode } from '../text/decode.js';
import { createSnapshot } from '../text/snapshot.js';
import { IMPORT_SOURCE, type ImportAnswer, type ImportParams } from './import-protocol.js';
import { DocumentSurroundings } from './surroundings.js';

/** What an import needs from its surroundings. */
export interface ImportHost {
  readonly service: InfService;
  settingsFor(uri: string): Promise<Settings>;
  /** The analysis of an open document. */
  openDocument(uri: string): InfDocument | undefined;
  /** Addresses of all open documents. */
  openUris(): readonly string[];
}

/** Finds the files that a log is about, and says of each what the log says, with our places. */
export async function importLog({ text, folders }: ImportParams, host: ImportHost): Promise<ImportAnswer> {
  const entries = parseLog(text);
  const candidates = await candidateFiles(entries, folders, host);
  const byUri = new Map<string, LogEntry[]>();
  const missing = new Set<string>();
  for (const entry of entries) {
    const file = matchFile(entry.file, [...candidates.keys()]);
    const uri = file === undefined ? undefined : candidates.get(file);
    if (uri === undefined) missing.add(baseName(entry.file));
    else byUri.set(uri, [...(byUri.get(uri) ?? []), entry]);
  }
  const files: { uri: string; diagnostics: Diagnostic[] }[] = [];
  for (const [uri, own] of byUri) {
    const diagnostics = await diagnosticsFor(uri, own, host);
    if (diagnostics === undefined) missing.add(baseName(URI.parse(uri).path));
    else files.push({ uri, diagnostics });
  }
  return { files, missing: [...missing].sort() };
}

/** Paths of the files that may be meant, sorted, with their addresses. */
async function candidateFiles(
  entries: readonly LogEntry[],
  folders: readonly string[],
  host: ImportHost,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map(host.openUris().map((uri) => [URI.parse(uri).path, uri]));
  const names = [...new Set(entries.flatMap(({ file }) => possibleNames(file)))];
  for (const folder of folders.map((uri) => URI.parse(uri)).filter(({ scheme }) => scheme === 'file')) {
    const files = await glob(
      names.map((name) => `**/${escapePath(name)}`),
      {
        cwd: folder.fsPath,
        absolute: true,
        caseSensitiveMatch: false,
        followSymbolicLinks: false,
        ignore: ['**/node_modules/**', '**/.git/**'],
      },
    );
    for (const file of files) {
      const uri = URI.file(file);
      if (!found.has(uri.path)) found.set(uri.path, uri.toString());
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

async function diagnosticsFor(
  uri: string,
  entries: readonly LogEntry[],
  host: ImportHost,
): Promise<Diagnostic[] | undefined> {
  const settings = await host.settingsFor(uri);
  const document = host.openDocument(uri) ?? (await closedDocument(uri, settings, host.service));
  if (document === undefined) return undefined;
  const target = {
    cst: document.analysis.model.cst,
    findings: findingsInAllModes(document, settings, host.service),
    rules: host.service.rules,
  };
  return importEntries(entries, target).map((finding) => importedDiagnostic(document, finding));
}

async function closedDocument(uri: string, settings: Settings, service: InfService): Promise<InfDocument | undefined> {
  try {
    const { text } = decode(await readFile(URI.parse(uri).fsPath), settings.codePage);
    return service.analyse(createSnapshot(uri, 0, text), undefined, new DocumentSurroundings(uri));
  } catch {
    return undefined;
  }
}

/** Our findings in the mode that is set, then those of the others: a log may have been made in any. */
export function findingsInAllModes(document: InfDocument, settings: Settings, service: InfService): readonly Finding[] {
  return modesFrom(settings.mode).flatMap((mode) => service.check(document, { ...settings, mode }) ?? []);
}

function importedDiagnostic({ snapshot }: InfDocument, finding: Finding): Diagnostic {
  const diagnostic = { ...diagnosticOf(snapshot, finding), source: IMPORT_SOURCE };
  return finding.rule === IMPORTED ? { ...diagnostic, codeDescription: { href: INFVERIF_PAGE } } : diagnostic;
}

/**
 * The findings to offer fixes for: those that are reported, and for imported diagnostics in the same place also those of
 * other modes.
 */
export function withImported(
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
  others: () => readonly Finding[],
): readonly Finding[] {
  const imported = diagnostics.filter(({ source }) => source === IMPORT_SOURCE);
  if (imported.length === 0) return findings;
  const isKnown = new Set(findings.map(keyOf));
  const wanted = new Set(imported.map(({ code }) => code));
  const more = new Map<string, Finding>();
  for (const finding of others()) {
    if (wanted.has(finding.rule) && !isKnown.has(keyOf(finding))) more.set(keyOf(finding), finding);
  }
  return [...findings, ...more.values()];
}

function keyOf({ rule, messageId, span }: Finding): string {
  return `${rule} ${messageId} ${String(span.start)} ${String(span.end)}`;
}
