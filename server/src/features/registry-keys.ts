import { fold } from '../language/fold.js';
import { architectureRead } from '../model/targets.js';
import type { Installation, Model, RegistryWrite, Step, TargetRange } from '../model/types.js';
import { groupBy } from '../text/group.js';
import { code, limited } from './markdown.js';

const MAX_KEYS = 3;
const MAX_WAYS = 2;
const MAX_DEVICES = 3;
const MAX_TARGETS = 3;

/**
 * Says which absolute keys a line writes, through which sections, and for which devices and targets.
 * @param writes of one line: `model.writesOf(line.at)`; none when no installation reaches the line
 */
export function describeWrites(model: Model, writes: readonly RegistryWrite[]): string {
  if (writes.length === 0) return '**Never written:** no installation reaches this line.';
  const byKey = [...groupBy(writes, ({ key }) => fold(key)).values()];
  const shown = byKey.slice(0, MAX_KEYS).map((group) => describeKey(model, group));
  if (byKey.length > MAX_KEYS) shown.push(`- and ${String(byKey.length - MAX_KEYS)} more keys`);
  return `**Writes to**\n\n${shown.join('\n')}`;
}

function describeKey(model: Model, writes: readonly RegistryWrite[]): string {
  const ways = [...groupBy(writes, ({ path }) => path.map(({ section }) => section.folded).join('\0')).values()];
  const lines = ways.slice(0, MAX_WAYS).map((group) => `  - ${describeWay(model, group)}`);
  if (ways.length > MAX_WAYS) lines.push(`  - and ${String(ways.length - MAX_WAYS)} more ways`);
  return [`- ${code(writes[0]?.key ?? '')}`, ...lines].join('\n');
}

/** `[Dev.NT] → [Dev.NT.Services] → [Svc] → [Svc.Reg] for PCI\VEN_1234&DEV_5678 (NTamd64.10.0...17763)`. */
function describeWay(model: Model, writes: readonly RegistryWrite[]): string {
  const installations = writes.map(({ installation }) => installation);
  const path = describePath(writes[0]?.path ?? []);
  return [path === '' ? '' : `through ${path}`, describeReach(model, installations)]
    .filter((part) => part !== '')
    .join(', ');
}

function describePath(path: readonly Step[]): string {
  return path.map(({ section }) => code(`[${section.name}]`)).join(' → ');
}

/** The devices and targets of some installations: `for all 3 devices`, or their IDs; empty for a class installer. */
export function describeReach(model: Model, installations: readonly Installation[]): string {
  const matches = installations.flatMap((installation) => installation.matches);
  if (matches.length === 0) {
    const origin = installations[0]?.origin;
    if (origin === 'default-install') return 'for DefaultInstall';
    return origin === 'class-install' ? 'for the device class' : 'for no device: no Models line leads here';
  }
  const devices = new Set(matches.map(({ device }) => device));
  const targets = new Set(matches.map(({ target }) => targetName(target)));
  const ids = [...devices].map(({ ids: [first], description }) => code(first?.id ?? description));
  const isAll = devices.size === model.devices.length && devices.size > MAX_DEVICES;
  const names = isAll ? `all ${String(devices.size)} devices` : limited([...new Set(ids)], MAX_DEVICES);
  return `for ${names} (${limited([...targets], MAX_TARGETS)})`;
}

/** The decoration, with what it means where it states no architecture. */
function targetName({ decoration }: TargetRange): string {
  const { text, architecture } = decoration;
  const isX86 = architecture === undefined && architectureRead(decoration) === 'x86';
  const name = text === '' ? 'no decoration' : code(text);
  return isX86 ? `${name}: x86 only` : name;
}
