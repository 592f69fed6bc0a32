import { fold } from '../language/fold.js';
import { readNumber } from '../model/numbers.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

/** An MSI or EXE installer. Source: install/inf-addsoftware-directive */
const INSTALLER = 1;
const COMPONENT_CLASS = 'softwarecomponent';

export default defineRule({
  name: 'desktop-only-software',
  summary:
    'AddSoftware runs an installer, which only desktop editions of Windows do, and only for software components.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    desktop: {
      text: 'SoftwareType = {type} runs an installer, which only desktop editions of Windows do; an app of the store (2) runs on all.',
      infverif: 1144,
    },
    noComponent: {
      text: 'SoftwareType = {type} is for INFs of class SoftwareComponent only, and this one is of class {class}.',
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const className = model.version('Class')?.value ?? '';
    for (const { at } of analysis.entries.named('SoftwareType')) {
      const [field] = at.line.fields;
      const type = field === undefined ? '' : model.valueOf(field);
      if (field === undefined || readNumber(type) !== INSTALLER) continue;
      const span = fieldSpan(at, field);
      if (className !== '' && fold(className) !== COMPONENT_CLASS) {
        yield finding(span, 'noComponent', { type, class: className });
      } else yield finding(span, 'desktop', { type });
    }
  },
});
