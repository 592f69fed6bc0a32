import { inboxInfOfSection, type InboxInf } from '../../language/inbox-infs.js';
import type { SectionReference } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { readInclusions } from './needs.js';

/**
 * The included file of Windows that has the section which a reference names and this file lacks; `undefined` for all
 * other references, and for those by Needs, which may do so.
 */
export function includedFileOf(analysis: Analysis, reference: SectionReference): InboxInf | undefined {
  if (reference.targets.length > 0 || reference.directive === 'Needs') return undefined;
  const inf = inboxInfOfSection(reference.name);
  return inf !== undefined && analysis.once(readInclusions).inbox.includes(inf) ? inf : undefined;
}
