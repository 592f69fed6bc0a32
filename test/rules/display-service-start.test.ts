import displayServiceStart from '../../server/src/rules/display-service-start.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('display-service-start', () => {
  test('reports another start type', () => {
    rule(
      displayServiceStart,
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          ErrorControl  = 1
          ServiceBinary = %13%\\svc.sys
          StartType = 1
                      ~ display-service-start Svc is the service of a display driver, whose StartType has to be 3 (on demand), not 1.
        `,
        { className: 'Display' },
      ),
    );
  });

  test('takes 3, other services and what a build decides', () => {
    rule(
      displayServiceStart,
      driver(
        `
          [Dev.NT.Services]
          AddService = Svc, 0x2, Svc_Inst
          AddService = Helper, 0, Helper_Inst
          [Svc_Inst]
          ServiceType   = 1
          ErrorControl  = 1
          ServiceBinary = %13%\\svc.sys
          StartType = 0x3
          [Helper_Inst]
          ServiceType = 0x10
          StartType = 2
        `,
        { className: 'Display' },
      ),
    );
  });

  test('takes other classes', () => {
    rule(
      displayServiceStart,
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          ErrorControl  = 1
          ServiceBinary = %13%\\svc.sys
          StartType = 0
        `,
      ),
    );
  });

  test('sets it to 3', () => {
    fixed(
      displayServiceStart,
      driver(
        `
          [Svc_Inst]
          StartType = 0x1
        `,
        { className: 'Display' },
      ),
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          ErrorControl  = 1
          ServiceBinary = %13%\\svc.sys
          StartType = 3
        `,
        { className: 'Display' },
      ),
      'set-value',
    );
  });
});
