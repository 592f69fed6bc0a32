import type { LineRef } from '../syntax/cst.js';
import type { Application, InstallGraph } from './installations.js';
import { absoluteKey, areAllPci } from './registry-keys.js';
import type { RegistryTable } from './registry-table.js';
import type { SectionDraft } from './section-index.js';
import type { Installation, RegistryLine, RegistryWrite } from './types.js';

const NO_WRITES: readonly RegistryWrite[] = [];

/** Turns lines and the applications of their sections into writes; each write is one object, whoever asks. */
export interface WriteTable {
  /** All ways in which a line is applied. */
  at(at: LineRef, section: SectionDraft | undefined, graph: InstallGraph): readonly RegistryWrite[];
  /** What some applications write, in the order of the file. */
  of(applications: readonly Application[]): readonly RegistryWrite[];
}

/** @param classGuid `ClassGuid` of [Version], empty when it has none */
export function createWriteTable(registry: () => RegistryTable, classGuid: () => string): WriteTable {
  const known = new Map<Application, Map<RegistryLine, RegistryWrite>>();
  const pci = new Map<Installation, boolean>();

  function isPci(installation: Installation): boolean {
    let answer = pci.get(installation);
    if (answer === undefined) {
      answer = areAllPci(installation.matches.map((match) => match.device));
      pci.set(installation, answer);
    }
    return answer;
  }

  function write(application: Application, line: RegistryLine): RegistryWrite {
    const { installation, arrival } = application;
    const { path, meaning, service, eventLog } = arrival;
    const context = { meaning, classGuid: classGuid(), service, eventLog, isPci: isPci(installation) };
    return { line, installation, path, relativeTo: meaning, service, key: absoluteKey(line, context) };
  }

  function writeOnce(application: Application, line: RegistryLine): RegistryWrite {
    let writes = known.get(application);
    if (writes === undefined) known.set(application, (writes = new Map()));
    let made = writes.get(line);
    if (made === undefined) writes.set(line, (made = write(application, line)));
    return made;
  }

  return {
    at(at, section, graph) {
      const applications = section === undefined ? [] : graph.applicationsOf(section);
      if (applications.length === 0) return NO_WRITES;
      const line = registry().at(at);
      return line === undefined ? NO_WRITES : applications.map((application) => writeOnce(application, line));
    },
    of: (applications) =>
      applications.flatMap((application) =>
        registry()
          .of(application.arrival.section)
          .map((line) => writeOnce(application, line)),
      ),
  };
}
