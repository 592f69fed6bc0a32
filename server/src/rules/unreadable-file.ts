import type { Refusal } from '../syntax/cst.js';
import { defineRule, type MessageTemplate } from './rule.js';

/** One sentence for each way in which a text makes SetupAPI refuse the whole file. */
const MESSAGES = {
  'text-before-first-section': {
    text: 'Windows refuses the whole file (error 0x{code}): "{text}" stands before the first section header.',
    infverif: 1002,
  },
  'unclosed-header': {
    text: 'Windows refuses the whole file (error 0x{code}): the section header "{text}" has no closing bracket on its line.',
    infverif: 1002,
  },
  'section-name-too-long': {
    text: 'Windows refuses the whole file (error 0x{code}): the section name "{text}" is longer than the 255 characters allowed.',
    infverif: 1002,
  },
} as const satisfies Record<Refusal['reason'], MessageTemplate>;

export default defineRule({
  name: 'unreadable-file',
  summary: 'SetupAPI cannot open the file as an INF: a place where its parser gives up.',
  severity: 'error',
  fix: 'none',
  messages: MESSAGES,
  *check({ analysis, finding }) {
    const { refusal, snapshot } = analysis.model.cst;
    if (refusal === undefined) return;
    const text = snapshot.text.slice(refusal.span.start, refusal.span.end).trim();
    const code = (refusal.code >>> 0).toString(16).toUpperCase().padStart(8, '0');
    yield finding(refusal.span, refusal.reason, { code, text });
  },
});
