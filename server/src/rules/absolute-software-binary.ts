import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'absolute-software-binary',
  summary: 'SoftwareBinary names a file outside the driver package.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    absolute: {
      text: 'SoftwareBinary is a path within the driver package, and "{path}" is an absolute one.',
      infverif: 1141,
    },
    folder: {
      text: 'SoftwareBinary is a path within the driver package: that of %13%, not of %{dirid}%.',
      infverif: 1141,
    },
  },
  *check({ analysis, finding }) {
    for (const { at } of analysis.entries.named('SoftwareBinary')) {
      const [field] = at.line.fields;
      if (field === undefined) continue;
      const path = analysis.model.valueOf(field).trim();
      const dirid = /^"?%(-?\d{1,5})%/.exec(path)?.[1];
      if (/^"?(?:[a-z]:|[\\/]|%%?[a-z]\w*%?%[\\/])/i.test(path)) {
        yield finding(fieldSpan(at, field), 'absolute', { path });
      } else if (dirid !== undefined && dirid !== DRIVER_STORE) {
        yield finding(fieldSpan(at, field), 'folder', { dirid });
      }
    }
  },
});

/** The folder of the package. Examples of the documentation write it out: install/using-a-component-inf-file */
const DRIVER_STORE = '13';
