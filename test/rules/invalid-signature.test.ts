import assert from 'node:assert/strict';
import invalidSignature from '../../server/src/rules/invalid-signature.js';
import { driver } from '../support/snippet.js';
import { actionsOf, findingsIn, fixed, rule } from '../support/squiggle.js';

suite('invalid-signature', () => {
  test('reports a file without [Version] at its first section', () => {
    rule(
      invalidSignature,
      `
      ; Example
      [Manufacturer]
       ~~~~~~~~~~~~ invalid-signature The file has no [Version] section with Signature = "$Windows NT$", so Windows does not take it for an INF.
      %Vendor% = Models, NTamd64
      `,
    );
  });

  test('reports a missing and an empty Signature', () => {
    rule(
      invalidSignature,
      `
      [Version]
       ~~~~~~~ invalid-signature [Version] lacks Signature = "$Windows NT$", so Windows does not take the file for an INF.
      Class = System
      [Manufacturer]
      `,
    );
    rule(
      invalidSignature,
      `
      [Version]
      Signature = ; to come
      ~~~~~~~~~~~ invalid-signature [Version] lacks Signature = "$Windows NT$", so Windows does not take the file for an INF.
      Class = System
      `,
    );
  });

  test('reports a wrong Signature, also behind a token', () => {
    rule(
      invalidSignature,
      `
      [Version]
      Signature = "Windows NT"
                  ~~~~~~~~~~~~ invalid-signature Signature is "Windows NT", so Windows does not take the file for an INF; it must be "$Windows NT$".
      Class = System
      `,
    );
    rule(
      invalidSignature,
      `
      [Version]
      Signature = %Sig%
                  ~~~~~ invalid-signature Signature is "NT", so Windows does not take the file for an INF; it must be "$Windows NT$".
      Class = System
      [Strings]
      Sig = NT
      `,
    );
  });

  test('hints at the signatures of old', () => {
    const snippet = `
      [Version]
      Signature = $CHICAGO$
                  ~~~~~~~~~ invalid-signature Signature is "$CHICAGO$", which is the same as "$Windows NT$" to Windows; that is the form for drivers of today.
      Class = System
      `;
    rule(invalidSignature, snippet);
    assert.equal(
      findingsIn([invalidSignature], '[Version]\r\nSignature=$CHICAGO$\r\nClass=Net\r\n')[0]?.severity,
      'hint',
    );
  });

  test('is silent about the right one in any case, about placeholders and unknown tokens', () => {
    rule(invalidSignature, driver(''));
    rule(invalidSignature, '[Version]\nSignature = $WINDOWS NT$\nClass = Net\n');
    rule(invalidSignature, '[Version]\nSignature = "@SIGNATURE@"\nClass = Net\n');
    rule(invalidSignature, '[Version]\nSignature = %Unknown%\nClass = Net\n');
  });

  test('leaves a file to unreadable-file that Windows refuses', () => {
    rule(invalidSignature, '[Version\nSignature = "$Windows NT$"\n[Manufacturer]\n');
  });

  test('adds what is missing', () => {
    fixed(
      invalidSignature,
      '; Example\n[Manufacturer]\n%V% = Models\n',
      '; Example\n[Version]\nSignature = "$Windows NT$"\n\n[Manufacturer]\n%V% = Models\n',
    );
    fixed(invalidSignature, '[Version]\nClass = Net\n', '[Version]\nClass = Net\nSignature = "$Windows NT$"\n');
    fixed(invalidSignature, '[Version]\nSignature=\nClass=Net\n', '[Version]\nSignature = "$Windows NT$"\nClass=Net\n');
    fixed(
      invalidSignature,
      '[Version]\nSignature = $Chicago$ ; old\nClass = Net\n',
      '[Version]\nSignature = "$Windows NT$" ; old\nClass = Net\n',
    );
    assert.deepEqual(actionsOf(invalidSignature, '[Version]\nSignature = "x"\nClass = Net\n'), [
      'set-signature: Write "$Windows NT$"',
    ]);
  });
});
