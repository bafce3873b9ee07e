/**
 * The strings that cells name by number. They are kept as packed UTF-8: an array of strings cut out of
 * the parser's pieces would keep every piece alive.
 */
import type { Readable } from 'node:stream';
import { RichText } from './rich-text.js';
import { readXml } from './xml-elements.js';

const FIRST_BYTES = 1 << 16;
/** An UTF-16 unit takes at most this many bytes of UTF-8. */
const BYTES_PER_UNIT_MAX = 3;
/** More than the texts of a full sheet of order ids: 20 bytes in each of 16 columns of a million rows. */
const BYTES_MAX = 400 << 20;

export class SharedStrings {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  /** Where each string ends; it starts where the one before ends. */
  private readonly ends: number[] = [];

  static async read(part: Readable): Promise<SharedStrings> {
    const strings = new SharedStrings();
    const text = new RichText();
    await readXml(part, {
      opened: (element) => {
        text.opened(element);
      },
      text: (piece) => {
        text.text(piece);
      },
      closed: (name) => {
        text.closed(name);
        if (name === 'si') strings.add(text.take());
      },
    });
    return strings;
  }

  add(text: string): void {
    const start = this.ends.at(-1) ?? 0;
    this.reserve(start + text.length * BYTES_PER_UNIT_MAX);
    this.ends.push(start + this.bytes.write(text, start));
  }

  /** The string of a number as a cell writes it; none where the table has no such string. */
  at(index: string): string | undefined {
    const place = /^\d{1,9}$/.test(index) ? Number(index) : -1;
    const end = this.ends[place];
    if (end === undefined) return undefined;
    return this.bytes.toString('utf8', place === 0 ? 0 : this.ends[place - 1], end);
  }

  private reserve(size: number): void {
    if (size <= this.bytes.length) return;
    if (size > BYTES_MAX) throw new Error('more than 400 MiB of texts');
    const larger = Buffer.allocUnsafe(Math.max(size, this.bytes.length * 2));
    this.bytes.copy(larger);
    this.bytes = larger;
  }
}
