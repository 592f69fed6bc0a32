import { fold } from '../../language/fold.js';
import type { Model } from '../../model/types.js';

/** The setup class of cameras. Source: install/system-defined-device-setup-classes-available-to-vendors */
const CAMERA = { name: 'camera', guid: '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}' };

/** Whether an INF is of the setup class Camera. */
export function isCameraInf(model: Model): boolean {
  const name = model.version('Class')?.value ?? '';
  const guid = model.version('ClassGuid')?.value ?? '';
  return fold(name) === CAMERA.name || fold(guid) === CAMERA.guid;
}
