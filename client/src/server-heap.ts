/**
 * What Node is started with to run the language server. Each keystroke makes the model of the whole file anew; with room
 * for two of a large file among the young objects, most of the old one is garbage before it is ever copied. Small files
 * never fill that room. `npm run bench` shows what it brings.
 */
export const SERVER_FLAGS: readonly string[] = ['--max-semi-space-size=64'];
