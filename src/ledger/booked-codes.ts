/** Under which codes and at which rate the documents of a batch went to the books: kept with the batch. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { assert } from '../problem.js';
import { fileLines } from './file-lines.js';
import type { Manifest } from './manifest.js';

/** Inside a batch that was written for some accounting system: the codes of a document a line. */
export const BOOKED = 'finance/booked.jsonl';

/** By what they were asked for: `kingdee.accounts.fixed_salary.salary` → `6001.01`. */
export type BookedCodes = Readonly<Record<string, string>>;

interface BookedLine {
  readonly number: string;
  readonly codes: BookedCodes;
}

export function bookedLine(number: string, codes: ReadonlyMap<string, string>): string {
  const line: BookedLine = { number, codes: Object.fromEntries(codes) };
  return `${JSON.stringify(line)}\n`;
}

/**
 * By number, the codes of the documents of a batch; none where it was written for no accounting system.
 * Throws where the file is not what the manifest vouches for.
 */
async function readBookedCodes(
  output: string,
  place: string,
  { outputs }: Pick<Manifest, 'outputs'>,
): Promise<ReadonlyMap<string, BookedCodes>> {
  const codes = new Map<string, BookedCodes>();
  const expected = outputs.find(({ file }) => file === BOOKED);
  if (expected === undefined) return codes;
  const hash = createHash('sha256');
  for await (const { text } of fileLines(join(output, place, BOOKED))) {
    hash.update(text);
    const line = JSON.parse(text.toString()) as BookedLine;
    codes.set(line.number, line.codes);
  }
  assert(expected.sha256 === hash.digest('hex'), `${place}/${BOOKED} is as its manifest says`);
  return codes;
}

/** Looks up the codes of issued documents, batch by batch as they are asked for. */
export class BookedCodesOf {
  private readonly read = new Map<string, Promise<ReadonlyMap<string, BookedCodes>>>();

  constructor(
    private readonly output: string,
    private readonly batches: readonly { readonly place: string; readonly manifest: Manifest }[],
  ) {}

  /** null where its batch was written for no accounting system. */
  async codesOf(number: string, place: string): Promise<BookedCodes | null> {
    const batch = this.batches.find((one) => one.place === place);
    if (batch === undefined) return null;
    const read = this.read.get(place) ?? readBookedCodes(this.output, place, batch.manifest);
    this.read.set(place, read);
    return (await read).get(number) ?? null;
  }
}
