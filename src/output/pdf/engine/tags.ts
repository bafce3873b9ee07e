/**
 * The tags of a PDF, by which a reader that does not look hears titles, tables and charts.
 *
 * Format: ISO 32000-1, 14.7 (the structure, and the numbers by which pages name their parts of it) and 14.8.
 */
import { textString, type PdfFile, type Reference } from './pdf-file.js';
import type { Sheets } from './sheets.js';

export type Tag =
  'Document' | 'Sect' | 'Div' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

/** What a tag says of itself. */
export interface Said {
  /** What is seen, in words. */
  readonly alt?: string;
  /** How many columns of its table a cell goes over. */
  readonly columns?: number;
}

export interface Element extends Said {
  readonly tag: Tag;
  readonly reference: Reference;
  /** The element around it, or the root of the structure. */
  readonly parent: Reference;
  /** Elements inside of it, and its content, by page and number. */
  readonly kids: (Reference | Content)[];
}

interface Content {
  readonly page: Reference;
  readonly number: number;
}

/** Everything that is drawn is content of the innermost open tag, or an artifact. */
export class Tags {
  private readonly root: Reference;
  private readonly elements: Element[] = [];
  private readonly open: Element[];
  /** Inside of a figure or an artifact, which is marked as one piece. */
  private isMarked = false;

  constructor(
    private readonly file: PdfFile,
    private readonly sheets: Sheets,
  ) {
    this.root = file.reserve();
    this.open = [this.added('Document', this.root, {})];
  }

  /** A new element, inside of the innermost open one; none inside of a figure or an artifact. */
  element(tag: Tag, said: Said = {}): Element | null {
    const parent = this.open.at(-1);
    if (this.isMarked || parent === undefined) return null;
    const element = this.added(tag, parent.reference, said);
    parent.kids.push(element.reference);
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
    const { reference, marked } = this.sheets.current;
    const number = marked.push(element.reference) - 1;
    element.kids.push({ page: reference, number });
    this.inOnePiece(`/${tag} <</MCID ${number}>> BDC`, draw);
  }

  /** Draws what has no meaning: a line, a page number, a header that comes again. */
  artifact(draw: () => void): void {
    if (this.isMarked) {
      draw();
      return;
    }
    this.inOnePiece('/Artifact <</Type /Layout>> BDC', draw);
  }

  /** Draws a chart, which the text says in words. */
  figure(alt: string, draw: () => void): void {
    this.content(this.element('Figure', { alt }), 'Figure', draw);
  }

  /** Writes the structure; nothing is drawn after it. */
  write(): Reference {
    for (const element of this.elements) this.file.add(dictionaryOf(element), element.reference);
    const pages = this.sheets.markings().map((marked, at) => `${at} [${marked.join(' ')}]`);
    const [document] = this.elements;
    return this.file.add(
      `<</Type /StructTreeRoot /K [${document?.reference ?? ''}] ` +
        `/ParentTree <</Nums [${pages.join(' ')}]>> /ParentTreeNextKey ${pages.length}>>`,
      this.root,
    );
  }

  private added(tag: Tag, parent: Reference, said: Said): Element {
    const element = { tag, reference: this.file.reserve(), parent, kids: [], ...said };
    this.elements.push(element);
    return element;
  }

  private inOnePiece(mark: string, draw: () => void): void {
    this.sheets.current.draw(mark);
    this.isMarked = true;
    draw();
    this.isMarked = false;
    this.sheets.current.draw('EMC');
  }
}

function dictionaryOf({ tag, parent, kids, alt, columns }: Element): string {
  const page = kids.find((kid) => typeof kid === 'object')?.page;
  const named = kids.map((kid) => (typeof kid === 'object' ? contentOf(kid, page) : kid));
  return [
    `<</S /${tag} /P ${parent}`,
    page === undefined ? '' : ` /Pg ${page}`,
    alt === undefined ? '' : ` /Alt ${textString(alt)}`,
    tag === 'TH' ? ' /A <</O /Table /Scope /Column>>' : '',
    columns === undefined ? '' : ` /A <</O /Table /ColSpan ${columns}>>`,
    ` /K [${named.join(' ')}]>>`,
  ].join('');
}

/** Its number, beside the page where that is not the element's. */
function contentOf({ page, number }: Content, pageOfElement: Reference | undefined): string {
  return page === pageOfElement ? String(number) : `<</Type /MCR /Pg ${page} /MCID ${number}>>`;
}
