import assert from 'node:assert/strict';
import { createPackageFolder } from '../../server/src/plan/package-folder.js';

const FILES: Readonly<Record<string, readonly string[]>> = {
  '': ['Driver.inf', 'Svc.SYS', 'amd64', 'driver.cat'],
  amd64: ['Helper.dll'],
};

/** A folder with `FILES` in it; `asked` collects the folders that were listed. */
function folder(asked: string[] = []): ReturnType<typeof createPackageFolder> {
  return createPackageFolder(
    {
      list: (path) => {
        asked.push(path.join('/'));
        return FILES[path.join('/')];
      },
      changed: (path) => (path.join('/') === 'Driver.inf' ? 2000 : 1000),
    },
    'driver.inf',
  );
}

suite('the folder of a package', () => {
  test('is looked into without regard to case, with either slash', () => {
    const one = folder();
    for (const path of ['svc.sys', 'SVC.SYS', '.\\svc.sys', 'AMD64\\helper.DLL', '/amd64/Helper.dll', 'amd64']) {
      assert.ok(one.has(path), path);
    }
    for (const path of ['other.sys', 'amd64\\svc.sys', 'x86\\helper.dll', 'svc.sys\\a'])
      assert.ok(!one.has(path), path);
  });

  test('says nothing against what it cannot see', () => {
    assert.ok(folder().has('..\\bin\\a.sys'));
    const unreadable = createPackageFolder({ list: () => undefined, changed: () => undefined }, 'a.inf');
    assert.ok(unreadable.has('svc.sys'));
    assert.equal(unreadable.changed('svc.sys'), undefined);
    assert.equal(unreadable.infChanged, undefined);
  });

  test('knows when a file was changed', () => {
    assert.equal(folder().changed('DRIVER.CAT'), 1000);
    assert.equal(folder().changed('none.cat'), undefined);
    assert.equal(folder().infChanged, 2000);
  });

  test('lists each folder once, and none before it is asked', () => {
    const asked: string[] = [];
    const one = folder(asked);
    assert.deepEqual(asked, []);
    for (const path of ['svc.sys', 'a.sys', 'amd64\\a.dll', 'amd64\\b.dll']) one.has(path);
    assert.deepEqual(asked, ['', 'amd64']);
  });
});
