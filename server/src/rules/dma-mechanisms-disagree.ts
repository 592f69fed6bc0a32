import type { Fix } from '../engine/types.js';
import type { Model } from '../model/types.js';
import type { DmaLine, DmaPolicy, DmaStatement } from '../plan/dma.js';
import { policyName } from '../plan/dma-wording.js';
import { setValueFix } from './fixes/change-value.js';
import { defineRule } from './rule.js';
import { isSound } from './support/dma-subjects.js';
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
    const reported = new Set<DmaLine>();
    for (const statement of analysis.dma.statements) {
      const device = perDevice(statement);
      const driver = perDriver(statement);
      if (device === undefined || driver === undefined || agree(device, driver) || reported.has(device.line)) continue;
      reported.add(device.line);
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

/** What one mechanism says. */
interface Voice {
  /** The line that sets RemappingSupported or DmaRemappingCompatible. */
  readonly main: DmaLine;
  /** The line to change if the other voice is right. */
  readonly line: DmaLine;
  readonly text: string;
  readonly policy: DmaPolicy;
}

function perDevice({ supported, flags }: DmaStatement): Voice | undefined {
  const line = onlyOne(supported);
  if (line === undefined) return undefined;
  const text = `RemappingSupported = ${line.value ?? ''}`;
  if (line.value === 0) return { main: line, line, text, policy: 'opt-out' };
  if (flags.length === 0) return { main: line, line, text, policy: 'opt-in' };
  const flag = onlyOne(flags);
  if (flag === undefined) return undefined;
  const policy = flag.value === 1 ? 'opt-in-external' : 'opt-in';
  return { main: line, line: flag, text: `${text} with RemappingFlags = ${flag.value ?? ''}`, policy };
}

const DRIVER_POLICIES: readonly DmaPolicy[] = ['opt-out', 'opt-in', 'opt-in-external', 'opt-in'];

function perDriver({ perDriver: stated }: DmaStatement): Voice | undefined {
  const line = onlyOne(stated.map((one) => one.line));
  const policy = DRIVER_POLICIES[line?.value ?? -1];
  if (line === undefined || policy === undefined) return undefined;
  return { main: line, line, text: `DmaRemappingCompatible = ${line.value ?? ''}`, policy };
}

/** The line that speaks when all say the same number; contradictions and faults are told by other rules. */
function onlyOne(lines: readonly DmaLine[]): DmaLine | undefined {
  const last = lines.at(-1);
  const same = lines.every((line) => line.value === last?.value && line.value !== undefined && isSound(line));
  return same ? last : undefined;
}

/** Value 3 has no counterpart per device: it agrees with any opt-in. Source: pci/enabling-dma-remapping-for-device-drivers.md */
function agree(device: Voice, driver: Voice): boolean {
  if (driver.line.value === 3) return device.policy !== 'opt-out';
  return device.policy === driver.policy;
}

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
