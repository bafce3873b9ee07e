/** A4 pages that texts flow over: a cursor that moves down, and starts a new page in time. */
import { drawable, fonts, widthInEms } from './fonts.js';
import { wrapText } from './wrap-text.js';

type Pdf = PDFKit.PDFDocument;

export const LEFT = 48;
export const RIGHT = 547;
export const WIDTH = RIGHT - LEFT;
const TOP = 48;
const BOTTOM = 782;
const FOOTER = 800;

export const INK = '#1c2733';
export const MUTED = '#66727f';
export const RULE = '#d5dbe1';
export const TINT = '#f4f6f8';
export const ALERT = '#b3261e';

const LEADING = 1.42;
/** Where letters stand in a line, in ems from its top. */
const BASELINE = 1.06;

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'right';
  /** Drawn in one line, smaller where it would not fit. */
  readonly shrink?: boolean;
}

/** A place across the page. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

export interface Cell extends Column, TextStyle {
  readonly text: string;
}

interface SetCell extends Cell {
  readonly size: number;
  readonly lines: readonly string[];
}

export const FULL: Column = { x: LEFT, width: WIDTH };

export class Page {
  y = TOP;
  /** Drawn again at the top of each new page, such as the header of a table. */
  private heading: (() => void) | null = null;
  private isMeasuring = false;

  constructor(private readonly pdf: Pdf) {}

  newPage(): void {
    this.pdf.addPage();
    this.y = TOP;
    this.heading?.();
  }

  /** Draws a heading, and draws it again on each page that the content runs on to. */
  underHeading(heading: () => void, content: () => void): void {
    heading();
    this.heading = heading;
    content();
    this.heading = null;
  }

  /** Draws on one page, a new one where the rest of this one is too low. */
  together(draw: () => void): void {
    if (!this.isMeasuring && this.y + this.heightOf(draw) > BOTTOM) this.newPage();
    draw();
  }

  /** Cells side by side, wrapped; the cursor moves below the tallest. */
  row(cells: readonly Cell[]): void {
    const set = cells.filter(({ text }) => text !== '').map(setCell);
    const leading = Math.max(0, ...set.map(({ size }) => size)) * LEADING;
    const count = Math.max(0, ...set.map(({ lines }) => lines.length));
    for (let at = 0; at < count; at++) {
      if (!this.isMeasuring && this.y + leading > BOTTOM) this.newPage();
      for (const cell of set) this.line(cell, cell.lines[at] ?? '', leading);
      this.y += leading;
    }
  }

  /** A text in a column; the cursor moves below it. */
  paragraph(text: string, style: TextStyle = {}, column: Column = FULL): void {
    this.row([{ text, ...style, ...column }]);
  }

  /** Draws columns beside each other; the cursor moves below the lower one. */
  columns(...draws: readonly (() => void)[]): void {
    const top = this.y;
    let bottom = top;
    for (const draw of draws) {
      this.y = top;
      draw();
      bottom = Math.max(bottom, this.y);
    }
    this.y = bottom;
  }

  rule(color = RULE, { x, width }: Column = FULL, thickness = 0.6): void {
    this.box({ x, width }, thickness, color);
    this.y += thickness;
  }

  /** A filled box at the cursor; the cursor stays. */
  box({ x, width }: Column, height: number, color: string): void {
    if (!this.isMeasuring) this.pdf.rect(x, this.y, width, height).fill(color);
  }

  space(height: number): void {
    this.y += height;
  }

  /** Numbers all pages: a label, and i / n. */
  number(label: string): void {
    const { count } = this.pdf.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.pdf.switchToPage(at);
      this.y = FOOTER;
      const style = { size: 7.5, color: MUTED };
      for (const cell of [
        { ...style, text: label, x: LEFT, width: WIDTH - 60, shrink: true },
        { ...style, text: `${at + 1} / ${count}`, ...FULL, align: 'right' as const },
      ]) {
        const set = setCell(cell);
        this.line(set, set.lines[0] ?? '', style.size * LEADING);
      }
    }
  }

  heightOf(draw: () => void): number {
    const { y, isMeasuring } = this;
    this.isMeasuring = true;
    draw();
    const height = this.y - y;
    this.y = y;
    this.isMeasuring = isMeasuring;
    return height;
  }

  private line(cell: SetCell, text: string, leading: number): void {
    if (this.isMeasuring || text === '') return;
    const { x, width, size, bold = false, color = INK, align = 'left' } = cell;
    this.pdf.font(bold ? 'bold' : 'regular').fontSize(size).fillColor(color);
    const left = align === 'left' ? x : x + width - this.pdf.widthOfString(text);
    const baseline = this.y + leading * (BASELINE / LEADING);
    this.pdf.text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }
}

/** A cell with its text as it is drawn: in lines, and at its last size. */
function setCell(cell: Cell): SetCell {
  const { width, size = 9, bold = false, shrink = false } = cell;
  const typeface = bold ? fonts().bold : fonts().regular;
  const text = drawable(cell.text);
  if (!shrink) return { ...cell, size, lines: wrapText(text, typeface, width / size) };
  const ems = widthInEms(text, typeface);
  return { ...cell, size: Math.min(size, width / Math.max(ems, 1)), lines: [text] };
}
