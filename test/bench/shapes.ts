import { defaultSettings } from '../../server/src/config/settings.js';
import { createInfService } from '../../server/src/index.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';

/** What a shape of file costs at two sizes, in milliseconds. */
export interface ShapeResult {
  readonly name: string;
  readonly smallMs: number;
  readonly largeMs: number;
}

const SMALL = 1000;
const LARGE = 4000;
/** How much longer the large one may take than the small one: four times the lines, and room for a logarithm. */
export const MOST_GROWTH = 8;
/** What takes less is too short to be compared. */
export const NOTICEABLE_MS = 300;

const HEAD =
  '[Version]\r\nSignature="$Windows NT$"\r\nClass=Net\r\nClassGuid={4d36e972-e325-11ce-bfc1-08002be10318}\r\n' +
  'Provider=%V%\r\nDriverVer=01/01/2026,1.0.0.0\r\nCatalogFile=a.cat\r\nPnpLockdown=1\r\n';
const MODELS = '[Manufacturer]\r\n%V%=M,NTamd64.10.0...17763\r\n[M.NTamd64.10.0...17763]\r\n';
const PRIMITIVE = '[DefaultInstall.NTamd64]\r\n';
const SERVICE = 'ServiceType=1\r\nStartType=3\r\nErrorControl=1\r\nServiceBinary=%13%\\a.sys\r\n';

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\r\n`).join('');
}

/** Files with very many of one thing, as no author writes them: each once made some rule compare all with all. */
const SHAPES: Readonly<Record<string, (count: number) => string>> = {
  'directives twice': (n) => HEAD + lines(n, (i) => `DriverVer=01/01/2026,1.0.0.${String(i)}`),
  'misspelt sections': (n) =>
    HEAD + PRIMITIVE + lines(n, (i) => `AddReg=Reg${String(i)}`) + lines(n, (i) => `[Rge${String(i)}]\r\nHKR,,a,,b`),
  'misspelt files': (n) =>
    `${HEAD}${PRIMITIVE}CopyFiles=C\r\n[C]\r\n${lines(n, (i) => `fiel${String(i)}.sys`)}[SourceDisksFiles]\r\n${lines(n, (i) => `file${String(i)}.sys=1`)}`,
  'chain of Needs': (n) =>
    HEAD +
    MODELS +
    lines(n, (i) => `%D%=I${String(i)},PCI\\VEN_1&DEV_${String(i)}`) +
    lines(n, (i) => `[I${String(i)}.NT]\r\nNeeds=I${String(i + 1)}.NT`),
  'services with one section': (n) =>
    HEAD +
    MODELS +
    lines(n, (i) => `%D%=I${String(i)},PCI\\VEN_1&DEV_${String(i)}`) +
    lines(n, (i) => `[I${String(i)}.NT.Services]\r\nAddService=S${String(i)},2,SI\r\n[I${String(i)}.NT]`) +
    `[SI]\r\n${SERVICE}AddReg=R\r\n[R]\r\n${lines(50, (i) => `HKR,Parameters,A${String(i)},,b\r\nHKR,Parameters,A${String(i)},,c`)}`,
  'one service, many settings': (n) =>
    HEAD +
    MODELS +
    lines(n, (i) => `%D%=I${String(i)},PCI\\VEN_1&DEV_${String(i)}`) +
    lines(n, (i) => `[I${String(i)}.NT.Services]\r\nAddService=S,2,SI${String(i)}\r\n[SI${String(i)}]\r\n${SERVICE}`),
  'misplaced DMA lines': (n) =>
    `${HEAD}${MODELS}%D%=I,PCI\\VEN_1\r\n[I.NT]\r\nAddReg=R\r\n[R]\r\n${lines(n, () => 'HKR,Parameters,DmaRemappingCompatible,0x00010001,1')}`,
  'many targets': (n) =>
    `${HEAD}[Manufacturer]\r\n${lines(n, (i) => `%V%=M,NTamd64.10.0...${String(10000 + i)}`)}` +
    lines(n, (i) => `[M.NTamd64.10.0...${String(10000 + i)}]\r\n%D%=I,PCI\\VEN_1`),
  'undefined strings': (n) =>
    `${HEAD}${PRIMITIVE}AddReg=R\r\n[R]\r\n${lines(n, (i) => `HKR,,%toekn${String(i)}%,,b`)}[Strings]\r\n${lines(n, (i) => `token${String(i)}=a`)}`,
  'file lists': (n) =>
    HEAD +
    PRIMITIVE +
    lines(n, (i) => `CopyFiles=C${String(i)}`) +
    lines(n, (i) => `[C${String(i)}]\r\nf.sys`) +
    `[DestinationDirs]\r\n${lines(n, (i) => `C${String(i)}=12,a${String(i)}`)}`,
  'one long line': (n) => `${HEAD}${PRIMITIVE}AddReg=R\r\n[R]\r\nHKR,,A,0x00000001${',0'.repeat(n * 20)}\r\n`,
};

/** Checks each shape at a thousand and at four thousand lines, the best of three each. */
export function measureShapes(): readonly ShapeResult[] {
  const service = createInfService();
  const settings = defaultSettings();
  const time = (text: string): number => {
    const started = performance.now();
    service.check(service.analyse(createSnapshot('file:///shape.inf', 1, text)), settings);
    return performance.now() - started;
  };
  return Object.entries(SHAPES).map(([name, make]) => {
    const [small, large] = [make(SMALL), make(LARGE)];
    const best = (text: string): number => Math.min(time(text), time(text), time(text));
    return { name, smallMs: best(small), largeMs: best(large) };
  });
}
