import * as fs from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { done, failed, systemReason, type Attempt } from './trouble.js';

/** Larger files are refused: no INF that Windows is given comes near, so it is another kind of file or an accident. */
export const LARGEST_FILE = 20_000_000;

/** Reads a file whole. `file` is its name in messages. */
export async function readBytes(file: string, path: string): Promise<Attempt<Uint8Array>> {
  try {
    const stats = await fs.stat(path);
    if (stats.isDirectory()) return failed(file, 'It is a folder, but a file is wanted here. Name the INF file in it.');
    if (!stats.isFile() && !stats.isFIFO()) return failed(file, 'It is a device, not a file. Name an INF file.');
    if (stats.size > LARGEST_FILE) return failed(file, tooLarge(stats.size));
    const bytes = await fs.readFile(path);
    return checked(file, bytes);
  } catch (error) {
    return failed(file, systemReason(error, 'read'));
  }
}

/** Reads a stream to its end; stops early when it is too large. */
export async function readStream(file: string, stream: Readable): Promise<Attempt<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
      size += bytes.length;
      if (size > LARGEST_FILE) return failed(file, tooLarge(size));
      chunks.push(bytes);
    }
  } catch (error) {
    return failed(file, systemReason(error, 'read'));
  }
  return checked(file, Buffer.concat(chunks));
}

function checked(file: string, bytes: Uint8Array): Attempt<Uint8Array> {
  if (bytes.length > LARGEST_FILE) return failed(file, tooLarge(bytes.length));
  if (bytes.length === 0 || isBareMark(bytes)) {
    return failed(
      file,
      `It is empty (${String(bytes.length)} bytes), and Windows refuses an empty INF. If a build step writes it, see why that step failed.`,
    );
  }
  return done(bytes);
}

/** A byte order mark and nothing else. */
function isBareMark(bytes: Uint8Array): boolean {
  return ['fffe', 'feff', 'efbbbf'].includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'));
}

function tooLarge(size: number): string {
  const megabytes = (size / 1_000_000).toFixed(1);
  const limit = LARGEST_FILE / 1_000_000;
  return `It is too large for an INF (${megabytes} MB or more; the limit is ${String(limit)} MB) and was not read. Check whether it is another kind of file, and leave it out with --exclude.`;
}
