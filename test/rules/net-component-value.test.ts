import netComponentValue from '../../server/src/rules/net-component-value.js';
import { dedent } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

const component = (lines: string) => `
[Version]
Signature = "$Windows NT$"
Class = NetDriver
[DefaultInstall.NTamd64]
[DefaultInstall.NTamd64.NetDrivers]
AddNetFilter = example_filter, Filter
[Filter]
${dedent(lines)}`;

suite('net-component-value', () => {
  test('reports malformed values', () => {
    rule(
      netComponentValue,
      component(`
        FilterClass = Custom-Class
                      ~~~~~~~~~~~~ net-component-value The filter class "Custom-Class" may hold lower case letters, digits and underscores only.
        FilterClass = custom, vpn
        ~~~~~~~~~~~~~~~~~~~~~~~~~ net-component-value FilterClass has exactly one value, and 2 stand here.
        InstanceId = 5cbf81bd-5055-47cd-9055-a76b2b4e3697
                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ net-component-value "5cbf81bd-5055-47cd-9055-a76b2b4e3697" is no GUID of the form {XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}.
        Mandatory = True
                    ~~~~ net-component-value Mandatory is written in lower case: true or false, not True.
        FilterMediaTypes = ethernet, "ppip,Wlan"
                                           ~~~~ net-component-value The bind token "Wlan" may hold lower case letters, digits, underscores and dots only.
        LowerRange = ndis5, ndis_mine
                            ~~~~~~~~~ net-component-value Bind tokens that begin with ndis are reserved, and ndis_mine is none that Windows defines.
      `),
    );
  });

  test('is silent about good values, placeholders and other sections', () => {
    rule(
      netComponentValue,
      component(`
        FilterClass = custom
        InstanceId = {5cbf81bd-5055-47cd-9055-a76b2b4e3697}
        Mandatory = true
        Other = @VALUE@
        LowerRange = ndis5,nolower
        Text = %Undefined%
      `),
    );
  });

  test('writes booleans and GUIDs as they must be', () => {
    fixed(netComponentValue, component('Mandatory = FALSE\n'), component('Mandatory = false\n'), 'set-value');
    fixed(
      netComponentValue,
      component('Id = 5cbf81bd-5055-47cd-9055-a76b2b4e3697\n'),
      component('Id = {5cbf81bd-5055-47cd-9055-a76b2b4e3697}\n'),
      'set-value',
    );
  });
});
