import { setupClasses } from '../../server/src/language/setup-classes.js';
import { dedent } from './dedent.js';

export interface DriverOptions {
  /** TargetOSVersion of the Models section. */
  readonly target?: string;
  /** What follows the DDInstall name in the Models line. */
  readonly id?: string;
  readonly className?: string;
  /** What to leave out: sections as `[SourceDisksFiles]`, entries by their key as `PnpLockdown`. Case is ignored. */
  readonly without?: readonly string[];
}

/** A device on the PCI bus. Without any DMA remapping line it draws a hint. */
export const PCI_DEVICE = 'PCI\\VEN_1B36&DEV_0010';

/** A device to which DMA remapping does not matter. */
export const USB_DEVICE = 'USB\\VID_1209&PID_0001';

/**
 * The rest of a driver package, so that a test can say only what it is about: one device `Dev` for Windows 10 1809 and
 * later, its function driver `Svc`, and its file `svc.sys`. No rule complains about it, save that about DMA remapping,
 * which is for the body to state (or for `id: USB_DEVICE` to avoid).
 *
 * The body comes first. Where it has a section that the package has too, the package's entries follow its header; an
 * entry of the body with the same key replaces the package's, but lines that may repeat (CopyFiles, AddService, models)
 * stay beside each other unless their first value is the same too. A section of the package that nothing refers to any
 * more is left out. What hangs on `[Dev.NT]`, `[Dev.NT.HW]` and `[Svc_Inst]` is for the body to define.
 */
export function driver(body: string, options: DriverOptions = {}): string {
  const without = new Set((options.without ?? []).map((name) => name.toLowerCase()));
  const own = splitSections(dedent(body));
  const added: string[] = [];
  for (const { name, entries, after } of packageSections(options)) {
    if (without.has(`[${name}]`.toLowerCase())) continue;
    const kept = entries.filter((entry) => !without.has(keyOf(entry)));
    const same = own.filter((section) => section.name === name.toLowerCase());
    const [first] = same;
    if (first !== undefined)
      first.lines.splice(endOfHeader(first), 0, ...kept.filter((entry) => !same.some(states(entry))));
    else if (after === undefined || isReferredTo(after, [...own.flatMap(({ lines }) => lines), ...added])) {
      added.push(`[${name}]`, ...kept);
    }
  }
  return `${own.flatMap(({ lines }) => lines).join('\n')}${SEPARATOR}\n${added.join('\n')}\n`;
}

const SEPARATOR = '; --- the rest of the driver';

/** A section of the package. `after`: how an earlier line refers to it, if one has to. */
interface PackageSection {
  readonly name: string;
  readonly entries: readonly string[];
  readonly after?: RegExp;
}

function packageSections(options: DriverOptions): readonly PackageSection[] {
  const { target = 'NTamd64.10.0...17763', id = PCI_DEVICE, className = 'System' } = options;
  const guid = setupClasses.find(({ name }) => name.toLowerCase() === className.toLowerCase())?.guid;
  return [
    {
      name: 'Version',
      entries: [
        'Signature   = "$Windows NT$"',
        `Class       = ${className}`,
        `ClassGuid   = ${guid ?? '{4d36e97d-e325-11ce-bfc1-08002be10318}'}`,
        'Provider    = %Vendor%',
        'CatalogFile = svc.cat',
        'DriverVer   = 01/01/2025,1.0.0.0',
        'PnpLockdown = 1',
      ],
    },
    { name: 'Manufacturer', entries: [`%Vendor% = Models, ${target}`] },
    {
      name: target === '' ? 'Models' : `Models.${target}`,
      entries: [`%Device% = Dev, ${id}`],
      after: nameIn('Models', target),
    },
    { name: 'Dev.NT', entries: ['CopyFiles = Svc_Files'], after: nameIn('Dev') },
    { name: 'Svc_Files', entries: ['svc.sys'], after: nameIn('Svc_Files') },
    { name: 'Dev.NT.HW', entries: [], after: nameIn('Dev') },
    { name: 'Dev.NT.Services', entries: ['AddService = Svc, 0x2, Svc_Inst'], after: nameIn('Dev') },
    {
      name: 'Svc_Inst',
      entries: ['ServiceType   = 1', 'StartType     = 3', 'ErrorControl  = 1', 'ServiceBinary = %13%\\svc.sys'],
      after: nameIn('Svc_Inst'),
    },
    { name: 'DestinationDirs', entries: ['DefaultDestDir = 13'] },
    { name: 'SourceDisksNames', entries: ['1 = %Disk%'] },
    { name: 'SourceDisksFiles', entries: ['svc.sys = 1'] },
    { name: 'Strings', entries: ['Vendor = "Example"', 'Device = "Example device"', 'Disk = "Example disk"'] },
  ];
}

/** A section as the body writes it: its header and all that stands below, squiggles included. */
interface OwnSection {
  readonly name: string;
  readonly lines: string[];
}

function splitSections(body: string): readonly OwnSection[] {
  const sections: OwnSection[] = [{ name: '', lines: [] }];
  for (const line of body.split('\n')) {
    const header = /^\s*\[([^\]]*)\]/.exec(line.replace(/<\|>?|\|>/g, ''))?.[1];
    if (header !== undefined) sections.push({ name: header.trim().toLowerCase(), lines: [] });
    sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** Index of the first line below a header and the squiggles under it. */
function endOfHeader({ lines }: OwnSection): number {
  const below = lines.findIndex((line, index) => index > 0 && !/^[ \t]*(?:~+>?|\^)( |$)/.test(line));
  return below < 0 ? lines.length : below;
}

/** Tells whether a section of the body has an entry that stands in the place of `entry`. */
function states(entry: string): (section: OwnSection) => boolean {
  const wanted = identityOf(entry);
  return ({ lines }) => lines.some((line) => identityOf(line.replace(/<\|>?|\|>/g, '')) === wanted);
}

const REPEATABLE = /^(?:copyfiles|addservice|%device%)$/;

function identityOf(entry: string): string {
  const key = keyOf(entry);
  if (!REPEATABLE.test(key)) return key;
  return `${key}=${(entry.split('=')[1] ?? '').split(';')[0]?.split(',')[0]?.trim().toLowerCase() ?? ''}`;
}

/** The part before the equals sign, or the whole line; in lower case. */
function keyOf(entry: string): string {
  return (entry.split(/[=;]/)[0] ?? '').trim().toLowerCase();
}

/** What a line looks like in which a name stands as a value, followed by others. */
function nameIn(...names: readonly string[]): RegExp {
  const pattern = names
    .filter((name) => name !== '')
    .map((name) => `[=,]\\s*${name.replaceAll('.', '\\.')}\\s*(?:$|(?=[,;]))`);
  return new RegExp(pattern.join('.*?'), 'i');
}

function isReferredTo(by: RegExp, lines: readonly string[]): boolean {
  return lines.some((line) => !line.trimStart().startsWith('[') && by.test(line));
}
