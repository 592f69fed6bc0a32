import assert from 'node:assert/strict';
import uncopiedSourceFile from '../../server/src/rules/uncopied-source-file.js';
import { driver, USB_DEVICE, type DriverOptions } from '../support/driver.js';
import { findingsIn, fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const LISTED = '[SourceDisksFiles]\nold.dll = 1\n';

/** Whether old.dll, which nothing copies, is reported beside some other lines. */
function isReported(body: string, more: DriverOptions = {}): boolean {
  return findingsIn([uncopiedSourceFile], driver(`${body}\n${LISTED}`, { ...options, ...more })).length > 0;
}

suite('uncopied-source-file', () => {
  test('reports files that nothing copies, in each section that lists them', () => {
    rule(
      uncopiedSourceFile,
      driver(
        `
        [SourceDisksFiles]
        svc.sys = 1
        old.dll = 1,x64 ; listed
        ~~~~~~~ uncopied-source-file [SourceDisksFiles] lists old.dll, but no CopyFiles copies it and no other line names it, so it is no part of the package.
        [SourceDisksFiles.x86]
        svc.sys = 1,x86
        Old.dll = 1,x86
        ~~~~~~~ uncopied-source-file [SourceDisksFiles.x86] lists Old.dll, but no CopyFiles copies it and no other line names it, so it is no part of the package.
        [Svc_Files]
        svc.sys
        ; old.dll
        `,
        options,
      ),
    );
  });

  test('takes files that are copied: by lists, one by one, under another name', () => {
    rule(
      uncopiedSourceFile,
      driver(
        `
        [Dev.NT]
        CopyFiles = Svc_Files, Other_Files, @single.dll
        [Other_Files]
        new.dll,old.dll
        %Dll%
        sub\\deep.dll
        [SourceDisksFiles]
        old.dll = 1
        token.dll = 1
        single.dll = 1
        deep.dll = 1
        [Strings]
        Dll = "token.dll"
        `,
        options,
      ),
    );
  });

  test('leaves catalogs, INF files, co-installers, compressed names and build marks alone', () => {
    rule(
      uncopiedSourceFile,
      driver(
        `
        [SourceDisksFiles]
        svc.cat = 1
        other.inf = 1
        WdfCoInstaller01011.dll = 1
        old.dl_ = 1
        $NAME$.dll = 1
        %Nobody% = 1
        `,
        options,
      ),
    );
  });

  test('is silent where a line of another section names the file', () => {
    assert.ok(isReported(''));
    for (const body of [
      '[Svc_Inst]\nAddReg = R\n[R]\nHKR,Parameters,File,,"C:\\OLD.DLL"',
      '[Old_Files]\nold.dll',
      '[Dev.NT]\nDelFiles = Del\n[Del]\nold.dll',
      '[Dev.NT]\nCopyINF = old.dll',
    ]) {
      assert.ok(!isReported(body), body);
    }
  });

  test('is silent where others or a build may copy the file', () => {
    for (const body of [
      '[Dev.NT]\nInclude = other.inf\nNeeds = Other.NT',
      '[Version]\nLayoutFile = layout.inf',
      '[Dev.NT]\nCopyFiles = Missing_Files',
      '[Dev.NT]\nCopyFiles = $LIST$',
      '[Dev.NT]\nCopyFiles = @$NAME$.dll',
    ]) {
      assert.ok(!isReported(body), body);
    }
    assert.ok(!isReported('', { className: 'Printer' }));
    assert.ok(!isReported('', { without: ['CopyFiles', '[Svc_Files]'] }));
  });

  test('is silent about a list that is one for several INF files', () => {
    const list = (count: number): string =>
      driver(
        `[SourceDisksFiles]\n${Array.from({ length: count }, (_, index) => `f${index}.dll = 1`).join('\n')}`,
        options,
      );
    assert.equal(findingsIn([uncopiedSourceFile], list(32)).length, 32);
    assert.equal(findingsIn([uncopiedSourceFile], list(33)).length, 0);
  });

  test('leaves the file that a misspelt name means to the rule about that name', () => {
    assert.ok(!isReported('[Dev.NT]\nCopyFiles = Svc_Files, Other\n[Other]\nodl.dll'));
  });

  test('cures it by remove-line', () => {
    fixed(uncopiedSourceFile, driver(LISTED, options), driver('[SourceDisksFiles]\n', options), 'remove-line');
  });
});
