/** A4 pages with one text column: a cursor that moves down, and starts a new page in time. */
import { drawable } from './fonts.js';

type Pdf = PDFKit.PDFDocument;

export const LEFT = 48;
export const RIGHT = 547;
export const WIDTH = RIGHT - LEFT;
const TOP = 48;
const BOTTOM = 780;

const INK = '#1c2733';
export const MUTED = '#66727f';
const RULE = '#d5dbe1';
export const ALERT = '#b3261e';

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'right';
}

export class Page {
  y = TOP;
  /** Drawn again at the top of each new page, such as the header of a table. */
  private heading: (() => void) | null = null;

  constructor(readonly pdf: Pdf) {}

  /** Makes room for something of a height that must not be split. */
  keep(height: number): void {
    if (this.y + height <= BOTTOM) return;
    this.newPage();
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = TOP;
    this.heading?.();
  }

  repeat(heading: (() => void) | null): void {
    this.heading = heading;
  }

  height(text: string, width: number, style: TextStyle): number {
    this.use(style);
    return this.pdf.heightOfString(drawable(text), { width });
  }

  /** Draws a text in a box at the cursor's height; the cursor stays. */
  text(text: string, x: number, width: number, style: TextStyle = {}): void {
    this.use(style);
    this.pdf
      .fillColor(style.color ?? INK)
      .text(drawable(text), x, this.y, { width, align: style.align ?? 'left' });
  }

  /** A paragraph over the whole width; the cursor moves below it. */
  paragraph(text: string, style: TextStyle = {}, x = LEFT, width = WIDTH): void {
    if (text === '') return;
    const height = this.height(text, width, style);
    this.keep(height);
    this.text(text, x, width, style);
    this.y += height;
  }

  rule(color = RULE): void {
    this.pdf.moveTo(LEFT, this.y).lineTo(RIGHT, this.y).lineWidth(0.6).strokeColor(color).stroke();
    this.y += 6;
  }

  space(height: number): void {
    this.y += height;
  }

  /** Numbers all pages: i / n. */
  number(label: string): void {
    const { count } = this.pdf.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.pdf.switchToPage(at);
      this.y = 800;
      this.text(label, LEFT, WIDTH / 2, { size: 7.5, color: MUTED });
      this.text(`${at + 1} / ${count}`, LEFT, WIDTH, { size: 7.5, color: MUTED, align: 'right' });
    }
  }

  private use({ size = 9, bold = false }: TextStyle): void {
    this.pdf.font(bold ? 'bold' : 'regular').fontSize(size);
  }
}
