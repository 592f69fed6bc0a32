import assert from 'node:assert/strict';
import { directives } from '../../server/src/language/directives.js';
import { docsUrl } from '../../server/src/language/docs.js';
import { fold } from '../../server/src/language/fold.js';
import { directivesIn, sectionFacts } from '../../server/src/language/lookup.js';
import { hkrKeys, sectionKinds, type SectionKind } from '../../server/src/language/sections.js';

const kinds = Object.keys(sectionKinds) as SectionKind[];

/** Kinds that no name, suffix or field leads to. */
function unreachable(): SectionKind[] {
  const referred = new Set<string>();
  for (const { key, values, rest, alternative = [] } of directives) {
    for (const spec of [key, ...values, rest, ...alternative]) {
      if (spec?.type.type === 'sectionRef' && spec.type.lookup !== 'mention') {
        for (const kind of spec.type.kinds) referred.add(kind);
      }
    }
  }
  return kinds.filter((kind) => sectionKinds[kind].recognition.by === 'reference' && !referred.has(kind));
}

suite('the table of section kinds', () => {
  test('lets every kind be reached', () => {
    assert.deepEqual(unreachable(), []);
  });

  test('reserves each name once, ignoring case', () => {
    const names = kinds.flatMap((kind) => {
      const { recognition } = sectionKinds[kind];
      return recognition.by === 'name' ? recognition.names.map(fold) : [];
    });
    assert.equal(new Set(names).size, names.length);
  });

  test('hangs each suffix once on a kind that exists', () => {
    const seen = new Set<string>();
    for (const kind of kinds) {
      const { recognition } = sectionKinds[kind];
      if (recognition.by !== 'companion') continue;
      assert.match(recognition.suffix, /^\.[A-Za-z.]+$/);
      for (const of of recognition.of) {
        assert.ok(Object.hasOwn(sectionKinds, of), `${kind}: ${of}`);
        const id = `${of}${fold(recognition.suffix)}`;
        assert.ok(!seen.has(id), id);
        seen.add(id);
      }
    }
  });

  test('decorates a companion as the section that it hangs on', () => {
    for (const kind of kinds) {
      const { recognition, decorations } = sectionKinds[kind];
      if (recognition.by !== 'companion') continue;
      for (const of of recognition.of) assert.equal(decorations, sectionKinds[of].decorations, kind);
    }
  });

  test('requires entries that may stand there', () => {
    for (const kind of kinds) {
      const names = new Set(directivesIn(kind).map(({ name }) => fold(name)));
      for (const name of sectionKinds[kind].required.flat()) assert.ok(names.has(fold(name)), `${kind}: ${name}`);
    }
  });

  test('excludes entries that may stand there', () => {
    for (const kind of kinds) {
      const names = new Set(directivesIn(kind).map(({ name }) => name));
      for (const name of sectionFacts(kind).exclusive?.flat() ?? []) assert.ok(names.has(name), `${kind}: ${name}`);
    }
  });

  test('says what HKR means exactly where an AddReg can stand', () => {
    const addReg = new Set(directives.filter(({ name }) => name === 'AddReg').flatMap((row) => [...row.in]));
    const wrong = kinds.filter((kind) => addReg.has(kind) !== (sectionKinds[kind].hkr !== undefined));
    assert.deepEqual(wrong, []);
  });

  test('knows rows for every kind of section but the undocumented ones', () => {
    const undocumented = ['netComponent'];
    assert.deepEqual(
      kinds.filter((kind) => directivesIn(kind).length === 0),
      undocumented,
    );
  });

  test('gives lists and texts no keyed lines', () => {
    for (const kind of kinds) {
      const { shape } = sectionKinds[kind];
      if (shape !== 'list' && shape !== 'text') continue;
      const forms = directivesIn(kind).map(({ form }) => form);
      assert.deepEqual([...new Set(forms)], ['keyless'], kind);
    }
  });

  test('links well-formed pages and speaks in full sentences', () => {
    for (const kind of kinds) {
      const { docs, summary, notes = [] } = sectionKinds[kind];
      assert.equal(new URL(docsUrl(docs)).hostname, 'learn.microsoft.com');
      assert.match(docs, /^[a-z0-9-]+\/[a-z0-9-]+$/, kind);
      for (const text of [summary, ...notes]) assert.match(text, /^[A-Z].*[.2]$/, kind);
    }
  });

  test('names absolute keys of the control set for what drivers write', () => {
    for (const meaning of ['software', 'hardware', 'service', 'event-log', 'class'] as const) {
      assert.match(hkrKeys[meaning].key ?? '', /^HKLM\\SYSTEM\\CurrentControlSet\\/);
    }
    assert.equal(hkrKeys.none.key, undefined);
  });
});
