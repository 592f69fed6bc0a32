import type { FileKind } from '../model/types.js';

const KINDS: Readonly<Record<Exclude<FileKind, 'driver'>, string>> = {
  'uefi-module': 'a UEFI module description',
  autorun: 'an autorun file',
  'security-template': 'a security template',
  'registry-hive': 'a registry hive',
  application: 'an application installer',
  unattend: 'an answer file for Windows Setup',
  unknown: 'something else',
};

/** Says what a file is that is no driver INF; `undefined` for a driver INF. */
export function foreignKind(kind: FileKind): string | undefined {
  return kind === 'driver' ? undefined : `It is no driver INF but ${KINDS[kind]}`;
}
