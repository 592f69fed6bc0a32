import { isAtOrBelow, type GlobalKey } from '../language/global-registry.js';
import { fold } from '../language/fold.js';
import type { RegistryFact } from '../plan/registry-facts.js';
import { defineRule } from './rule.js';
import { globalLines } from './support/global-keys.js';
import { createsKeyOnly, deletesValue } from './support/registry-flags.js';
import { FIELD, registrySpan } from './support/registry-places.js';

/** Where COM classes are registered. */
const CLASSES: readonly GlobalKey[] = [
  { root: 'HKCR', subkey: 'CLSID' },
  { root: 'HKCR', subkey: 'Wow6432Node\\CLSID' },
  { root: 'HKLM', subkey: 'SOFTWARE\\Classes\\CLSID' },
  { root: 'HKLM', subkey: 'SOFTWARE\\Classes\\Wow6432Node\\CLSID' },
  { root: 'HKLM', subkey: 'SOFTWARE\\Wow6432Node\\Classes\\CLSID' },
];

/** Subkeys of a class that name a server of another kind than a DLL in the process of the caller. */
const OTHER_SERVERS: ReadonlyMap<string, string> = new Map(
  ['LocalServer32', 'LocalServer', 'InprocServer', 'InprocHandler32', 'InprocHandler'].map((name) => [
    fold(name),
    name,
  ]),
);

export default defineRule({
  name: 'legacy-com-server',
  summary: 'A COM class is registered with another server than InprocServer32.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    server: {
      text: 'A driver package registers COM servers as InprocServer32 only, and this line registers the class {class} as {server}.',
      infverif: 1325,
    },
  },
  *check({ analysis, finding }) {
    for (const fact of analysis.once(globalLines)) {
      const registered = otherServer(fact);
      if (registered !== undefined) yield finding(registrySpan(fact, FIELD.subkey), 'server', registered);
    }
  },
});

function otherServer({ root, subkey, flags }: RegistryFact): { class: string; server: string } | undefined {
  const key = CLASSES.find((classes) => isAtOrBelow(classes, root, subkey));
  if (key === undefined || (flags !== undefined && deletesValue(flags) && !createsKeyOnly(flags))) return undefined;
  const [id = '', name = ''] = subkey.replace(/^\\/, '').slice(key.subkey.length).split('\\').slice(1);
  const server = OTHER_SERVERS.get(fold(name));
  return server === undefined ? undefined : { class: id, server };
}
