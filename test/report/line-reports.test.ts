import assert from 'node:assert/strict';
import { githubReport } from '../../server/src/report/github-report.js';
import { junitReport } from '../../server/src/report/junit-report.js';
import { msbuildReport } from '../../server/src/report/msbuild-report.js';
import { finding, report } from './findings.js';

const SEVERAL = { span: { start: 0, end: 30 } };

suite('GitHub report', () => {
  test('is one workflow command per finding', () => {
    assert.equal(
      githubReport(report(finding({ infverif: 1203 }), finding({ severity: 'warning' }))),
      '::error file=d.inf,line=3,endLine=3,col=1,endColumn=5,title=some-rule (InfVerif 1203)::"Clas" is wrong.\n' +
        '::warning file=d.inf,line=3,endLine=3,col=1,endColumn=5,title=some-rule::"Clas" is wrong.\n',
    );
  });

  test('calls all that is less than a warning a notice', () => {
    assert.match(githubReport(report(finding({ severity: 'info' }))), /^::notice /);
    assert.match(githubReport(report(finding({ severity: 'hint' }))), /^::notice /);
  });

  test('states no columns for a finding over several lines', () => {
    assert.match(githubReport(report(finding(SEVERAL))), /line=1,endLine=3,title=/);
  });

  test('escapes what would end a command, a property or a line', () => {
    const text = githubReport({ ...report(finding({ message: '50%: a,b\r\n::error::x' })), file: 'a,b:c%.inf' });
    assert.ok(text.includes('file=a%2Cb%3Ac%25.inf,'));
    assert.ok(text.endsWith('::50%25: a,b%0D%0A::error::x\n'));
    assert.equal(text.split('\n').length, 2);
  });

  test('separates folders by slashes', () => {
    assert.match(githubReport({ ...report(finding({})), file: 'a\\b.inf' }), /file=a\/b\.inf,/);
  });
});

suite('MSBuild report', () => {
  /** MSBuild's own pattern for a line that tells of an error, cut down to a file with four numbers. */
  const CANONICAL =
    /^\s*(?<file>.*)\((?<place>\d+,\d+,\d+,\d+)\)\s*:\s*(?<category>error|warning)\s+(?<code>[^: ]*)\s*:(?<text>.*)$/;

  test('is one line per finding, as MSBuild reads it', () => {
    const text = msbuildReport({ ...report(finding({ infverif: 1203 })), file: 'C:\\x (1)\\d.inf' });
    assert.equal(text, 'C:\\x (1)\\d.inf(3,1,3,5): error INF1203: "Clas" is wrong. [some-rule]\n');
    const { file, place, category, code } = CANONICAL.exec(text.trimEnd())?.groups ?? {};
    assert.deepEqual([file, place, category, code], ['C:\\x (1)\\d.inf', '3,1,3,5', 'error', 'INF1203']);
  });

  test('has the rule as code where InfVerif has no number', () => {
    assert.match(msbuildReport(report(finding({ severity: 'warning' }))), /: warning some-rule: "Clas"/);
  });

  test('does not let MSBuild count what is less than a warning', () => {
    for (const severity of ['info', 'hint'] as const) {
      const text = msbuildReport(report(finding({ severity })));
      assert.match(text, /: message some-rule: /);
      assert.doesNotMatch(text.trimEnd(), CANONICAL);
    }
  });

  test('stays on one line', () => {
    assert.equal(msbuildReport(report(finding({ message: 'a\nb\u001b' }))).split('\n').length, 2);
  });
});

suite('JUnit report', () => {
  const all = { failOn: 'warning', troubles: [] } as const;

  test('has a test suite per file and a test case per finding', () => {
    assert.equal(
      junitReport(
        [report(finding({ infverif: 1203 }), finding({ severity: 'hint' })), { ...report(), file: 'e.inf' }],
        all,
      ),
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="inf" tests="3" failures="1" errors="0">',
        '  <testsuite name="d.inf" tests="2" failures="1" errors="0">',
        '    <testcase classname="d.inf" name="some-rule (InfVerif 1203) at 3:1">',
        '      <failure message="&quot;Clas&quot; is wrong." type="error">d.inf:3:1: error &quot;Clas&quot; is wrong.</failure>',
        '    </testcase>',
        '    <testcase classname="d.inf" name="some-rule at 3:1">',
        '      <system-out>d.inf:3:1: hint &quot;Clas&quot; is wrong.</system-out>',
        '    </testcase>',
        '  </testsuite>',
        '  <testsuite name="e.inf" tests="1" failures="0" errors="0">',
        '    <testcase classname="e.inf" name="no findings"/>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });

  test('fails on what --fail-on asks for', () => {
    const warning = [report(finding({ severity: 'warning' }))];
    assert.match(junitReport(warning, all), /failures="1"/);
    assert.doesNotMatch(junitReport(warning, { ...all, failOn: 'error' }), /<failure|failures="1"/);
    assert.match(junitReport([report(finding({ severity: 'hint' }))], { ...all, failOn: 'hint' }), /<failure /);
  });

  test('tells what could not be checked as an error', () => {
    const text = junitReport([], { ...all, troubles: [{ where: 'a<b', what: 'Gone & lost.' }] });
    assert.match(text, /^<testsuites name="inf" tests="1" failures="0" errors="1">$/m);
    assert.match(text, /<testcase classname="a&lt;b" name="is checked">\n +<error message="Gone &amp; lost\."/);
  });

  test('escapes what XML cannot hold', () => {
    const text = junitReport([report(finding({ message: `<a b='"'>&]]>\n\t\u0000\u001b\ud800\ufffe😀` }))], all);
    assert.ok(text.includes('&lt;a b=&apos;&quot;&apos;&gt;&amp;]]&gt;&#10;&#9;\ufffd\ufffd\ufffd\ufffd😀"'));
    assert.ok(
      Array.from(text).every((character) => character === '\n' || (character >= ' ' && character !== '\ufffe')),
    );
  });
});
