import { MODE_WORDS } from '../config/settings.js';
import { modes } from '../language/infverif.js';
import { REPORT_FORMATS } from '../report/writers.js';

/** One option of a command. Without `value` it is a switch. */
export interface OptionSpec {
  readonly name: string;
  /** Stands for the argument in the help: `--rule NAME`. */
  readonly value?: string;
  /** The words allowed as value. */
  readonly choices?: readonly string[];
  readonly repeatable?: boolean;
  readonly help: string;
}

/** One command of `inf`. */
export interface CommandSpec {
  readonly name: string;
  /** Operands in the help: `PATH…`. */
  readonly operands: string;
  /** How many operands are wanted. */
  readonly count: 'none' | 'one' | 'some' | 'any';
  readonly summary: string;
  /** Paragraphs below the options. */
  readonly details: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
}

const CONFIG: OptionSpec = {
  name: 'config',
  value: 'FILE',
  help: 'take the settings from FILE instead of the nearest inf.config.json',
};
const EXCLUDE: OptionSpec = {
  name: 'exclude',
  value: 'GLOB',
  repeatable: true,
  help: 'leave out files and folders that match; may be repeated',
};
const RULE: OptionSpec = {
  name: 'rule',
  value: 'NAME',
  repeatable: true,
  help: 'only findings of this rule; may be repeated',
};
const STDIN_NAME: OptionSpec = {
  name: 'stdin-filename',
  value: 'FILE',
  help: 'file name of what is read from standard input: shown in the report, and where inf.config.json is looked for',
};
const FORMAT: OptionSpec = {
  name: 'format',
  value: 'text|json',
  choices: ['text', 'json'],
  help: 'report for people (text, the default) or for programs (json)',
};

const REPORT: OptionSpec = {
  name: 'format',
  value: REPORT_FORMATS.join('|'),
  choices: REPORT_FORMATS,
  help:
    'report for people (text, the default), for programs (json, sarif), for the log of GitHub Actions (github), ' +
    'of MSBuild and Visual Studio (msbuild), or as test results (junit)',
};
const FAIL_ON: OptionSpec = {
  name: 'fail-on',
  value: 'SEVERITY',
  choices: ['error', 'warning', 'info', 'hint'],
  help: 'end with exit code 1 from this severity on: error, warning (the default), info or hint',
};

const MODE: OptionSpec = {
  name: 'mode',
  value: MODE_WORDS.join('|'),
  choices: MODE_WORDS,
  help: `requirements to check: ${MODE_WORDS.map((mode) => `${mode} ${modes[mode]}`).join('; ')}`,
};
const PROVIDER: OptionSpec = {
  name: 'provider',
  value: 'NAME',
  help: 'report every INF with another Provider than NAME',
};

const INPUTS =
  'PATH is a file, a folder (all .inf, .inx, .inf.in and .inx.in files below it, except in node_modules and .git), ' +
  'a glob pattern, or - for standard input.';

const check: CommandSpec = {
  name: 'check',
  operands: 'PATH…',
  count: 'some',
  summary: 'Report what is wrong in INF files.',
  options: [
    REPORT,
    FAIL_ON,
    MODE,
    PROVIDER,
    RULE,
    { name: 'baseline', value: 'FILE', help: 'report only findings that FILE does not have' },
    { name: 'write-baseline', value: 'FILE', help: 'write all findings to FILE as known, and report nothing' },
    CONFIG,
    EXCLUDE,
    STDIN_NAME,
  ],
  details: [
    INPUTS,
    'Files of other formats that end in .inf (UEFI modules, autorun.inf, security templates, registry hives) have no findings.',
    'Exit codes: 0 nothing at or above --fail-on; 1 findings at or above it; 2 wrong usage, or an input could not be checked (the others still are).',
  ],
  examples: [
    'inf check driver.inf',
    'inf check --format json drivers/',
    'inf check --baseline inf-baseline.json --format github .',
    'type driver.inf | inf check - --stdin-filename driver.inf',
  ],
};

