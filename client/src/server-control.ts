import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** Starts and stops the language server. */
export interface ServerControl {
  /** Starts the server once; later calls wait for the same start. */
  start(): Promise<void>;
  restart(): Promise<void>;
  showOutput(): Promise<void>;
  /** Asks the server; starts it where it does not run yet. */
  request<Answer>(method: string, params: object): Promise<Answer>;
  /** Listens to what the server tells on its own, over restarts; a start counts as if it had told. */
  onNotification(method: string, listener: () => void): void;
  dispose(): void;
}

/** Makes the control; nothing is loaded before the first `start`. */
export function createServerControl(context: vscode.ExtensionContext): ServerControl {
  let running: Promise<LanguageClient> | undefined;
  const listeners: (readonly [method: string, listener: () => void])[] = [];
  const started = (): Promise<LanguageClient> => {
    running ??= import('./create-client.js').then(async ({ createClient }) => {
      const client = createClient(context);
      for (const [method, listener] of listeners) client.onNotification(method, listener);
      await client.start();
      for (const [, listener] of listeners) listener();
      return client;
    });
    return running;
  };
  const stop = async (): Promise<void> => {
    const client = await running?.catch(() => undefined);
    running = undefined;
    await client?.dispose();
  };
  return {
    start: async () => {
      await started();
    },
    restart: async () => {
      await stop();
      await started();
    },
    showOutput: async () => {
      (await started()).outputChannel.show();
    },
    request: async (method, params) => (await started()).sendRequest(method, params),
    onNotification: (method, listener) => void listeners.push([method, listener]),
    dispose: () => void stop(),
  };
}
