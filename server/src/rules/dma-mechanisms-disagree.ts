import type { Fix } from '../engine/types.js';
import type { Model } from '../model/types.js';
import type { DmaPolicy } from '../plan/dma.js';
import { policyName } from '../plan/dma-wording.js';
import { setValueFix } from './fixes/change-value.js';
import { defineRule } from './rule.js';
import { findDisagreements, type Voice } from './support/dma-disagreements.js';
import { relatedLine, valueSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-mechanisms-disagree',
  summary: 'What is stated per driver and what is stated per device contradict each other.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    disagree: {
      text: '{device} ({devicePolicy}) holds from Windows 11 24H2 on, {driver} ({driverPolicy}) before it.',
    },
  },
  *check({ analysis, finding }) {
    for (const { device, driver } of analysis.once(findDisagreements)) {
      const args = {
        device: device.text,
        devicePolicy: policyName(device.policy),
        driver: driver.text,
        driverPolicy: policyName(driver.policy),
      };
      const related = [relatedLine(driver.line, `${driver.text} is set here.`)];
      const fixes = () => [
        ...followDevice(analysis.model, device, driver),
        ...followDriver(analysis.model, device, driver),
      ];
      yield finding(valueSpan(device.line), 'disagree', args, { related, fixes });
    }
  },
});

const DRIVER_VALUES: Readonly<Partial<Record<DmaPolicy, number>>> = { 'opt-out': 0, 'opt-in': 1, 'opt-in-external': 2 };

/** Makes DmaRemappingCompatible say what the values per device say. */
function followDevice(model: Model, device: Voice, driver: Voice): readonly Fix[] {
  const value = DRIVER_VALUES[device.policy];
  const fix = value === undefined ? undefined : setValueFix(model, driver.main, value);
  return fix === undefined ? [] : [{ ...fix, action: 'set-driver-value' }];
}

/** Makes the values per device say what DmaRemappingCompatible says, where changing one line does it. */
function followDriver(model: Model, device: Voice, driver: Voice): readonly Fix[] {
  const changesFlags = device.main.value === 1 && driver.policy !== 'opt-out';
  if (changesFlags && device.line === device.main) return [];
  const fix = changesFlags
    ? setValueFix(model, device.line, driver.policy === 'opt-in' ? 0 : 1)
    : setValueFix(model, device.main, driver.policy === 'opt-out' ? 0 : 1);
  return fix === undefined ? [] : [{ ...fix, action: 'set-device-value' }];
}
