import { Bench } from 'tinybench';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings } from '../../server/src/config/settings.js';
import { createInfService } from '../../server/src/index.js';
import { decode } from '../../server/src/text/decode.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { generateInf, generateJson, JSON_SCHEMA } from './generate.js';

const MEGABYTE = 1_000_000;

/** What analysing a megabyte costs; `ratio`: bytes per second, ours through theirs. */
export interface AnalysisResult {
  readonly infMs: number;
  readonly jsonMs: number;
  readonly ratio: number;
  readonly infFindings: number;
  readonly jsonFindings: number;
}

/**
 * Measures, in one run: decode, parse, bind and all rules on an INF of 1 MB, and decode, parse and validation against a
 * schema on a JSON of 1 MB by vscode-json-languageservice. Nothing is kept between rounds.
 * @param milliseconds for each of the two, after as long a warm-up: on busy machines code is compiled late
 */
export async function measureAnalysis(milliseconds: number): Promise<AnalysisResult> {
  const inf = Buffer.from(generateInf(MEGABYTE));
  const json = Buffer.from(generateJson(MEGABYTE));
  const service = createInfService();
  const settings = defaultSettings();
  const jsonService = getLanguageService({});
  jsonService.configure({
    validate: true,
    schemas: [{ uri: 'bench://schema', fileMatch: ['*.json'], schema: JSON_SCHEMA as object }],
  });
  let infFindings = 0;
  let jsonFindings = 0;
  const bench = new Bench({ time: milliseconds, iterations: 5, warmupTime: milliseconds, warmupIterations: 3 });
  bench.add('inf', () => {
    const { text } = decode(inf, settings.codePage);
    const document = service.analyse(createSnapshot('file:///bench.inf', 1, text));
    infFindings = service.check(document, settings)?.length ?? -1;
  });
  bench.add('json', async () => {
    const document = TextDocument.create('file:///bench.json', 'json', 1, new TextDecoder().decode(json));
    const parsed = jsonService.parseJSONDocument(document);
    jsonFindings = (await jsonService.doValidation(document, parsed)).length;
  });
  await bench.run();
  const [infMs, jsonMs] = ['inf', 'json'].map((name) => medianOf(bench, name));
  if (infMs === undefined || jsonMs === undefined) throw new Error('the benchmark gave no figures');
  return { infMs, jsonMs, ratio: jsonMs / json.length / (infMs / inf.length), infFindings, jsonFindings };
}

function medianOf(bench: Bench, name: string): number {
  const result = bench.getTask(name)?.result;
  if (result?.state !== 'completed') throw new Error(`${name}: the task did not complete`);
  return result.latency.p50;
}
