import { modes, type Mode } from '../language/infverif.js';

/** What a client asks for to show the mode of a document: `windowsInf/mode`. */
export interface ModeParams {
  readonly uri: string;
}

/** The answer to `windowsInf/mode`. */
export interface ModeAnswer {
  readonly mode: Mode;
  /** What the mode stands for. */
  readonly meaning: string;
  /** What decides: nobody, an inf.config.json, or the editor's settings. */
  readonly from: 'default' | 'file' | 'editor';
}

/** The request for the mode of a document. */
export const MODE_REQUEST = 'windowsInf/mode';

/** Sent to clients that asked for a mode, whenever any mode may have changed. */
export const MODES_CHANGED = 'windowsInf/modesChanged';

/** The mode in force, and what decides it. */
export function modeAnswer(mode: Mode, file: Mode | undefined, editor: Mode | undefined): ModeAnswer {
  const from = editor !== undefined ? 'editor' : file !== undefined ? 'file' : 'default';
  return { mode, meaning: modes[mode], from };
}
