/** XML as events. Namespaces are left out: only the local names tell, so that every prefix is read. */
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** By full name, such as `r:id`. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandler {
  opened(element: XmlElement): void;
  /** Text between tags, perhaps in several pieces. */
  text?(text: string): void;
  closed?(name: string): void;
}

/** One tag or one text longer than this is not of a spreadsheet: it would be kept in memory whole. */
const PIECE_CHARACTERS_MAX = 4 << 20;

/** The local part of a name: `x:row` → `row`. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * Feeds a handler, and throws at the first thing that is not well-formed. Entities that a file declares
 * by itself are never expanded: each is an error.
 */
export class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private sinceLastEvent = 0;

  constructor(handler: XmlHandler) {
    const met = (): void => {
      this.sinceLastEvent = 0;
    };
    this.parser.on('opentag', (tag) => {
      met();
      handler.opened({ name: localName(tag.name), attributes: tag.attributes });
    });
    this.parser.on('text', (text) => handler.text?.(text));
    this.parser.on('cdata', (text) => handler.text?.(text));
    this.parser.on('closetag', (tag) => {
      met();
      handler.closed?.(localName(tag.name));
    });
    this.parser.on('error', (error) => {
      throw error;
    });
  }

  write(piece: string): void {
    this.sinceLastEvent += piece.length;
    this.parser.write(piece);
    if (this.sinceLastEvent > PIECE_CHARACTERS_MAX) throw new Error('one text without an end');
  }

  close(): void {
    this.parser.close();
  }
}

/** Reads a whole part into a handler. */
export async function readXml(part: Readable, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(handler);
  for await (const piece of part) reader.write(piece as string);
  reader.close();
}

/** Calls back for each opening tag of a part. */
export async function xmlElements(
  part: Readable,
  opened: (element: XmlElement) => void,
): Promise<void> {
  await readXml(part, { opened });
}
