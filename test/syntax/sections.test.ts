import assert from 'node:assert/strict';
import { readAsSetupApi } from '../../server/src/model/setupapi-reading.js';
import { parseText, read } from './reading.js';

function reads(name: string, text: string, expected: string): void {
  test(name, () => assert.equal(read(text), expected));
}

suite('sections', () => {
  reads(
    'are merged whatever their case, named as first written',
    '[A]\r\nk=1\r\n[B]\r\nk=2\r\n[a]\r\nk=3',
    'A: k=1, k=3; B: k=2',
  );
  reads('may be empty', '[A]\r\n[B]', 'A: ; B: ');
  reads(
    'have verbatim names',
    '[ A ]\n[A B]\n["Q"]\n[A;B]\n[A\\]\n[A[B]\n[%x%]\n[]',
    ' A : ; A B: ; "Q": ; A;B: ; A\\: ; A[B: ; %x%: ; : ',
  );
  reads(
    'ignore the rest of the header line',
    '[A] x = y\r\n[B];c\r\n[C]]\r\n[D]k=v \\\r\nj=w',
    'A: ; B: ; C: ; D: j=w',
  );
  reads('may be indented', ' \t[A]\r\nk=v', 'A: k=v');
  reads('have names of up to 255 characters', `[${'n'.repeat(255)}]`, `${'n'.repeat(255)}: `);
  reads('NUL in a name', '[T\0]\r\nk=v', 'T : k=v');
});

suite('refusals', () => {
  reads('longer names', `[A]\r\n[${'n'.repeat(256)}]\r\n`, '0xE0000002 in line 2');
  reads('a header without closing bracket', '[A]\r\nk=v\r\n [B\r\n', '0xE0000001 in line 3');
  reads('the bracket must stand on the same line', '[A\r\n]', '0xE0000001 in line 1');
  reads('the first of several', '[A\r\n[B\r\n', '0xE0000001 in line 1');
  reads('text before the first section', '; c\r\n\r\nabc\r\n[T]', '0xE0000000 in line 3');
  reads('which is forgiven in a file with strings', 'abc\r\n[T]\r\n[Strings]', 'T: ');
  reads('and reported after other faults', 'abc\r\n[T', '0xE0000001 in line 2');
  reads('a section may begin behind such text', 'abc "[T]"\r\nk=v\r\n[strings]', 'T: k=v; strings: ');
  reads('but not in a comment', 'abc ; [T]\r\nk=v\r\n[U]\r\n[Strings]', 'U: ');
  reads('a CR counts as no line', 'a\r\n[T]\rx\n[U', '0xE0000001 in line 3');

  test('a file without signature', () => {
    const code = (text: string): number => {
      const answer = readAsSetupApi(parseText(text));
      return answer.ok ? 0 : answer.refusal.code;
    };
    assert.equal(code(''), 0x3ee);
    assert.equal(code('[A]\nk=v'), 0xe0000100);
    assert.equal(code('[Version]\nSignature=x\nSignature=$CHICAGO$'), 0xe0000100);
    assert.equal(code('[Version]\nSignature=%s%\n[Strings]\ns=$CHICAGO$'), 0xe0000100);
    assert.equal(code('[Version]\nSignature'), 0xe0000100);
    for (const signature of ['$CHICAGO$', '"$Windows NT$"', '$windows 95$,x']) {
      assert.equal(code(`[A]\n[version]\n"Sig"nature = ${signature}`), 0, signature);
    }
  });
});

suite('strings', () => {
  const strings =
    '\r\n[Strings]\r\nvendor="Contoso"\r\ntwo words = "a  b"\r\npct=100%%\r\nself=%self%\r\na=%b%\r\nb=1\r\nlist=x,y\r\nA=2\r\nalone\r\nno,key\r\n7=seven\r\n"quo"ted=q';
  function expands(name: string, written: string, expected: string): void {
    reads(name, `[T]\r\n${written}${strings}`, `T: ${expected}`);
  }
  expands('in values and keys, whatever the case', '%vendor%=%VENDOR%,a%Vendor%b', 'Contoso=Contoso|aContosob');
  expands('in quotes', 'k="a %vendor% b"', 'k=a Contoso b');
  expands('names with blanks', 'k=%two words%,% vendor %', 'k=a  b|% vendor %');
  expands('quotes and continuations inside the name', 'k=%ven"do"r%,%ven\\\r\n  dor%', 'k=Contoso|Contoso');
  expands('undefined ones stay', 'k=%missing%,%vendor', 'k=%missing%|%vendor');
  expands('doubled percent signs are one', 'k=100%%,%%vendor%%,%%%vendor%%%,%%%', 'k=100%|%vendor%|%Contoso%|%%');
  expands('values are not expanded again', 'k=%self%,%a%,%pct%', 'k=%self%|%b%|100%%');
  expands('the first definition counts', 'k=%A%,%b%', 'k=%b%|1');
  expands('the first of several values counts', 'k=%list%', 'k=x');
  expands('an entry of one word defines itself; one without key nothing', 'k=%alone%,%no%', 'k=alone|%no%');
  expands('numbers can be names', 'k=%7%', 'k=seven');
  expands('directory tokens stay as written', 'k=%13%\\x.sys', 'k=%13%\\x.sys');
  expands('quoted names', 'k=%quoted%', 'k=q');
});

test('line numbers are those of the first physical line', () => {
  const answer = readAsSetupApi(
    parseText('; c\r\n[Version]\r\nSignature=$CHICAGO$\r\n\r\n[A]\r\nk=a,\\\r\n b\r\nj\r\n[B]\r\n[A]\r\nl'),
  );
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.reading.sections.map(({ name, lines }) => [name, lines.map(({ line }) => line)]),
    [
      ['Version', [3]],
      ['A', [6, 8, 11]],
      ['B', []],
    ],
  );
});