const fix: CommandSpec = {
  name: 'fix',
  operands: 'PATH…',
  count: 'some',
  summary: 'Apply the safe fixes, or an action that you choose.',
  options: [
    { ...RULE, help: 'only fixes for findings of this rule; may be repeated' },
    { name: 'action', value: 'ACTION', help: 'apply this action, safe or not, wherever it is offered (see --list)' },
    { name: 'list', help: 'show which actions are offered, and change nothing' },
    { name: 'dry-run', help: 'show what would change, and change nothing' },
    { ...MODE, help: 'fix what is reported in this mode; see "inf help check"' },
    PROVIDER,
    CONFIG,
    EXCLUDE,
    STDIN_NAME,
  ],
  details: [
    INPUTS,
    'Encoding, byte order mark, line ends and everything that a fix does not touch stay as they are. What is read from standard input is written to standard output.',
    'Exit codes: 0 done, or nothing to do; 1 with --dry-run: something would change; 2 wrong usage, or an input could not be handled.',
  ],
  examples: [
    'inf fix drivers/',
    'inf fix --list driver.inf',
    'inf fix --rule dma-not-stated --action insert-opt-in-both driver.inf',
  ],
};

const explain: CommandSpec = {
  name: 'explain',
  operands: 'RULE',
  count: 'one',
  summary: 'Show the page of a rule.',
  options: [],
  details: [
    'RULE is the name of a rule, or the number of an InfVerif code: then its meaning and levels come first.',
    'Exit codes: 0 done; 2 no such rule or number.',
  ],
  examples: ['inf explain dma-not-stated', 'inf explain 1203'],
};

const parse: CommandSpec = {
  name: 'parse',
  operands: 'FILE',
  count: 'one',
  summary: 'Print the sections as Windows (SetupAPI) reads them, as JSON.',
  options: [CONFIG],
  details: [
    'Same-named sections are merged and %tokens% are expanded: {"sections":[{"name","lines":[{"line","key","fields"}]}]}. "line" is 1-based; "key" is null for a line without one.',
    'Exit codes: 0 done; 1 Windows refuses the file; 2 wrong usage, or the file cannot be read.',
  ],
  examples: ['inf parse driver.inf'],
};

const dma: CommandSpec = {
  name: 'dma',
  operands: 'FILE…',
  count: 'some',
  summary: 'Show the DMA remapping policy of each device, and the line that decides it.',
  options: [
    { name: 'hardware-id', value: 'ID', help: 'only the device with this hardware ID or compatible ID' },
    {
      name: 'target',
      value: 'DECORATION',
      help: 'only this system, written as NTamd64.10.0...26100 (26100 is the build)',
    },
    FORMAT,
    CONFIG,
    EXCLUDE,
    STDIN_NAME,
  ],
  details: [
    'Without --target there is a line for each system that the INF covers, and in JSON a record for each distinct outcome.',
    'Exit codes: 0 done; 2 wrong usage, no such device or target, or a file could not be read.',
  ],
  examples: ['inf dma driver.inf', 'inf dma --target NTamd64.10.0...26100 --format json driver.inf'],
};

const rules: CommandSpec = {
  name: 'rules',
  operands: '',
  count: 'none',
  summary: 'List the rules.',
  options: [{ ...MODE, help: 'list the severities of this mode; see "inf help check"' }, FORMAT],
  details: ['A fix is safe (inf fix applies it) or unsafe (a person must choose it with inf fix --action).'],
  examples: ['inf rules'],
};

const importLog: CommandSpec = {
  name: 'import',
  operands: 'LOG',
  count: 'one',
  summary: 'Show what a log of InfVerif, MSBuild, Partner Center or SetupAPI says, at its lines and with fixes.',
  options: [
    { name: 'root', value: 'DIR', help: 'where the INF files are that the log is about; default: the current folder' },
    REPORT,
    FAIL_ON,
    { ...MODE, help: 'the mode in which the log was made, if you know it; see "inf help check"' },
    CONFIG,
    EXCLUDE,
  ],
  details: [
    'LOG is a file, or - for standard input. Files are found again by their names, whatever folders the log states. Where a rule finds the same fault, it is shown at its exact place with its fixes; anything else stands at the line that the log states.',
    'Exit codes: 0 nothing at or above --fail-on; 1 findings at or above it; 2 wrong usage, a log without messages about INF files, or none of its files below DIR.',
  ],
  examples: ['inf import infverif.log --root drivers', 'infverif /h driver.inf | inf import -'],
};

const help: CommandSpec = {
  name: 'help',
  operands: '[COMMAND]',
  count: 'any',
  summary: 'Show help for a command.',
  options: [],
  details: [],
  examples: ['inf help check'],
};

/** Every command, in the order of the help. */
export const commands: readonly CommandSpec[] = [check, fix, explain, parse, dma, rules, importLog, help];
