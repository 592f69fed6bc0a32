import { fold } from '../../language/fold.js';
import { readNumber } from '../../model/numbers.js';
import type { Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { Entry } from '../../plan/entries.js';
import type { Field } from '../../syntax/cst.js';

const TYPE_AT = 1;
const SECTION_AT = 2;

/** An AddChannel line. Source: install/inf-addeventprovider-directive */
export interface Channel {
  readonly entry: Entry;
  /** Expanded. */
  readonly name: string;
  readonly type: number | undefined;
  readonly sectionField: Field | undefined;
  /** The channel section, where the file has it. */
  readonly section: Section | undefined;
}

/** A number that a channel section states. */
export interface ChannelNumber {
  readonly entry: Entry;
  readonly field: Field;
  readonly value: number;
}

/** The channels of a file in its order; keep them with `analysis.once(channelsIn)`. */
export function channelsIn({ model, entries }: Analysis): readonly Channel[] {
  return entries.named('AddChannel').map((entry) => {
    const { fields } = entry.at.line;
    const valueAt = (index: number): string => {
      const field = fields[index];
      return field === undefined ? '' : model.valueOf(field);
    };
    const name = valueAt(SECTION_AT);
    return {
      entry,
      name: valueAt(0),
      type: readNumber(valueAt(TYPE_AT)),
      sectionField: name === '' ? undefined : fields[SECTION_AT],
      section: name === '' ? undefined : model.sectionNamed(name),
    };
  });
}

/** The number under a key of a channel section; `undefined` where it is missing or no number. */
export function channelNumber({ model, entries }: Analysis, section: Section, key: string): ChannelNumber | undefined {
  const entry = entries
    .of(section, 'eventChannelInstall')
    .find(({ at }) => fold(at.line.key?.value ?? '') === fold(key));
  const [field] = entry?.at.line.fields ?? [];
  const value = field === undefined ? undefined : readNumber(model.valueOf(field));
  return entry === undefined || field === undefined || value === undefined ? undefined : { entry, field, value };
}
