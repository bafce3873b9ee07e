/** The tags of a PDF, by which a reader that does not look hears titles, tables and charts. */

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

export type Tag =
  'Document' | 'Sect' | 'Div' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

/** What a tag says of itself. */
export interface Said {
  /** What is seen, in words. */
  readonly alt?: string;
  /** How many columns of its table a cell goes over. */
  readonly columns?: number;
}

/** pdfkit's types lack the dictionary, into which it writes no attributes of tables but the scope. */
type TableElement = Element & { readonly dictionary?: { readonly data: Record<string, unknown> } };

/** Everything that is drawn is content of the innermost open tag, or an artifact. */
export class Tags {
  private readonly open: Element[];
  /** Inside of a figure or an artifact, which is marked as one piece. */
  private isMarked = false;

  constructor(private readonly pdf: Pdf) {
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    this.open = [root];
  }

  /** A new element, inside of the innermost open one; none inside of a figure or an artifact. */
  element(tag: Tag, { alt, columns }: Said = {}): Element | null {
    if (this.isMarked) return null;
    const element: TableElement = this.pdf.struct(tag, {
      ...(alt === undefined ? {} : { alt }),
      ...(tag === 'TH' ? { scope: 'Column' } : {}),
    });
    if (columns !== undefined && element.dictionary !== undefined)
      element.dictionary.data['A'] = { O: 'Table', ColSpan: columns };
    this.open.at(-1)?.add(element);
    return element;
  }

  /** Opens a new tag around what is drawn. */
  within(tag: Tag, draw: () => void): void {
    this.inside(this.element(tag), draw);
  }

  /** Draws in a tag, which may have been opened before, on an earlier page. */
  inside(element: Element | null, draw: () => void): void {
    if (element === null) {
      draw();
      return;
    }
    this.open.push(element);
    draw();
    this.open.pop();
  }

  /** Draws content of an element. */
  content(element: Element | null, tag: Tag, draw: () => void): void {
    if (this.isMarked || element === null) {
      draw();
      return;
    }
    element.add(this.pdf.markStructureContent(tag));
    this.inOnePiece(draw);
  }

  /** Draws what has no meaning: a line, a page number, a header that comes again. */
  artifact(draw: () => void): void {
    if (this.isMarked) {
      draw();
      return;
    }
    this.pdf.markContent('Artifact', { type: 'Layout' });
    this.inOnePiece(draw);
  }

  /** Draws a chart, which the text says in words. */
  figure(alt: string, draw: () => void): void {
    this.content(this.element('Figure', { alt }), 'Figure', draw);
  }

  private inOnePiece(draw: () => void): void {
    this.isMarked = true;
    draw();
    this.isMarked = false;
    this.pdf.endMarkedContent();
  }
}
