import { fold } from '../../language/fold.js';
import { extensionClassGuid } from '../../language/setup-classes.js';
import type { Model } from '../../model/types.js';
import { isOfClass } from './version-section.js';

/** Tells whether the INF extends the driver of another package. Source: install/using-an-extension-inf-file */
export function isExtensionInf(model: Model): boolean {
  const guid = fold(model.version('ClassGuid')?.value ?? '');
  return guid === extensionClassGuid || isOfClass(model, 'extension');
}
