import ts from 'typescript';
import type { Log } from 'sarif';

const FILE = 'log-under-test.ts';

/**
 * What is wrong with the structure of a SARIF log, told by the TypeScript compiler: the log, written out as a literal, has
 * to satisfy the published types, so a missing or unknown property or a word that is not allowed is an error.
 */
export function structuralFaults(log: Log, root: string): readonly string[] {
  const source = `import type { Log } from 'sarif';\nexport default ${JSON.stringify(log, null, 1)} satisfies Log;\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const path = `${root.replaceAll('\\', '/')}/${FILE}`;
  const plain = ts.createCompilerHost(options);
  host.getCurrentDirectory = () => root;
  host.fileExists = (name) => name === path || plain.fileExists(name);
  host.readFile = (name) => (name === path ? source : plain.readFile(name));
  host.getSourceFile = (name, version, ...rest) =>
    name === path ? ts.createSourceFile(name, source, version) : plain.getSourceFile(name, version, ...rest);
  const program = ts.createProgram([path], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** What the published schema asks for beyond the structure, as far as this tool's logs have it. */
export function valueFaults(log: Log): readonly string[] {
  const faults: string[] = [];
  const expect = (isTrue: boolean, what: string): void => {
    if (!isTrue) faults.push(what);
  };
  expect(log.$schema === undefined || URL.canParse(log.$schema), '$schema is no URI');
  for (const run of log.runs) {
    const rules = run.tool.driver.rules ?? [];
    expect(unique(rules.map(({ id }) => id)), 'two rules with one id');
    for (const rule of rules) expect(rule.helpUri !== undefined && URL.canParse(rule.helpUri), `${rule.id}: helpUri`);
    for (const result of run.results ?? []) {
      expect(rules[result.ruleIndex ?? -1]?.id === result.ruleId, `${String(result.ruleId)}: ruleIndex`);
      const places = [...(result.locations ?? []), ...(result.relatedLocations ?? [])].map(
        (one) => one.physicalLocation,
      );
      const changes = (result.fixes ?? []).flatMap(({ artifactChanges }) => artifactChanges);
      const regions = [
        ...places.map((place) => place?.region),
        ...changes.flatMap(({ replacements }) => replacements.map(({ deletedRegion }) => deletedRegion)),
      ];
      for (const region of regions) {
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region ?? {};
        const numbers = [startLine, startColumn, endLine, endColumn];
        expect(
          numbers.every((one) => Number.isSafeInteger(one) && one >= 1),
          'a region that is not 1-based',
        );
        expect(
          endLine > startLine || (endLine === startLine && endColumn >= startColumn),
          'a region that ends too early',
        );
      }
      for (const place of [
        ...places.map((one) => one?.artifactLocation),
        ...changes.map((one) => one.artifactLocation),
      ])
        expect(isUriReference(place?.uri), `${String(place?.uri)} is no URI reference`);
      expect(
        changes.every(({ replacements }) => replacements.length > 0),
        'a fix that replaces nothing',
      );
      expect(unique((result.relatedLocations ?? []).map(({ id }) => id)), 'related locations with one id');
      expect(result.message.text !== '', 'an empty message');
    }
  }
  return faults;
}

function unique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** RFC 3986: legal characters only, and a relative one must not begin with something that reads as a scheme. */
function isUriReference(text: string | undefined): boolean {
  if (text === undefined || !/^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/.test(text)) return false;
  return text.startsWith('file:///') || !(text.split('/')[0] ?? '').includes(':');
}
