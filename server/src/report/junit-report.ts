import type { Finding, Severity } from '../engine/types.js';
import { countAtLeast, countSeverities, type FileReport } from './file-report.js';
import { reportPlace, ruleLabel } from './place.js';

/** What a JUnit document is made of besides the reports. */
export interface JunitOptions {
  /** Findings from this severity on are failures; the others pass and are told in their output. */
  readonly failOn: Severity;
  /** Inputs that could not be checked, and why. */
  readonly troubles: readonly { readonly where: string; readonly what: string }[];
}

/** One test suite as text, with the numbers that its parents need. */
interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

/**
 * A JUnit document for servers that show test results: one test suite per file, one test case per finding, and one that
 * passes for a file without findings. An input that could not be checked is an error.
 */
export function junitReport(reports: readonly FileReport[], { failOn, troubles }: JunitOptions): string {
  const suites = [...reports.map((report) => fileSuite(report, failOn)), ...troubles.map(troubleSuite)];
  const sum = (of: (suite: Suite) => number): string => String(suites.reduce((total, suite) => total + of(suite), 0));
  const numbers = `tests="${sum((one) => one.tests)}" failures="${sum((one) => one.failures)}" errors="${sum((one) => one.errors)}"`;
  const inner = suites.map(({ xml }) => xml).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="inf" ${numbers}>\n${inner}</testsuites>\n`;
}

function fileSuite(report: FileReport, failOn: Severity): Suite {
  const { file, findings } = report;
  const failures = countAtLeast(countSeverities(findings), failOn);
  const cases =
    findings.length === 0
      ? [`    <testcase classname="${escape(file)}" name="no findings"/>\n`]
      : findings.map((finding) => testCase(report, finding, failOn));
  return suite(file, cases, failures, 0);
}

function troubleSuite({ where, what }: JunitOptions['troubles'][number]): Suite {
  const inner = `      <error message="${escape(what)}" type="unchecked"/>\n`;
  return suite(
    where,
    [`    <testcase classname="${escape(where)}" name="is checked">\n${inner}    </testcase>\n`],
    0,
    1,
  );
}

function suite(name: string, cases: readonly string[], failures: number, errors: number): Suite {
  const numbers = `tests="${String(cases.length)}" failures="${String(failures)}" errors="${String(errors)}"`;
  const xml = `  <testsuite name="${escape(name)}" ${numbers}>\n${cases.join('')}  </testsuite>\n`;
  return { xml, tests: cases.length, failures, errors };
}

function testCase({ file, snapshot }: FileReport, finding: Finding, failOn: Severity): string {
  const { line, column } = reportPlace(snapshot, finding.span);
  const place = `${file}:${String(line)}:${String(column)}`;
  const name = `${ruleLabel(finding)} at ${String(line)}:${String(column)}`;
  const text = escape(`${place}: ${finding.severity} ${finding.message}`);
  const isFailure = countAtLeast(countSeverities([finding]), failOn) > 0;
  const inner = isFailure
    ? `<failure message="${escape(finding.message)}" type="${finding.severity}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${escape(file)}" name="${escape(name)}">\n      ${inner}\n    </testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For attributes and text alike. Characters that XML 1.0 cannot hold, not even as references, are replaced. */
function escape(text: string): string {
  let escaped = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isLegal = code >= 0x20 ? !((code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) : false;
    if (code === 9 || code === 10 || code === 13) escaped += `&#${String(code)};`;
    else escaped += isLegal ? (ENTITIES[character] ?? character) : '\ufffd';
  }
  return escaped;
}
