/** The lines of a file that may be larger than memory. */
import { open } from 'node:fs/promises';
import { UnsoundDocuments } from './unsound-documents.js';

const LINE_FEED = 0x0a;

export interface FileLine {
  /** With its line feed. */
  readonly text: Buffer;
  /** Where it begins, in bytes. */
  readonly offset: number;
}

/** Throws where the last line has no line feed: the file is cut off. */
export async function* fileLines(path: string): AsyncGenerator<FileLine> {
  await using handle = await open(path);
  let rest = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of handle.createReadStream({ autoClose: false })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    let end = rest.indexOf(LINE_FEED);
    while (end >= 0) {
      yield { text: rest.subarray(0, end + 1), offset };
      offset += end + 1;
      rest = rest.subarray(end + 1);
      end = rest.indexOf(LINE_FEED);
    }
  }
  if (rest.length > 0) throw new UnsoundDocuments('cut-off');
}
