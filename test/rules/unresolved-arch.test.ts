import unresolvedArch from '../../server/src/rules/unresolved-arch.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const folderWith = (name: string) => ({
  has: (path: string) => path === name,
  changed: () => undefined,
  infChanged: undefined,
});

suite('unresolved-arch', () => {
  test('reports another spelling, on the line and in the header', () => {
    rule(
      unresolvedArch,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NT$Arch$
                           ~~~~~~ unresolved-arch Stampinf does not replace $Arch$, as it looks for $ARCH$ in capital letters.
      [Models.NT$arch$]
                ~~~~~~ unresolved-arch Stampinf does not replace $arch$, as it looks for $ARCH$ in capital letters.
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports what is left beside the catalog', () => {
    rule(
      unresolvedArch,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NT$ARCH$
                           ~~~~~~ unresolved-arch The catalog svc.cat stands beside this INF, but $ARCH$ has not been replaced by Stampinf yet.
      [Models.NT$ARCH$]
                ~~~~~~ unresolved-arch The catalog svc.cat stands beside this INF, but $ARCH$ has not been replaced by Stampinf yet.
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
      { surroundings: { folder: folderWith('svc.cat') } },
    );
  });

  test('is silent about a template', () => {
    rule(
      unresolvedArch,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NT$ARCH$
      [Models.NT$ARCH$]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about a template beside the catalog of another build', () => {
    rule(
      unresolvedArch,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NT$ARCH$
      [Models.NT$ARCH$]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
      { uri: 'file:///driver.inx', surroundings: { folder: folderWith('svc.cat') } },
    );
  });

  test('cures it by respell-arch', () => {
    fixed(
      unresolvedArch,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NT$arch$.10.0

      [Models.NT$Arch$.10.0]
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NT$ARCH$.10.0

      [Models.NT$ARCH$.10.0]
    `,
      'respell-arch',
    );
  });
});
