/** The parts of an Office package: a zip whose files refer to one another by relationships. */
import { posix } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { xmlElements } from './xml-elements.js';

/** One arrow from a part to another: what it is for, and the target's full name. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, alike in transitional and strict files: `worksheet`, `styles` … */
  readonly kind: string;
  readonly target: string;
}

const PARTS_MAX = 10_000;
const RELATIONSHIPS_MAX = 10_000;
/** The XML of a sheet unpacks to some twenty times its size; what unpacks to more than this is a trap. */
const GROWTH_MAX = 300;
const GROWTH_ASKED_FROM_BYTES = 16 << 20;

/**
 * Reads parts in any order, each as a stream. Names are compared without case, and with either kind of
 * slash, since writers differ.
 */
export class PackageParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<PackageParts> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      if (zip.entryCount > PARTS_MAX) throw new Error(`${zip.entryCount} parts`);
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        if (entries.has(name)) throw new Error(`the part ${entry.fileName} is there twice`);
        entries.set(name, entry);
      }
      return new PackageParts(zip, entries);
    } catch (thrown) {
      zip.close();
      throw thrown;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The text of a part, in pieces. It ends in an error where the part is not what was packed. */
  async text(name: string): Promise<Readable> {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw new Error(`the part ${name} is missing`);
    const { compressedSize, uncompressedSize } = entry;
    if (
      uncompressedSize > GROWTH_ASKED_FROM_BYTES &&
      uncompressedSize > GROWTH_MAX * compressedSize
    )
      throw new Error(`the part ${name} unpacks to more than ${GROWTH_MAX} times its size`);
    const packed = await this.zip.openReadStreamPromise(entry);
    const checked = checkedSum(entry);
    packed.on('error', (error: Error) => checked.destroy(error));
    return packed.pipe(checked).setEncoding('utf8');
  }

  /** What a part refers to; `''` is the package itself. External targets (links) are left out. */
  async relationships(part: string): Promise<Relationship[]> {
    const folder = posix.dirname(part);
    const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
    if (!this.has(name)) return [];
    const found: Relationship[] = [];
    await xmlElements(await this.text(name), (element) => {
      const { Id, Type, Target, TargetMode } = element.attributes;
      if (element.name !== 'Relationship' || TargetMode === 'External') return;
      if (found.length >= RELATIONSHIPS_MAX) throw new Error(`too many relationships of ${part}`);
      found.push({
        id: Id ?? '',
        kind: (Type ?? '').replace(/^.*\//, ''),
        target: posix.resolve('/', folder, decodeURI(Target ?? '')).slice(1),
      });
    });
    return found;
  }

  close(): void {
    this.zip.close();
  }
}

/** Passes the bytes of a part on; a damaged digit would be an amount of its own, and the zip's sum tells it. */
function checkedSum({ crc32: expected, fileName }: Entry): Transform {
  let sum = 0;
  return new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      sum = crc32(piece, sum);
      done(null, piece);
    },
    flush: (done) => {
      done(sum === expected ? null : new Error(`the part ${fileName} is damaged`));
    },
  });
}
