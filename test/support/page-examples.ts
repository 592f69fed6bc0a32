import assert from 'node:assert/strict';
import { MODE_WORDS } from '../../server/src/config/settings.js';
import { driver, PCI_DEVICE, USB_DEVICE } from './driver.js';
import { folderWith } from './package-folder.js';
import type { SquiggleOptions } from './squiggle.js';

/** An example of a rule's page: a fence that begins with ```inf. */
export interface PageExample {
  /** `bad` draws a finding of the page's rule and none else; `good` draws none. */
  readonly kind: 'good' | 'bad';
  readonly text: string;
  /** 1-based line of the fence in the page. */
  readonly line: number;
  /** Whether the text is a whole file, or only what the rest of a driver package has to be added to. */
  readonly isWhole: boolean;
  readonly options: SquiggleOptions;
  /** Rules that report the same fault in their own way. */
  readonly also: readonly string[];
}

const FENCE = /^```inf (bad|good)(.*)\n([\s\S]*?)^```$/gm;

/**
 * The examples of a page with LF line ends. Behind `good` or `bad` may stand
 *
 *     whole, part            the text is a whole file (assumed where it has a [Version] section), or only a part of one
 *     mode=u                 the mode; h when left out
 *     file=driver.inx        the name of the file; test.inf when left out
 *     today=2026-01-01       the day
 *     encoding=utf-8         how the bytes were decoded; encoding=utf-8-bom with a byte order mark
 *     provider=Contoso       what --provider asks for
 *     files=svc.sys,svc.cat:5  what lies beside the INF, with the second of its last change; 0 when left out
 *     changed=100            the second in which the INF itself was changed
 *     also=unused-section    a rule that reports the same fault in its own way
 */
export function examplesOf(page: string): readonly PageExample[] {
  return [...page.matchAll(FENCE)].map((match) => {
    const line = page.slice(0, match.index).split('\n').length;
    const words = (match[2] ?? '').split(' ').filter((word) => word !== '');
    const text = match[3] ?? '';
    const isWhole = words.includes('whole') || (!words.includes('part') && /^\[version\]/im.test(text));
    const also = words.flatMap((word) => (word.startsWith('also=') ? word.slice('also='.length) : []));
    return { kind: match[1] === 'good' ? 'good' : 'bad', text, line, isWhole, also, options: optionsOf(words, line) };
  });
}

/** An example with the rest of the driver where it leaves that out: the one that `driver` describes. */
export function completeExample(rule: string, { text, isWhole }: PageExample): string {
  // A PCI device without any DMA remapping line draws a hint, which the other pages are not about.
  const isAboutDma = rule.startsWith('dma-') || /DmaRemapping|RemappingSupported/.test(text);
  return isWhole ? text : driver(text, { id: isAboutDma ? PCI_DEVICE : USB_DEVICE });
}

function optionsOf(words: readonly string[], line: number): SquiggleOptions {
  let options: SquiggleOptions = {};
  for (const word of words) {
    if (word === 'whole' || word === 'part' || word.startsWith('also=')) continue;
    const [key = '', value = ''] = word.split('=');
    const read = READERS[key];
    assert.ok(read, `line ${String(line)}: an example cannot have "${word}"`);
    options = read(options, value);
  }
  return options;
}

const READERS: Readonly<Record<string, (options: SquiggleOptions, value: string) => SquiggleOptions>> = {
  mode: (options, value) => {
    const mode = MODE_WORDS.find((word) => word === value);
    assert.ok(mode, `there is no mode "${value}"`);
    return { ...options, mode };
  },
  file: (options, value) => ({ ...options, uri: `file:///${value}` }),
  today: (options, value) => ({ ...options, surroundings: { ...options.surroundings, today: value } }),
  provider: (options, value) => ({ ...options, surroundings: { ...options.surroundings, provider: value } }),
  files: (options, value) => {
    const files = value.split(',').map((file) => file.split(':'));
    const folder = folderWith(Object.fromEntries(files.map(([path = '', second = '0']) => [path, seconds(second)])));
    return { ...options, surroundings: { ...options.surroundings, folder } };
  },
  changed: (options, value) => {
    const { surroundings } = options;
    const folder = surroundings?.folder ?? folderWith({});
    return { ...options, surroundings: { ...surroundings, folder: { ...folder, infChanged: seconds(value) } } };
  },
  encoding: (options, value) => {
    const encoding = { name: value.replace(/-bom$/, ''), hasBom: value.endsWith('-bom') };
    return { ...options, surroundings: { ...options.surroundings, encoding } };
  },
};

/** Seconds as milliseconds. */
function seconds(text: string): number {
  return Number(text) * 1000;
}
