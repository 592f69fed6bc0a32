import type { Connection } from 'vscode-languageserver/node';
import type { ClientProfile } from './client-profile.js';
import { diagnosticsOf } from './diagnostics.js';
import type { Session } from './session.js';

/** Brings findings to the client: asks it to pull again where it pulls, sends them where it cannot. */
export class Publisher {
  readonly #connection: Connection;
  readonly #profile: ClientProfile;
  readonly #sessions: ReadonlyMap<string, Session>;

  constructor(connection: Connection, profile: ClientProfile, sessions: ReadonlyMap<string, Session>) {
    this.#connection = connection;
    this.#profile = profile;
    this.#sessions = sessions;
  }

  /** The text of a document changed or was opened. */
  changed(uri: string): void {
    const session = this.#sessions.get(uri);
    if (session && !this.#profile.pullsDiagnostics) this.#push(session);
  }

  /** The file of a document was written. A client that pulls asks again on its own, if it wants to. */
  saved(uri: string): void {
    this.changed(uri);
  }

  closed(uri: string): void {
    if (!this.#profile.pullsDiagnostics) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Any setting may have changed, for any document. */
  settingsChanged(): void {
    if (!this.#profile.pullsDiagnostics) {
      for (const session of this.#sessions.values()) this.#push(session);
    } else if (this.#profile.refreshesDiagnostics) {
      this.#connection.languages.diagnostics.refresh().catch(() => undefined);
    }
  }

  #push(session: Session): void {
    this.#checkAndSend(session).catch((error: unknown) => {
      this.#connection.console.error(`${session.uri} could not be checked: ${String(error)}`);
    });
  }

  async #checkAndSend(session: Session): Promise<void> {
    const { uri, version } = session;
    const isLatest = (): boolean => this.#sessions.get(uri) === session && session.version === version;
    const result = await session.check(isLatest);
    if (!result || !isLatest()) return;
    await this.#connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(result, this.#profile) });
  }
}
