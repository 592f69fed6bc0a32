import legacyDirective from '../../server/src/rules/legacy-directive.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('legacy-directive', () => {
  test('reports legacy sections, but not the lines in them', () => {
    rule(
      legacyDirective,
      driver(`
        [Dev.NT.FactDef]
        ~~~~~~~~~~~~~~~~ legacy-directive [Dev.NT.FactDef] is legacy: since Windows 11 22H2 packages with DDInstall.FactDef are not signed.
        ConfigPriority = NORMAL
        IOConfig = 1f0-1f7

        [Dev.NT.LogConfigOverride]
        ~~~~~~~~~~~~~~~~~~~~~~~~~~ legacy-directive [Dev.NT.LogConfigOverride] is legacy: since Windows 11 22H2 packages with DDInstall.LogConfigOverride are not signed.
        LogConfig = Config

        [Config]
        IOConfig = 1f0-1f7
      `),
    );
  });

  test('reports legacy directives', () => {
    rule(
      legacyDirective,
      driver(`
        [Dev.NT]
        LogConfig = Config
        ~~~~~~~~~ legacy-directive LogConfig is legacy: since Windows 11 22H2 packages with it are not signed.
        BitReg = Bits
        ~~~~~~ legacy-directive BitReg is legacy: since Windows 11 22H2 packages with it are not signed.
        RegisterDlls = Controls
        ~~~~~~~~~~~~ legacy-directive RegisterDlls for control.ocx is legacy: since Windows 11 22H2 packages with it are not signed; AddComServer takes its place.

        [Config]
        IOConfig = 1f0-1f7

        [Bits]
        HKR,,Flags,0,1,1

        [Controls]
        11,,control.ocx,1
      `),
    );
  });

  test('is silent about directives of today and about what undoes an installation', () => {
    rule(
      legacyDirective,
      '[Version]\nSignature="$Windows NT$"\n[DefaultUninstall.NTamd64]\nLegacyUninstall=1\nUnregisterDlls=D\n[D]\n11,,a.ocx,2\n',
    );
    rule(legacyDirective, driver('[Dev.NT]\nAddReg = A\n[A]\nHKR,,B,,1\n'));
  });

  test('removes the line and what only it names', () => {
    fixed(
      legacyDirective,
      driver('[Dev.NT]\nAddReg = A\nRegisterDlls = D ; old\n\n[D]\n11,,a.ocx,1\n\n[A]\nHKR,,B,,1\n'),
      driver('[Dev.NT]\nAddReg = A\n\n[A]\nHKR,,B,,1\n'),
      'remove-directive',
    );
  });
});
