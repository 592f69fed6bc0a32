import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** Starts and stops the language server. */
export interface ServerControl {
  /** Starts the server once; later calls wait for the same start. */
  start(): Promise<void>;
  restart(): Promise<void>;
  showOutput(): Promise<void>;
  dispose(): void;
}

/** Makes the control; nothing is loaded before the first `start`. */
export function createServerControl(context: vscode.ExtensionContext): ServerControl {
  let running: Promise<LanguageClient> | undefined;
  const started = (): Promise<LanguageClient> => {
    running ??= import('./create-client.js').then(async ({ createClient }) => {
      const client = createClient(context);
      await client.start();
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
    dispose: () => void stop(),
  };
}
