import type { Section } from '../model/types.js';
import { defineRule } from './rule.js';
import { channelNumber, channelsIn, type Channel, type ChannelNumber } from './support/event-channels.js';
import { fieldSpan, lineSpan } from './support/places.js';

export default defineRule({
  name: 'duplicate-channel-value',
  summary: 'Two event channels of one provider have the same number.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    duplicate: {
      text: 'The channel {channel} has Value = {value}, which {first} of the same provider has already.',
      infverif: 1180,
    },
    shared: {
      text: 'The channel {channel} takes Value = {value} from [{section}], as {first} of the same provider does.',
      infverif: 1180,
    },
  },
  *check({ analysis, finding }) {
    const taken = new Map<Section, Map<number, Channel>>();
    for (const channel of analysis.once(channelsIn)) {
      const { entry, section, sectionField, name } = channel;
      const number = section === undefined ? undefined : channelNumber(analysis, section, 'Value');
      if (section === undefined || sectionField === undefined || number === undefined) continue;
      const values = taken.get(entry.section) ?? new Map<number, Channel>();
      taken.set(entry.section, values);
      const first = values.get(number.value);
      if (first === undefined) {
        values.set(number.value, channel);
        continue;
      }
      const args = { channel: name, value: number.value, first: first.name };
      const related = [{ span: lineSpan(first.entry.at), message: `${first.name} is added here.` }];
      if (first.section === section) {
        yield finding(fieldSpan(entry.at, sectionField), 'shared', { ...args, section: section.name }, { related });
      } else yield finding(valueSpan(number), 'duplicate', args, { related });
    }
  },
});

function valueSpan({ entry, field }: ChannelNumber): { readonly start: number; readonly end: number } {
  return fieldSpan(entry.at, field);
}
