import assert from 'node:assert/strict';
import { defaultSeverity } from '../../server/src/engine/render.js';
import { modes, type Mode } from '../../server/src/language/infverif.js';
import badArgument from '../../server/src/rules/bad-argument.js';
import longServiceName from '../../server/src/rules/long-service-name.js';
import reservedDirective from '../../server/src/rules/reserved-directive.js';
import unsupportedEncoding from '../../server/src/rules/unsupported-encoding.js';
import wrongRegistryType from '../../server/src/rules/wrong-registry-type.js';

/** What signed packages or Microsoft's own samples do against the letter of the documentation must fail no build. */
suite('messages where documentation and practice disagree', () => {
  for (const [rule, messageId, severity] of [
    [badArgument, 'bits', 'info'],
    [reservedDirective, 'version', 'info'],
    [longServiceName, 'framework', 'warning'],
    [unsupportedEncoding, 'utf8', 'warning'],
    [wrongRegistryType, 'known', 'warning'],
  ] as const) {
    test(`${rule.name}: ${messageId} is of severity ${severity} in every mode`, () => {
      const found = (Object.keys(modes) as Mode[]).map((mode) => defaultSeverity(rule, messageId, mode));
      assert.deepEqual(new Set(found), new Set([severity]));
    });
  }
});
