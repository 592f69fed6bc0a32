import type { Fix } from '../engine/types.js';
import { diridFacts } from '../language/dirids.js';
import { fold } from '../language/fold.js';
import { inboxInfOfBinary } from '../language/inbox-infs.js';
import type { Architecture, Installation, Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { isDriverStore, placeText, type Place } from '../plan/destinations.js';
import type { FileOperation } from '../plan/file-operations.js';
import { planFiles, type FilePlan } from '../plan/files.js';
import { judgeLines } from '../plan/judged-lines.js';
import { findCopiedFiles, placeOfPath, readServiceBinaries, type ServiceBinary } from '../plan/service-binaries.js';
import { joinFolders } from '../plan/source-disks.js';
import { absolute } from '../syntax/cst.js';
import { quoted } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { setBinary } from './fixes/service-binary.js';
import { defineRule } from './rule.js';
import { nearestName } from './support/nearest-name.js';
import { fieldSpan } from './support/places.js';
import { serviceKind } from './support/services.js';
import { findUndefinedReferences } from './support/undefined-references.js';

export default defineRule({
  name: 'uncopied-service-binary',
  summary: 'The binary of a service is no file that the package copies.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    elsewhere: {
      text: 'The service runs {path}, but the package copies that file to {place}.',
      infverif: 2084,
    },
    misspelt: {
      text: 'The service runs {path}, which the package does not copy; the nearest is {nearest}.',
      infverif: 2084,
    },
    blanks: {
      text: 'Without quotation marks the path ends at its first blank, so the service runs {path}, which the package does not copy.',
      infverif: 2084,
    },
    platform: { text: 'The service runs {path}, which the package does not copy on {platform}.', infverif: 2084 },
    uncopied: { text: 'The service runs {path}, which the package does not copy.', infverif: 2084 },
  },
  *check({ analysis, finding }) {
    for (const binary of analysis.once(readServiceBinaries)) {
      const fault = judge(analysis, binary);
      if (fault === undefined) continue;
      const span = fieldSpan(binary.at, binary.field);
      const { path } = binary;
      if (fault.kind === 'elsewhere') {
        const fixes = () => [setBinary(binary, fault.place)];
        yield finding(span, 'elsewhere', { path, place: placeText(fault.place) }, { fixes });
      } else if (fault.kind === 'misspelt') {
        const fixes = () => (fault.place === undefined ? [] : [setBinary(binary, fault.place)]);
        yield finding(span, 'misspelt', { path, nearest: fault.nearest }, { fixes });
      } else if (fault.kind === 'blanks') yield finding(span, 'blanks', { path }, { fixes: () => [quotePath(binary)] });
      else if (fault.kind === 'platform') yield finding(span, 'platform', { path, platform: fault.platform });
      else yield finding(span, 'uncopied', { path });
    }
  },
});

type Fault =
  | { readonly kind: 'elsewhere'; readonly place: Place }
  | { readonly kind: 'misspelt'; readonly nearest: string; readonly place: Place | undefined }
  | { readonly kind: 'platform'; readonly platform: Architecture }
  | { readonly kind: 'blanks' | 'uncopied' };

/** Programs of Windows that run services of others, which come as DLLs. */
const HOSTS: ReadonlySet<string> = new Set(['svchost.exe', 'rundll32.exe', 'dllhost.exe']);

function judge(analysis: Analysis, binary: ServiceBinary): Fault | undefined {
  const copied = analysis.once(findCopiedFiles);
  const { place, value, section } = binary;
  if (place === undefined) return undefined;
  const name = place.path.split('\\').at(-1) ?? '';
  if (name === '' || HOSTS.has(name.toLowerCase())) return undefined;
  if (copied.has(place, undefined)) {
    const platform = platformWithout(analysis, section, place);
    return platform === undefined ? undefined : { kind: 'platform', platform };
  }
  const whole = placeOfPath(value);
  // Of a program without quotation marks malformed-service-binary tells.
  if (whole !== undefined && !binary.isQuoted && copied.has(whole, undefined)) {
    return serviceKind(analysis, section) === 'win32' ? undefined : { kind: 'blanks' };
  }
  if (copied.hasOpenNames || isCutAtBlank(analysis, binary)) return undefined;
  const plan = analysis.once(planFiles);
  // A copy without a name is a fault of its own: it may be that of this file.
  if (copied.names.has('')) return undefined;
  const sameName = copied.named(name);
  const places = sameName.map((operation) => plan.placeOf(operation));
  const [first] = places;
  if (sameName.length > 0) {
    // Of a dirid that does not exist unresolvable-dirid tells.
    if (places.some((one) => one !== undefined && diridFacts(one.dirid) === undefined)) return undefined;
    if (places.includes(undefined) || first === undefined || liesThere(plan, place, sameName)) return undefined;
    return { kind: 'elsewhere', place: first };
  }
  const nearest = nearestName(name, copied.names);
  if (nearest !== undefined) {
    const [copy] = copied.named(nearest);
    return { kind: 'misspelt', nearest, place: copy && plan.placeOf(copy) };
  }
  if (mayComeFromElsewhere(analysis, section, name) || lacksFileList(analysis)) return undefined;
  return { kind: 'uncopied' };
}

