import { cpus } from 'node:os';
import { measureAdoption } from './adoption.js';
import { measureAnalysis } from './analysis.js';
import { infSetup, jsonSetup, measureKeystrokes, type KeystrokeResult } from './keystrokes.js';
import { measureShapes, MOST_GROWTH, NOTICEABLE_MS } from './shapes.js';

/** With `--quick` the figures over the wire are rough. */
const isQuick = process.argv.includes('--quick');
const MEGABYTE = 1_000_000;
/** In milliseconds; less of it measures the compiler. */
const ANALYSIS_TIME = 5000;

console.log(
  `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}${isQuick ? ', quick: rough figures over the wire' : ''}\n`,
);
await reportAnalysis();
await reportKeystrokes();
reportAdoption();
reportShapes();

async function reportAnalysis(): Promise<void> {
  const { infMs, jsonMs, ratio, infFindings, jsonFindings } = await measureAnalysis(ANALYSIS_TIME);
  console.log('Whole analysis of 1 MB, from bytes to findings (median)');
  console.log(
    `  windows-inf: decode, parse, bind, all rules          ${speed(infMs)}  ${String(infFindings)} findings`,
  );
  console.log(
    `  vscode-json-languageservice: decode, parse, validate ${speed(jsonMs)}  ${String(jsonFindings)} findings`,
  );
  console.log(`  ${verdict(ratio, 2)} bytes per second against JSON\n`);
}

async function reportKeystrokes(): Promise<void> {
  const strokes = isQuick ? 60 : 200;
  console.log('Keystroke to diagnostics over stdio, pulled as VS Code does');
  const ours = await measureKeystrokes(infSetup(MEGABYTE), strokes);
  const theirs = await measureKeystrokes(jsonSetup(MEGABYTE), strokes);
  const large = await measureKeystrokes(infSetup(5 * MEGABYTE), strokes);
  for (const result of [ours, theirs, large]) console.log(row(result));
  console.log(
    `  ${(theirs.p50 / ours.p50).toFixed(1)} times as fast as JSON at p50, ${(theirs.p95 / ours.p95).toFixed(1)} times at p95 (1 MB)`,
  );
  console.log(`  goals at p95: 16 ms at 1 MB ${met(ours.p95 <= 16)}, 50 ms at 5 MB ${met(large.p95 <= 50)}`);
}

function reportAdoption(): void {
  const { files, checkMs, startMs } = measureAdoption(isQuick ? 1 : 5);
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
  console.log(`\ninf check on a folder of ${String(files)} files`);
  console.log(
    `  ${seconds(checkMs)}, ${seconds(startMs)} of them to start (goal: 2 s after start, ${met(checkMs - startMs < 2000)})`,
  );
}

/** A shape whose large file takes many times as long as the small one ends the benchmark with an error. */
function reportShapes(): void {
  const shapes = measureShapes();
  const [slowest] = [...shapes].sort((a, b) => b.largeMs - a.largeMs);
  const bad = shapes.filter(({ smallMs, largeMs }) => largeMs > NOTICEABLE_MS && largeMs > MOST_GROWTH * smallMs);
  console.log(`\n${String(shapes.length)} shapes with thousands of one thing, 1000 and 4000 of each`);
  for (const { name, smallMs, largeMs } of new Set([...(slowest === undefined ? [] : [slowest]), ...bad])) {
    console.log(`  ${name}: ${smallMs.toFixed(0)} ms and ${largeMs.toFixed(0)} ms`);
  }
  console.log(`  none grows out of proportion: ${bad.length === 0 ? 'true' : 'FALSE'}`);
  if (bad.length > 0) process.exitCode = 1;
}

function speed(milliseconds: number): string {
  return `${milliseconds.toFixed(1).padStart(7)} ms  ${(1000 / milliseconds).toFixed(1).padStart(6)} MB/s`;
}

function verdict(ratio: number, goal: number): string {
  return `${ratio.toFixed(2)} times (goal: ${String(goal)}, ${met(ratio >= goal)})`;
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'not met';
}

function row({ name, bytes, p50, p95, diagnostics }: KeystrokeResult): string {
  const size = `${(bytes / MEGABYTE).toFixed(1)} MB`;
  return `  ${name.padEnd(27)}  ${size.padStart(6)}  p50 ${p50.toFixed(1).padStart(7)} ms  p95 ${p95.toFixed(1).padStart(7)} ms  ${String(diagnostics)} diagnostics`;
}
