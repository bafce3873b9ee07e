/** The pages of a document, each with its content as operators of PDF, and which of them is drawn on. */
import { deflateSync } from 'node:zlib';
import type { PdfFile, Reference } from './pdf-file.js';
import { SHEET } from './style.js';

/** Counts from the top down, as the eye does. */
const UPRIGHT = `1 0 0 -1 0 ${SHEET.height} cm`;

export class Sheet {
  private content = UPRIGHT;
  /** The elements of the structure whose content is on the page, by the number of the content. */
  readonly marked: Reference[] = [];

  constructor(readonly reference: Reference) {}

  /** Adds operators, of which each character is one byte. */
  draw(operators: string): void {
    this.content += `\n${operators}`;
  }

  compressed(): Buffer {
    return deflateSync(Buffer.from(this.content, 'latin1'), { level: 1 });
  }
}

export class Sheets {
  private readonly sheets: Sheet[] = [];
  private at = 0;

  constructor(private readonly file: PdfFile) {
    this.add();
  }

  get count(): number {
    return this.sheets.length;
  }

  /** What is drawn on. */
  get current(): Sheet {
    return this.sheets[this.at] ?? this.add();
  }

  /** Begins a page, which is drawn on from now on. */
  add(): Sheet {
    const sheet = new Sheet(this.file.reserve());
    this.at = this.sheets.push(sheet) - 1;
    return sheet;
  }

  /** Goes back to a page, counted from 0. */
  turnTo(at: number): void {
    this.at = at;
  }

  /** Which elements of the structure each page shows, as the structure wants to know them. */
  markings(): readonly (readonly Reference[])[] {
    return this.sheets.map(({ marked }) => marked);
  }

  /** Writes all pages, which draw with the same resources. */
  write(resources: Reference): Reference {
    const { file } = this;
    const parent = file.reserve();
    for (const [at, sheet] of this.sheets.entries()) {
      const contents = file.addStream('/Filter /FlateDecode', sheet.compressed());
      file.add(
        `<</Type /Page /Parent ${parent} /MediaBox [0 0 ${SHEET.width} ${SHEET.height}] ` +
          `/Contents ${contents} /Resources ${resources} /StructParents ${at} /Tabs /S>>`,
        sheet.reference,
      );
    }
    const kids = this.sheets.map(({ reference }) => reference).join(' ');
    return file.add(`<</Type /Pages /Count ${this.count} /Kids [${kids}]>>`, parent);
  }
}
