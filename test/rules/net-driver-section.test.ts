import netDriverSection from '../../server/src/rules/net-driver-section.js';
import unknownDirective from '../../server/src/rules/unknown-directive.js';
import { rule } from '../support/squiggle.js';

const head = (name: string) => `[Version]\nSignature = "$Windows NT$"\nClass = ${name}\nCatalogFile = net.cat\n`;

suite('net-driver-section', () => {
  test('reports the section in another class', () => {
    rule(
      netDriverSection,
      `${head('NetService')}
      [DefaultInstall.NTamd64]
      CopyFiles = Files
      [DefaultInstall.NTamd64.NetDrivers]
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ net-driver-section [DefaultInstall.NTamd64.NetDrivers] is for INF files of class NetDriver only, and this one is of class NetService.
      AddNetFilter = example_filter, Filter
      [Filter]
      FilterClass = custom
      `,
    );
  });

  test('reports a network driver without components', () => {
    rule(
      netDriverSection,
      `${head('NetDriver')}
      [DefaultInstall.NTamd64]
      ~~~~~~~~~~~~~~~~~~~~~~~~ net-driver-section An INF of class NetDriver needs a section [DefaultInstall.NTamd64.NetDrivers] with AddNetFilter or AddNetProtocol.
      CopyFiles = Files
      `,
    );
  });

  test('reports the directives in other sections, in place of unknown-directive', () => {
    rule(
      [netDriverSection, unknownDirective],
      `${head('NetDriver')}
      [DefaultInstall.NTamd64]
      AddNetFilter = example_filter, Filter
      ~~~~~~~~~~~~ net-driver-section AddNetFilter has no place in [DefaultInstall.NTamd64], only in [DefaultInstall.NT<architecture>.NetDrivers].
      [DefaultInstall.NTamd64.NetDrivers]
      AddNetProtocol = example_protocol, Protocol
      [Protocol]
      FilterClass = custom
      `,
    );
  });

  test('reports missing and malformed values', () => {
    rule(
      netDriverSection,
      `${head('NetDriver')}
      [DefaultInstall.NTamd64]
      [DefaultInstall.NTamd64.NetDrivers]
      AddNetFilter = example_filter
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ net-driver-section AddNetFilter has two values: a component ID and the section that describes it.
      AddNetFilter = Example-Filter, Filter
                     ~~~~~~~~~~~~~~ net-driver-section The component ID "Example-Filter" may hold lower case letters, digits and underscores only.
      AddNetProtocol = ms_example, Filter
                       ~~~~~~~~~~ net-driver-section Identifiers that begin with ms_ are for components of Windows, so ms_example is none for others.
      AddNetProtocol = @ID@, Filter
      [Filter]
      `,
    );
  });

  test('is silent about a good one and about other classes', () => {
    rule(
      netDriverSection,
      `${head('NetDriver')}[DefaultInstall.NTamd64]\n[DefaultInstall.NTamd64.NetDrivers]\nAddNetFilter = a_1, F\n[F]\n`,
    );
    rule(netDriverSection, `${head('Net')}[DefaultInstall.NTamd64]\nCopyFiles = A\n`);
  });
});
