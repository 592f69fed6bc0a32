import unknownNetworkService from '../../server/src/rules/unknown-network-service.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

/** A network component with that Ndi\Service. */
function component(service: string, className = 'Net', more = ''): string {
  return driver(`[Dev.NT]\n${more}AddReg = Dev_AddReg\n[Dev_AddReg]\nHKR, Ndi, Service, 0, ${service}\n`, {
    id: USB_DEVICE,
    className,
  });
}

const TELLS = 'which no AddService of this INF installs.';

suite('unknown-network-service', () => {
  test('reports services that the INF does not install', () => {
    const text = `"Other"\n                      ~~~~~~~ unknown-network-service Ndi\\Service names the service "Other", ${TELLS}`;
    rule(unknownNetworkService, component(text));
    rule(unknownNetworkService, component(text, 'NetTrans'));
  });

  test('accepts those that it installs, those of other INFs, and other classes', () => {
    rule(unknownNetworkService, component('SVC'));
    rule(unknownNetworkService, component('@NAME@'));
    rule(unknownNetworkService, component('Other', 'System'));
    rule(unknownNetworkService, component('Other', 'Net', 'Include = netexample.inf\n'));
  });

  test('names the service that the INF installs', () => {
    fixed(unknownNetworkService, component('"Other" ; why'), component('"Svc" ; why'), 'rename-service');
  });
});
