/** A4 pages that blocks flow over, and that start anew in time. */
import { artifact, beside, fitted, small, stack, type Block } from './block.js';
import type { Canvas } from './canvas.js';
import { BOTTOM, COLOR, FOOTER, FULL, TOP, span } from './style.js';
import type { Tag } from './tags.js';

const MIDDLE = (TOP + BOTTOM) / 2;

export class Page {
  private y = TOP;
  /** Drawn again at the top of each new page, such as the header of a table. */
  private heading: (() => Block) | null = null;

  constructor(
    private readonly canvas: Canvas,
    /** Stands pale behind each page; null: nothing does. */
    private readonly mark: string | null = null,
  ) {
    this.drawMark();
  }

  newPage(): void {
    this.canvas.pdf.addPage();
    this.y = TOP;
    this.drawMark();
    if (this.heading !== null) this.draw(artifact(this.heading()));
  }

  /** Whether so much goes below what is on the page. */
  hasRoomFor(height: number): boolean {
    return this.y + height <= BOTTOM;
  }

  /**
   * Draws a block on one page, with room below it for what must not stand on a page alone. A block
   * that no page can hold begins where it is, and goes on from page to page by its parts.
   */
  place(block: Block, below = 0): void {
    const room = BOTTOM - TOP - (this.heading?.().height ?? 0);
    const kept = block.height + below <= room ? block.height + below : block.height;
    if (kept <= room && this.y + kept > BOTTOM) this.newPage();
    const parts = this.y + block.height > BOTTOM ? (block.parts?.() ?? []) : [];
    if (parts.length < 2) this.draw(block);
    else for (const part of parts) this.place(part);
  }

  /** Opens a tag around what is placed. */
  within(tag: Tag, place: () => void): void {
    this.canvas.tags.within(tag, place);
  }

  /** Draws a heading with the first row, and again on each page that the rows run on to. */
  underHeading(heading: () => Block, rows: readonly Block[], belowLast: number): void {
    for (const [at, row] of rows.entries()) {
      this.place(at === 0 ? stack([heading(), row]) : row, at === rows.length - 1 ? belowLast : 0);
      this.heading = heading;
    }
    this.heading = null;
  }

  /** Numbers all pages: a label, and i / n. */
  number(label: string): void {
    const { count } = this.canvas.pdf.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.canvas.pdf.switchToPage(at);
      const parts = [
        small(label, span(0, 10)),
        small(`${at + 1} / ${count}`, FULL, { align: 'right' }),
      ];
      artifact(beside(parts)).draw(this.canvas, FOOTER);
    }
  }

  private drawMark(): void {
    if (this.mark === null) return;
    const words = fitted(this.mark, FULL, {
      size: 54,
      bold: true,
      color: COLOR.tint,
      align: 'center',
    });
    artifact(words).draw(this.canvas, MIDDLE);
  }

  private draw(block: Block): void {
    block.draw(this.canvas, this.y);
    this.y += block.height;
  }
}
