/** Rewrites a text that the engine cannot read as it is: in UTF-8, with line feeds alone, blank lines as rows, from its header on. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoderStream } from 'node:stream/web';
import { withBlankRows } from './blank-lines.js';
import type { FactFile } from './fact-file.js';
import { withoutLines } from './lines-above.js';
import { textBytes } from './text-bytes.js';
import type { NamedEncoding } from './text-reading.js';

/** The path of the new text, below `workFolder`; null where the old one is in no known encoding. */
export async function rewriteText(
  { path, packing, sha256 }: Pick<FactFile, 'path' | 'packing' | 'sha256'>,
  encoding: NamedEncoding,
  linesAboveHeader: number,
  delimiter: string,
  workFolder: string,
): Promise<string | null> {
  const target = join(workFolder, `${sha256}-${encoding}-${linesAboveHeader}.csv`);
  const source = Readable.from(textBytes(path, packing));
  try {
    const decoder = new TextDecoderStream(encoding, { fatal: true });
    const decoded = Readable.toWeb(source).pipeThrough(decoder);
    const below = withoutLines(linesAboveHeader);
    const rows = withBlankRows(delimiter);
    await pipeline(decoded, lineFeedsAlone, below, rows, createWriteStream(target));
    return target;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Each line end as one line feed. A carriage return at the end of a piece waits for the next piece. */
async function* lineFeedsAlone(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let waiting = '';
  for await (const piece of pieces) {
    const text = waiting + piece;
    waiting = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - waiting.length).replace(/\r\n?/g, '\n');
  }
  yield waiting === '' ? '' : '\n';
}
