/** The number format of each cell style, by the style's place in `styles.xml`. */
import type { Readable } from 'node:stream';
import { builtInCode, GENERAL, numberFormat, type NumberFormat } from './number-format.js';
import { readXml } from './xml-elements.js';

/** Excel takes 65,490 styles of cells. */
const FORMATS_MAX = 100_000;

export class CellFormats {
  constructor(private readonly formats: readonly NumberFormat[]) {}

  static async read(part: Readable): Promise<CellFormats> {
    const codes = new Map<number, string>();
    const numbers: number[] = [];
    let isCellStyle = false;
    await readXml(part, {
      opened: ({ name, attributes }) => {
        const number = Number(attributes['numFmtId'] ?? 0);
        if (name === 'cellXfs') isCellStyle = true;
        else if (name === 'numFmt') codes.set(number, attributes['formatCode'] ?? 'General');
        else if (name === 'xf' && isCellStyle) numbers.push(number);
        if (numbers.length + codes.size > FORMATS_MAX) throw new Error('too many formats');
      },
      closed: (name) => {
        if (name === 'cellXfs') isCellStyle = false;
      },
    });
    return new CellFormats(
      numbers.map((number) => numberFormat(codes.get(number) ?? builtInCode(number))),
    );
  }

  /** The format of a cell's style; what has no style, or one that does not exist, is General. */
  of(style: string | undefined): NumberFormat {
    return style === undefined ? GENERAL : (this.formats[Number(style)] ?? GENERAL);
  }
}
