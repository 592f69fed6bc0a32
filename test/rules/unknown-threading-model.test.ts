import assert from 'node:assert/strict';
import unknownThreadingModel from '../../server/src/rules/unknown-threading-model.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

/** A COM class of that threading model. */
function comClass(model: string): string {
  return driver(
    `
    [Dev.NT.COM]
    AddComServer = Server,, Server_Inst
    [Server_Inst]
    AddComClass = {5f6e1f6e-0000-4000-8000-000000000000},, Class_Inst
    [Class_Inst]
    ThreadingModel = ${model}
    `,
    { id: USB_DEVICE },
  );
}

suite('unknown-threading-model', () => {
  test('reports models that do not exist', () => {
    rule(
      unknownThreadingModel,
      comClass(
        'Apartement\n                     ~~~~~~~~~~ unknown-threading-model ThreadingModel is Apartment, Both, Free or Neutral, not "Apartement".',
      ),
    );
  });

  test('accepts those that do', () => {
    for (const model of ['Apartment', 'both', '"Free"', 'NEUTRAL', '@MODEL@']) {
      rule(unknownThreadingModel, comClass(model));
    }
  });

  test('changes it to the one that is meant, or offers all', () => {
    fixed(unknownThreadingModel, comClass('Apartement'), comClass('Apartment'), 'set-apartment');
    assert.equal(actionsOf(unknownThreadingModel, comClass('Single')).length, 4);
  });
});
