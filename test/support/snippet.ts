/** A test's INF text: indentation removed, CR LF line ends, `<|>` and `<|…|>` markers taken out. */
export interface Snippet {
  readonly text: string;
  /** Offset of `<|>`, or of the start of `<|…|>`; `undefined` when the text has no marker. */
  readonly cursor: number | undefined;
  /** The range between `<|` and `|>`. */
  readonly range: { readonly start: number; readonly end: number } | undefined;
}

/** Removes the indentation that all lines share, and the line breaks around the template literal. */
export function dedent(template: string): string {
  const lines = template
    .replace(/\r\n/g, '\n')
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents, 1000);
  return lines.map((line) => line.slice(common)).join('\n');
}

/** Reads a snippet with its markers. */
export function readSnippet(template: string): Snippet {
  const text = dedent(template).replace(/\n/g, '\r\n');
  const start = text.indexOf('<|');
  if (start < 0) return { text, cursor: undefined, range: undefined };
  if (text.startsWith('<|>', start)) {
    return { text: text.slice(0, start) + text.slice(start + 3), cursor: start, range: { start, end: start } };
  }
  const close = text.indexOf('|>', start + 2);
  if (close < 0) throw new Error('the snippet opens a range with <| but does not close it with |>');
  const inner = text.slice(start + 2, close);
  const range = { start, end: start + inner.length };
  return { text: text.slice(0, start) + inner + text.slice(close + 2), cursor: start, range };
}

/**
 * The rest of a driver package, so that a test can say only what it is about. The tested part comes first; sections of
 * the same name merge. One PCI device `Dev` for Windows 10 1809 and later, and its function driver `Svc`.
 *
 * The body is expected to define what hangs on `[Dev.NT]`, `[Dev.NT.HW]` and `[Svc_Inst]`, each of which exists already.
 */
export function driver(body: string, options: DriverOptions = {}): string {
  const { target = 'NTamd64.10.0...17763', id = 'PCI\\VEN_1B36&DEV_0010', className = 'System' } = options;
  return `${dedent(body)}${SEPARATOR}
[Version]
Signature = "$Windows NT$"
Class     = ${className}
ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}
Provider  = %Vendor%
DriverVer = 01/01/2026,1.0.0.0
[Manufacturer]
%Vendor% = Models, ${target}
[Models.${target}]
%Device% = Dev, ${id}
[Dev.NT]
[Dev.NT.HW]
[Dev.NT.Services]
AddService = Svc, 0x2, Svc_Inst
[Svc_Inst]
ServiceType   = 1
StartType     = 3
ErrorControl  = 1
ServiceBinary = %13%\\svc.sys
[Strings]
Vendor = "Example"
Device = "Example device"
`;
}

export interface DriverOptions {
  /** TargetOSVersion of the Models section. */
  readonly target?: string;
  /** What follows the DDInstall name in the Models line. */
  readonly id?: string;
  readonly className?: string;
}

const SEPARATOR = '; --- the rest of the driver';
