import { fold } from '../../language/fold.js';
import { streamingCategories } from '../../language/streaming-categories.js';
import { valueSets } from '../../language/values.js';

const constants: ReadonlyMap<string, string> = new Map(
  Object.values(valueSets).flatMap(({ form, members }) =>
    members.flatMap(({ name, value }) =>
      name === undefined || value === undefined
        ? []
        : [[fold(name), form === 'flags' ? `0x${value.toString(16).padStart(8, '0')}` : String(value)] as const],
    ),
  ),
);

const categories: ReadonlyMap<string, string> = new Map(
  [...streamingCategories].map(([name, guid]) => [fold(name), `"${guid}"`]),
);

/** The number, or the GUID in quotes, that a symbol of Windows' headers stands for, as INF files define it: `0x00010001` for `REG_DWORD`. */
export function constantNamed(name: string): string | undefined {
  const folded = fold(name);
  const type = folded.startsWith('reg_') ? constants.get(`flg_addreg_type_${folded.slice('reg_'.length)}`) : undefined;
  return type ?? constants.get(folded) ?? categories.get(folded);
}