const DRIVER_STORE = 13;

/**
 * A file that stays in the driver store, in the folder of the package in which it lies: the copy that names another one
 * is wrong, of which driver-store-mismatch tells.
 */
function liesThere(plan: FilePlan, { dirid, path }: Place, copies: readonly FileOperation[]): boolean {
  return copies.some(({ list, source }) => {
    const destination = plan.destinationOf(list);
    if (dirid !== DRIVER_STORE || destination === undefined || !isDriverStore(destination)) return false;
    return plan.sources.filesNamed(source).some(({ disk, folder, name }) => {
      const disks = typeof disk === 'number' ? plan.sources.disksNamed(disk) : [];
      const folders = [folder, ...disks.map((one) => joinFolders(one.folder, folder))];
      return folders.some((each) => fold(joinFolders(each, name)) === fold(path));
    });
  });
}

/** A program in a path with blanks and no quotation marks: malformed-service-binary tells of it. */
function isCutAtBlank(analysis: Analysis, { section, path, rest, isQuoted }: ServiceBinary): boolean {
  if (isQuoted || rest === '' || /\.exe$/i.test(path)) return false;
  return serviceKind(analysis, section) === 'win32';
}

/** Some CopyFiles is misspelt or names a list that is not there: nobody knows which files it was to copy. */
function lacksFileList(analysis: Analysis): boolean {
  const { unknown } = analysis.once(judgeLines);
  if (unknown.some(({ at: { line } }) => /^copy/i.test(line.key?.value ?? line.fields[0]?.value ?? ''))) return true;
  return analysis.once(findUndefinedReferences).some(({ reference }) => reference.directive === 'CopyFiles');
}

/** The installations that install the service of each service-install section. */
function serviceUsers({ model }: Analysis): ReadonlyMap<Section, readonly Installation[]> {
  const users = new Map<Section, Installation[]>();
  for (const installation of model.installations) {
    for (const { section } of installation.services) {
      const known = section === undefined ? undefined : users.get(section);
      if (known !== undefined) known.push(installation);
      else if (section !== undefined) users.set(section, [installation]);
    }
  }
  return users;
}

/** An architecture on which the service is installed and its binary is not copied. */
function platformWithout(analysis: Analysis, section: Section, place: Place): Architecture | undefined {
  const copied = analysis.once(findCopiedFiles);
  const installations = analysis.once(serviceUsers).get(section) ?? [];
  // One install section copies the same files on all architectures; only several of them can differ.
  if (new Set(installations.map((one) => one.section)).size < 2) return undefined;
  const platforms = new Set(installations.map(({ architecture }) => architecture));
  return [...platforms].find((one) => one !== undefined && !copied.has(place, one));
}

/** Files of Windows, and services of an install section that takes others from an INF of Windows, which may copy them. */
function mayComeFromElsewhere(analysis: Analysis, section: Section, name: string): boolean {
  if (inboxInfOfBinary(name) !== undefined || analysis.entries.named('LayoutFile').length > 0) return true;
  const relevant = analysis.once(serviceUsers).get(section) ?? analysis.model.installations;
  return relevant.some(({ includes, needs }) => includes.length > 0 || needs.length > 0);
}

function quotePath({ at, field, value }: ServiceBinary): Fix {
  const head = { action: 'add-quotes', title: 'Put the path into quotation marks', preferred: true };
  return makeFix(head, () =>
    field.value.includes(value) ? [{ span: absolute(at.placed, field.span), newText: quoted(`"${value}"`) }] : [],
  );
}
