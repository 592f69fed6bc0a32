import assert from 'node:assert/strict';
import { read } from './reading.js';

/** Checks what SetupAPI reads from the entries of a section. */
function reads(name: string, entries: string, expected: string): void {
  test(name, () => assert.equal(read(`[T]\r\n${entries}`), `T: ${expected}`));
}

suite('entries: keys and values', () => {
  reads('key and value', 'k=v', 'k=v');
  reads('blanks around them do not count', '  k \t =  v  ', 'k=v');
  reads('blanks inside them do', 'a b\tc = d  e', 'a b\tc=d  e');
  reads('no value', 'k=', 'k=');
  reads('no key', '=v', '=v');
  reads('neither', '=', '=');
  reads('a single word is key and value', 'k', 'k=k');
  reads('a comma first: no key', 'k,v', '|k|v');
  reads('empty values', ',a,,', '||a||');
  reads('a second = belongs to the value', 'k=a=b', 'k=a=b');
  reads('a = behind a comma belongs to the value', 'k,a=b', '|k|a=b');
  reads('brackets are text inside an entry', 'k=[a]', 'k=[a]');
  reads('apostrophes are text', "k='a,b'", "k='a|b'");
  reads('exotic blanks around values', 'k=\u00a0\u3000v\u2028,\u1680w', 'k=v|w');
  reads('what looks like a blank and is none', 'k=\u200bv\u180e', 'k=\u200bv\u180e');
  reads('form feed and vertical tab are blanks', 'k=\fv\v', 'k=v');
  reads('NUL counts as a blank inside a value', 'k=v\0w', 'k=v w');
  reads('NUL between quotes, too', 'k="v\0w"', 'k=v w');
});

suite('entries: line ends', () => {
  reads('LF alone ends a line', 'a=1\nb=2', 'a=1, b=2');
  reads('CR alone does not', 'a=1\rb=2', 'a=1\rb=2');
  reads('nor does it end a comment', ';c\ra=1\nb=2', 'b=2');
  reads('empty and blank lines are nothing', '\r\n \t\r\na=1\r\n\r\n', 'a=1');
  test('Ctrl+Z ends the file', () => {
    assert.equal(read('[T]\r\n[Version]\r\nSignature=$CHICAGO$\r\n[U]\r\na=1\u001ab=2\r\n[V]\r\n'), 'T: ; U: a=1');
  });
});

suite('entries: comments', () => {
  reads('behind a value', 'k=v ; c', 'k=v');
  reads('directly behind a value', 'k=v;c,d', 'k=v');
  reads('behind a key', 'k ; =v', 'k=k');
  reads('alone', '; k=v', '');
  reads('a semicolon in quotes is text', 'k="a;b";c', 'k=a;b');
  reads('a comment is not continued', 'k=v ; x \\\r\nj=w', 'k=v, j=w');
});

suite('entries: quotes', () => {
  reads('keep separators', 'k="a,b=c;d\\"', 'k=a,b=c;d\\');
  reads('keep blanks', 'k=" a "', 'k= a ');
  reads('around a key', '"k=k"=v', 'k=k=v');
  reads('anywhere in a value', 'k=a"b,"c "d"', 'k=ab,c d');
  reads('several stretches', 'k="a" "b"', 'k=a b');
  reads('doubled inside quotes are one', 'k="say ""hi"""', 'k=say "hi"');
  reads('doubled outside quotes are none', 'k=a""b', 'k=ab');
  reads('three and four', 'k="""",""', 'k="|');
  reads('an empty key', '""=v', '=v');
  test('end with the line when they are not closed, and swallow the CR', () => {
    assert.equal(read('[T]\r\nk="a, b;  \r\nj=w'), 'T: k=a, b;  \r, j=w');
    assert.equal(read('[T]\nk="a, b;  \nj=w'), 'T: k=a, b;  , j=w');
  });
  reads('not closed behind doubled ones', 'k="a""', 'k=a"\r');
});

suite('entries: backslashes', () => {
  reads('inside a value are text', 'k=a\\b\\\\c', 'k=a\\b\\\\c');
  reads('between blanks', 'k=a \\ b', 'k=a \\ b');
  reads('keep the blanks behind them', 'k=a \\ ,b', 'k=a \\ |b');
  reads('of a key', 'a \\ =b', 'a \\ =b');
  reads('before quotes', 'k=a\\ \\ "b"', 'k=a\\ \\ b');
  reads('at the start of a value', 'k=\\ a', 'k=\\ a');
});

suite('entries: continuation', () => {
  reads('joins without the blanks around it', 'k=a \\\r\n  b', 'k=ab');
  reads('LF alone', 'k=a\\\nb', 'k=ab');
  reads('blanks behind the backslash', 'k=a\\ \t\r\nb', 'k=ab');
  reads('several backslashes', 'k=a \\ \\\\\r\nb', 'k=ab');
  reads('a comment behind the backslash', 'k=a \\ ; c\r\nb', 'k=ab');
  reads('between values', 'k=a,\\\r\n b,\\\r\n c', 'k=a|b|c');
  reads('before a separator', 'k="a"\\\r\n,b', 'k=a|b');
  reads('inside a key', 'k\\\r\n2\\\r\n=v', 'k2=v');
  reads('over empty continued lines', 'k=a\\\r\n\\\r\nb', 'k=ab');
  reads('ended by an empty line', 'k=a\\\r\n\r\nb', 'k=a, b=b');
  reads('ended by a comment line', 'k=a\\\r\n; c\r\nb', 'k=a, b=b');
  reads('swallows a section header', 'k=a\\\r\n[x]\r\nb=c', 'k=a[x], b=c');
  reads('of an otherwise empty line', '\\\r\nk=v', 'k=v');
  reads('with nothing to continue makes an empty entry', '\\\r\n\r\na', '=, a=a');
  reads('the same before a comment', '\\\r\n;c\r\na', '=, a=a');
  reads('the next line may begin with a backslash', 'k=a\\\r\n\\ b', 'k=a\\ b');
  test('at the end of the file vanishes', () => {
    assert.equal(read('[T]\r\n[Version]\r\nSignature=$CHICAGO$\r\n[U]\r\nk=a \\\u001a'), 'T: ; U: k=a');
    assert.equal(read('[T]\r\n[Version]\r\nSignature=$CHICAGO$\r\n[U]\r\nk=a \\;c\u001a'), 'T: ; U: k=a');
  });
});
