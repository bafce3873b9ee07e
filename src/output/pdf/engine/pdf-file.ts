/**
 * The objects of a PDF, written one behind the other (ISO 32000-1, 7.3 and 7.5).
 *
 * What is written is text of which each character is one byte, so that it is joined as it comes and turned
 * into bytes once; only streams are bytes from the start.
 */

/** `12 0 R`, as other objects name an object. */
export type Reference = `${number} 0 R`;

/** The second line says to programs that transport files that this one is not plain text. */
const HEADER = '%PDF-1.7\n%\xff\xff\xff\xff\n';

export class PdfFile {
  private readonly parts: Buffer[] = [];
  /** How many bytes the parts are. */
  private length = 0;
  /** What is written behind the parts. */
  private text = HEADER;
  /** Where each object begins, from that with the number 1. */
  private readonly offsets: number[] = [];

  /** The reference of an object that is written later. */
  reserve(): Reference {
    return `${this.offsets.push(0)} 0 R`;
  }

  /** Writes an object: `<</Type /Catalog>>`. */
  add(value: string, reference = this.reserve()): Reference {
    this.begin(reference);
    this.text += `${value}\nendobj\n`;
    return reference;
  }

  /** Writes a stream, of which the entries beside its length are given: `/Filter /FlateDecode`. */
  addStream(entries: string, content: Buffer, reference = this.reserve()): Reference {
    this.begin(reference);
    this.text += `<<${entries} /Length ${content.length}>>\nstream\n`;
    this.append(Buffer.from(this.text, 'latin1'));
    this.append(content);
    this.text = '\nendstream\nendobj\n';
    return reference;
  }

  /** Ends the file with the places of its objects; the trailer names the first of them to read. */
  end(trailer: string): Buffer {
    const start = this.length + this.text.length;
    const count = this.offsets.length + 1;
    const places = this.offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    this.text += `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`;
    this.text += `trailer\n<</Size ${count} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
    this.append(Buffer.from(this.text, 'latin1'));
    return Buffer.concat(this.parts);
  }

  private begin(reference: Reference): void {
    const number = parseInt(reference);
    this.offsets[number - 1] = this.length + this.text.length;
    this.text += `${number} 0 obj\n`;
  }

  private append(bytes: Buffer): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }
}

const NEEDS_CARE = /[^ -~]|[()\\]/;

/** A text as PDF writes it: in ASCII as it is, and otherwise in UTF-16 with its mark, in hexadecimal digits. */
export function textString(text: string): string {
  if (!NEEDS_CARE.test(text)) return `(${text})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** `D:20261120000000Z`, the first moment of a date. */
export function dateString(date: string): string {
  return `(D:${date.replaceAll('-', '')}000000Z)`;
}
