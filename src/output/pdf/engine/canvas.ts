/** Draws on the pages of a document: texts, filled rectangles and pictures, as operators of PDF (ISO 32000-1, annex A). */
import { DocumentFont } from './document-font.js';
import { drawnWidthInEms, fonts } from './fonts.js';
import { PdfFile, type Reference } from './pdf-file.js';
import { pictureOf, PLACES, type Picture } from './picture.js';
import { Sheets, type Sheet } from './sheets.js';
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

/** What stands around the pages names them, and their structure. */
export interface WrittenPages {
  readonly pages: Reference;
  readonly structure: Reference;
}

export class Canvas {
  readonly file = new PdfFile();
  private readonly sheets = new Sheets(this.file);
  readonly tags = new Tags(this.file, this.sheets);
  private readonly regular = new DocumentFont(fonts().regular);
  private readonly bold = new DocumentFont(fonts().bold);
  private readonly pictures = new Map<Picture, string>();
  private sheet: Sheet | null = null;
  /** What the page's content has set last. */
  private color = '';
  private font = '';

  get pageCount(): number {
    return this.sheets.count;
  }

  addPage(): void {
    this.sheets.add();
  }

  /** Goes back to a page, counted from 0. */
  turnTo(page: number): void {
    this.sheets.turnTo(page);
  }

  /** Texts of one look. */
  write(texts: readonly PlacedText[], { size, bold = false, color }: TextLook): void {
    const font = bold ? this.bold : this.regular;
    const set = this.setColor(color) + this.setFont(bold ? '/F2' : '/F1', size);
    // pages count from the top, so that letters are turned upright
    let shown = '';
    for (const { content, x, baseline } of texts)
      shown += `1 0 0 -1 ${points(x)} ${points(baseline)} Tm ${font.encode(content)} TJ `;
    this.sheets.current.draw(`${set}BT ${shown}ET`);
  }

  fill(rectangles: readonly Rectangle[], color: string): void {
    let paths = '';
    for (const { x, y, width, height } of rectangles)
      paths += `${points(x)} ${points(y)} ${points(width)} ${points(height)} re `;
    this.sheets.current.draw(`${this.setColor(color)}${paths}f`);
  }

  /** A PNG or JPEG as large as its place takes it: at the left of it, and at half of its height. */
  picture(bytes: Uint8Array, place: Rectangle): void {
    const picture = pictureOf(bytes);
    const name = this.pictures.get(picture) ?? `/I${this.pictures.size + 1}`;
    this.pictures.set(picture, name);
    const scale = Math.min(place.width / picture.width, place.height / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    const top = place.y + (place.height - height) / 2;
    const [a, b, c, d, e, f] = PLACES[picture.orientation] ?? PLACES[0];
    const matrix = [a * width, b * height, c * width, d * height];
    const at = [place.x + e * width, top + f * height];
    this.sheets.current.draw(`q ${[...matrix, ...at].map(points).join(' ')} cm ${name} Do Q`);
  }

  /** When all is drawn. */
  finish(): WrittenPages {
    const { file } = this;
    const used = `/F1 ${this.regular.embed(file)} /F2 ${this.bold.embed(file)}`;
    const shown = [...this.pictures].map(([picture, name]) => `${name} ${picture.embed(file)}`);
    const pictures = shown.length === 0 ? '' : ` /XObject <<${shown.join(' ')}>>`;
    const resources = file.add(`<</Font <<${used}>>${pictures}>>`);
    return { pages: this.sheets.write(resources), structure: this.tags.write() };
  }

  private setColor(color: string): string {
    this.turnToSheet();
    if (color === this.color) return '';
    this.color = color;
    return `${operandsOf(color)} rg `;
  }

  private setFont(name: string, size: number): string {
    const font = `${name} ${points(size)} Tf `;
    if (font === this.font) return '';
    this.font = font;
    return font;
  }

  /** Each page begins with nothing set; what a page had set before is forgotten when it is left. */
  private turnToSheet(): void {
    const { current } = this.sheets;
    if (current === this.sheet) return;
    this.sheet = current;
    this.color = '';
    this.font = '';
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
