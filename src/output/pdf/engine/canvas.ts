/** Draws on the pages of a document: texts and filled rectangles, as operators of PDF (ISO 32000-1, annex A). */
import { DocumentFont } from './document-font.js';
import { drawnWidthInEms, fonts } from './fonts.js';
import { Tags } from './tags.js';

export interface TextLook {
  readonly size: number;
  readonly bold?: boolean;
  /** `#rrggbb`. */
  readonly color: string;
}

/** One line, which stands with its letters on `baseline`, in points from the top of the page. */
export interface PlacedText {
  readonly content: string;
  readonly x: number;
  readonly baseline: number;
}

/** A text in the middle of a width. */
export function centered(
  content: string,
  { x, baseline, width }: Omit<PlacedText, 'content'> & { readonly width: number },
  size: number,
): PlacedText {
  const slack = width - drawnWidthInEms(content, fonts().regular) * size;
  return { content, x: x + Math.max(0, slack) / 2, baseline };
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class Canvas {
  readonly tags: Tags;
  private readonly regular: DocumentFont;
  private readonly bold: DocumentFont;
  private page: PDFKit.PDFPage | null = null;
  /** What the page's content has set last. */
  private color = '';
  private font = '';

  constructor(readonly pdf: PDFKit.PDFDocument) {
    this.tags = new Tags(pdf);
    this.regular = new DocumentFont(pdf, fonts().regular, 'F1');
    this.bold = new DocumentFont(pdf, fonts().bold, 'F2');
  }

  /** Texts of one look. */
  write(texts: readonly PlacedText[], { size, bold = false, color }: TextLook): void {
    const font = bold ? this.bold : this.regular;
    const set = this.setColor(color) + this.setFont(font, size);
    // pdfkit's pages count from the top, so that letters are turned upright
    const shown = texts.map(
      ({ content, x, baseline }) =>
        `1 0 0 -1 ${points(x)} ${points(baseline)} Tm ${font.encode(content)} TJ`,
    );
    this.pdf.addContent(`${set}BT ${shown.join(' ')} ET`);
  }

  fill(rectangles: readonly Rectangle[], color: string): void {
    const paths = rectangles.map(
      ({ x, y, width, height }) =>
        `${points(x)} ${points(y)} ${points(width)} ${points(height)} re`,
    );
    this.pdf.addContent(`${this.setColor(color)}${paths.join(' ')} f`);
  }

  /** When all is drawn. */
  embedFonts(): void {
    this.regular.embed();
    this.bold.embed();
  }

  private setColor(color: string): string {
    this.turnToPage();
    if (color === this.color) return '';
    this.color = color;
    return `${operandsOf(color)} rg `;
  }

  private setFont(font: DocumentFont, size: number): string {
    const name = `/${font.name} ${points(size)} Tf `;
    if (name === this.font) return '';
    this.font = name;
    return name;
  }

  /** Each page begins with nothing set; what a page had set before is forgotten when it is left. */
  private turnToPage(): void {
    const { page } = this.pdf;
    if (page === this.page) return;
    this.page = page;
    this.color = '';
    this.font = '';
    this.regular.useOn(page);
    this.bold.useOn(page);
  }
}

/** To a hundredth of a point. */
function points(value: number): number {
  return Math.round(value * 100) / 100;
}

const operands = new Map<string, string>();

/** `#ff8000` → `1 0.502 0`. */
function operandsOf(color: string): string {
  let found = operands.get(color);
  if (found === undefined) {
    const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
    found = parts.map((part) => Math.round(part * 1000) / 1000).join(' ');
    operands.set(color, found);
  }
  return found;
}
