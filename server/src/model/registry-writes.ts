import type { LineRef } from '../syntax/cst.js';
import type { Application, InstallGraph } from './installations.js';
import { absoluteKey, areAllPci } from './registry-keys.js';
import type { RegistryTable } from './registry-table.js';
import type { SectionDraft } from './section-index.js';
import type { Installation, RegistryLine, RegistryWrite, RelativeRoot, Step } from './types.js';

const NO_WRITES: readonly RegistryWrite[] = [];

/** Turns lines and the applications of their sections into writes; each write is one object, whoever asks. */
export interface WriteTable {
  /** All ways in which a line is applied. */
  at(at: LineRef, section: SectionDraft | undefined, graph: InstallGraph): readonly RegistryWrite[];
  /** What some applications write, in the order of the file. */
  of(applications: readonly Application[]): readonly RegistryWrite[];
}

/** What the keys of writes are filled in with. */
interface KeySource {
  classGuid(): string;
  isPci(installation: Installation): boolean;
}

/** One write; its key is put together on demand. */
class AppliedLine implements RegistryWrite {
  readonly line: RegistryLine;
  private readonly application: Application;
  private readonly source: KeySource;

  constructor(line: RegistryLine, application: Application, source: KeySource) {
    this.line = line;
    this.application = application;
    this.source = source;
  }

  get installation(): Installation {
    return this.application.installation;
  }

  get path(): readonly Step[] {
    return this.application.arrival.path;
  }

  get order(): number {
    return this.application.arrival.order;
  }

  get relativeTo(): RelativeRoot {
    return this.application.arrival.meaning;
  }

  get service(): string | undefined {
    return this.application.arrival.service;
  }

  get key(): string {
    const { meaning, service, eventLog } = this.application.arrival;
    const isPci = this.source.isPci(this.application.installation);
    return absoluteKey(this.line, { meaning, classGuid: this.source.classGuid(), service, eventLog, isPci });
  }
}

/** @param classGuid `ClassGuid` of [Version], empty when it has none */
export function createWriteTable(registry: () => RegistryTable, classGuid: () => string): WriteTable {
  const known = new Map<Application, Map<RegistryLine, RegistryWrite>>();
  const pci = new Map<Installation, boolean>();
  const source: KeySource = {
    classGuid,
    isPci(installation) {
      let answer = pci.get(installation);
      if (answer === undefined) pci.set(installation, (answer = areAllPci(installation.matches)));
      return answer;
    },
  };

  function writeOnce(application: Application, line: RegistryLine): RegistryWrite {
    let writes = known.get(application);
    if (writes === undefined) {
      writes = new Map<RegistryLine, RegistryWrite>();
      known.set(application, writes);
    }
    let made = writes.get(line);
    if (made === undefined) {
      made = new AppliedLine(line, application, source);
      writes.set(line, made);
    }
    return made;
  }

  return {
    at(at, section, graph) {
      const applications = section === undefined ? [] : graph.applicationsOf(section);
      if (applications.length === 0) return NO_WRITES;
      const line = registry().at(at, section);
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
