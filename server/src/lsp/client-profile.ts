import type { ClientCapabilities } from 'vscode-languageserver/node';

/** What the connected client can do, as far as this server behaves differently for it. */
export interface ClientProfile {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelatedPlaces: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly takesVersionedEdits: boolean;
  readonly showsDocuments: boolean;
}

/** Reads a client's capabilities; what is not stated is not there. */
export function profileOf({ textDocument, workspace, window }: ClientCapabilities): ClientProfile {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelatedPlaces: textDocument?.publishDiagnostics?.relatedInformation === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    showsDocuments: window?.showDocument?.support === true,
  };
}
