import { measureAnalysis } from './analysis.js';

// A process of its own, so that it can be started with another heap: prints the result as JSON.
const milliseconds = Number(process.argv[2] ?? 3000);
console.log(JSON.stringify(await measureAnalysis(milliseconds)));
