import type { Model } from '../../model/types.js';
import { baseName } from '../../text/base-name.js';

/** The name of the INF without folder and extension: `netkvm` of `file:///c%3A/drv/netkvm.inf`, `.inx` and `.inf.in` alike. */
export function infBaseName(model: Model): string | undefined {
  const last = baseName(model.cst.snapshot.uri);
  const stem = /^(.+?)\.(?:inf\.in|inf|inx)$/i.exec(decoded(last))?.[1];
  return stem === undefined || /[\\/:*?"<>|,;=%]/.test(stem) ? undefined : stem;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
