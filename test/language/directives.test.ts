import assert from 'node:assert/strict';
import { directives } from '../../server/src/language/directives.js';
import { docsUrl } from '../../server/src/language/docs.js';
import type { FieldSpec } from '../../server/src/language/fields.js';
import { fold } from '../../server/src/language/fold.js';
import { arityOf, directivesNamed } from '../../server/src/language/lookup.js';
import { releases } from '../../server/src/language/releases.js';
import { sectionKinds } from '../../server/src/language/sections.js';
import { valueSets } from '../../server/src/language/values.js';

/** `name in kind`, to say which row is wrong. */
function labels(test: (row: (typeof directives)[number]) => boolean): string[] {
  return directives.filter(test).map(({ name, in: kinds }) => `${name} in ${kinds.join(', ')}`);
}

function fieldsOf(row: (typeof directives)[number]): readonly FieldSpec[] {
  const { key, values, rest, alternative } = row;
  return [
    ...(key === undefined ? [] : [key]),
    ...values,
    ...(rest === undefined ? [] : [rest]),
    ...(alternative ?? []),
  ];
}

suite('the table of directives', () => {
  test('asks for unique values of lines that may repeat, at positions that they have', () => {
    const wrong = labels(
      ({ unique, repeatable, values }) =>
        unique !== undefined && (!repeatable || unique.some((position) => position >= values.length)),
    );
    assert.deepEqual(wrong, []);
  });

  test('has one row for each name in a kind of section', () => {
    const seen = new Set<string>();
    const twice: string[] = [];
    for (const { name, form, in: kinds } of directives) {
      for (const kind of kinds) {
        const id = `${kind}/${form === 'bare' ? 'keyed' : form}/${fold(name)}`;
        if (seen.has(id)) twice.push(id);
        seen.add(id);
      }
    }
    assert.deepEqual(twice, []);
  });

  test('has at most one row for free keys and one for lines without a key in a kind of section', () => {
    for (const kind of Object.keys(sectionKinds)) {
      for (const form of ['anyKey', 'keyless']) {
        const rows = directives.filter((row) => row.form === form && row.in.some((name) => name === kind));
        assert.ok(rows.length <= 1, `${kind} has ${String(rows.length)} rows of form ${form}`);
      }
    }
  });

  test('tells rows of one name apart by their titles', () => {
    for (const { name } of directives) {
      const titles = directivesNamed(name).map((row) => row.title ?? row.name);
      assert.equal(new Set(titles).size, titles.length, `${name}: ${titles.join(', ')}`);
    }
  });

  test('places every row in kinds that exist', () => {
    assert.deepEqual(
      labels((row) => row.in.length === 0 || row.in.some((kind) => !Object.hasOwn(sectionKinds, kind))),
      [],
    );
  });

  test('names kinds and value sets that exist', () => {
    for (const row of directives) {
      for (const { type } of fieldsOf(row)) {
        if (type.type === 'sectionRef') {
          assert.equal(type.kinds.length === 0, type.lookup === 'included', row.name);
          for (const kind of type.kinds) assert.ok(Object.hasOwn(sectionKinds, kind), `${row.name}: ${kind}`);
        }
        if (type.type === 'flags' || type.type === 'oneOf') {
          assert.ok(Object.hasOwn(valueSets, type.set), `${row.name}: ${type.set}`);
          assert.equal(valueSets[type.set].form === 'flags', type.type === 'flags', `${row.name}: ${type.set}`);
        }
      }
    }
  });

  test('gives a key to lines with a free key, and only to them', () => {
    assert.deepEqual(
      labels((row) => (row.form === 'anyKey') !== (row.key !== undefined)),
      [],
    );
  });

  test('gives values to every line but bare ones', () => {
    assert.deepEqual(
      labels((row) => (row.form === 'bare') !== (row.values.length === 0)),
      [],
    );
  });

  test('never wants more values than a line may have', () => {
    assert.deepEqual(
      labels((row) => {
        const { least, most } = arityOf(row);
        return least > most || least < 0;
      }),
      [],
    );
  });

  test('names replacements that exist', () => {
    const lost = directives.filter(
      (row) => row.replacement !== undefined && directivesNamed(row.replacement).length === 0,
    );
    assert.deepEqual(
      lost.map(({ name }) => name),
      [],
    );
  });

  test('names releases that exist, the first before the last', () => {
    for (const { name, since, until } of directives) {
      for (const release of [since, until]) assert.ok(release === undefined || Object.hasOwn(releases, release), name);
      if (since !== undefined && until !== undefined) {
        const order = Object.keys(releases);
        assert.ok(order.indexOf(since) < order.indexOf(until), name);
      }
    }
  });

  test('links well-formed pages', () => {
    for (const { name, docs } of directives) {
      const url = new URL(docsUrl(docs));
      assert.equal(url.hostname, 'learn.microsoft.com', name);
      assert.match(docs, /^(?:https:\/\/learn\.microsoft\.com\/)?[a-z0-9][a-z0-9./-]*[a-z0-9]$/, name);
      assert.doesNotMatch(docs, /\.md$/, name);
    }
  });

  test('says in full sentences what a directive does', () => {
    assert.deepEqual(
      labels(({ summary, notes = [] }) => [summary, ...notes].some((text) => !/^[A-Z@].*[.…]$/.test(text))),
      [],
    );
  });

  test('counts InfVerif numbers in its range and once', () => {
    for (const { name, infverif = [] } of directives) {
      assert.ok(
        infverif.every((code) => code >= 1000 && code < 2700),
        name,
      );
      assert.equal(new Set(infverif).size, infverif.length, name);
    }
  });
});
