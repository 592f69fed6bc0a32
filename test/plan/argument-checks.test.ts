import assert from 'node:assert/strict';
import {
  flags,
  guid,
  hex,
  integer,
  oneOf,
  path,
  text,
  usually,
  version,
  zero,
} from '../../server/src/language/fields.js';
import type { FieldType } from '../../server/src/language/fields.js';
import { objectionTo } from '../../server/src/plan/argument-checks.js';

/** The reasons for which values of a type are refused; an empty text for those that are not. */
function reasons(type: FieldType, ...values: readonly string[]): readonly string[] {
  return values.map((value) => objectionTo(type, value)?.reason ?? '');
}

suite('objections to values', () => {
  test('numbers, in bounds, with up to 64 bits', () => {
    assert.deepEqual(reasons(integer(1, 10), '1', '0xA', '0', '11', 'x', '1 2'), [
      '',
      '',
      'range',
      'range',
      'number',
      'number',
    ]);
    assert.deepEqual(reasons(integer(0), '0xFFFFFFFFFFFFFFFF', '18446744073709551615', '0x'), ['', '', 'number']);
    assert.deepEqual(reasons(hex(0, 0xff), 'FD', '0xFD', '100'), ['', 'number', 'range']);
  });

  test('members of sets, by number or by word', () => {
    assert.deepEqual(reasons(oneOf('startTypes'), '3', '0x3', '9', 'demand'), ['', '', 'member', 'number']);
    assert.deepEqual(reasons(oneOf('filterPositions'), 'upper', 'Above'), ['', 'member']);
    assert.deepEqual(reasons(usually('loadOrderGroups'), 'Whatever'), ['']);
    assert.deepEqual(objectionTo(oneOf('filterPositions'), 'Above'), { reason: 'member', allowed: 'Upper or Lower' });
  });

  test('bits of flags', () => {
    assert.deepEqual(objectionTo(flags('serviceTypes'), '0x8001'), { reason: 'bits', bits: 0x8000 });
    assert.deepEqual(reasons(flags('serviceTypes'), '1', '0x110', 'kernel'), ['', '', 'number']);
  });

  test('GUIDs, versions, paths, zeros and texts', () => {
    assert.deepEqual(
      reasons(guid, '{aaaaaaaa-1111-2222-3333-444444444444}', 'aaaaaaaa-1111-2222-3333-444444444444', '{}'),
      ['', 'guid', 'guid'],
    );
    assert.deepEqual(reasons(version(2), '1.15', '1', '1.2.3', '1.', '1.65537'), [
      '',
      '',
      'version',
      'version',
      'version',
    ]);
    assert.deepEqual(reasons(path, '%13%\\a b.sys', 'a|b', 'a\tb'), ['', 'path', 'path']);
    assert.deepEqual(reasons(zero, '0', '0x0', '1', 'x'), ['', '', 'not-empty', 'not-empty']);
    assert.deepEqual(reasons(text(2), 'ab', 'abc'), ['', 'length']);
    assert.deepEqual(reasons({ type: 'securityDescriptor' }, 'D:P(A;;GA;;;SY)', 'all'), ['', 'descriptor']);
  });

  test('a long run of dots takes no time', () => {
    assert.equal(objectionTo(version(4), `${'1.'.repeat(100_000)}x`)?.reason, 'version');
  });
});
