import compressedSourceName from '../../server/src/rules/compressed-source-name.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('compressed-source-name', () => {
  test('reports the compressed name of a copied file', () => {
    rule(
      compressedSourceName,
      driver(
        `
          [Svc_Files]
          svc.sys
          extra.dll
          [SourceDisksFiles]
          svc.sys = 1
          extra.dl_ = 1
          ~~~~~~~~~ compressed-source-name extra.dl_ is a compressed file: [SourceDisksFiles] lists it as extra.dll, under which it is copied.
        `,
      ),
    );
  });

  test('takes files that are copied compressed, and names that only look so', () => {
    rule(
      compressedSourceName,
      driver(
        `
          [Svc_Files]
          svc.sys
          packed.dl_,,,0x800
          [SourceDisksFiles]
          svc.sys = 1
          packed.dl_ = 1
          unknown.sy_ = 1
          a_b.c_ = 1
        `,
      ),
    );
  });

  test('changes the name', () => {
    fixed(
      compressedSourceName,
      driver(
        `
          [Svc_Files]
          extra.dll
          [SourceDisksFiles]
          extra.dl_ = 1
        `,
      ),
      driver(
        `
          [Svc_Files]
          svc.sys
          extra.dll
          [SourceDisksFiles]
          svc.sys = 1
          extra.dll = 1
        `,
      ),
      'rename-file',
    );
  });
});
