/**
 * The documents as pdfkit's guide has them: pages, texts and tags by pdfkit, and fonts as buffers for each document, which
 * parses them anew.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { Canvas } from '../../../src/output/pdf/engine/canvas.js';
import { Tags, type Element } from '../../../src/output/pdf/engine/tags.js';
import { drawDocument, sayFor } from '../../../src/output/pdf/render-pdf.js';
import { LABELS, titleOf } from '../../../src/words/labels.js';
import type { DemoDocument } from './demo-documents.js';

type Pdf = PDFKit.PDFDocument;
/** pdfkit's types lack the dictionary, into which it writes no attributes of tables but the scope. */
type StructureElement = PDFKit.PDFStructureElement & {
  readonly dictionary?: { readonly data: Record<string, unknown> };
};

interface Drawing {
  readonly pdf: Pdf;
  readonly open: StructureElement[];
  /** Inside of a figure or an artifact. */
  isMarked: boolean;
}

const drawings = new WeakMap<Tags, Drawing>();
const elements = new WeakMap<Element, StructureElement>();

/** Has the canvases of this process draw by pdfkit; gives what draws a document. */
export function pdfkitDrawer(): (one: DemoDocument) => Buffer {
  drawTagsByPdfkit();
  drawContentByPdfkit();
  const fonts = {
    regular: fontFile('400Regular/NotoSansSC_400Regular.ttf'),
    bold: fontFile('700Bold/NotoSansSC_700Bold.ttf'),
  };
  return ({ document, statement, csv }) => {
    const say = sayFor(document);
    const date = new Date(`${document.issueDate}T00:00:00Z`);
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      lang: document.merchant.language === 'en' ? 'en' : 'zh-CN',
      displayTitle: true,
      font: '',
      info: {
        Title: `${say(titleOf(document))} ${document.number}`,
        Author: document.issuer.name,
        CreationDate: date,
      },
    });
    pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    const canvas = new Canvas();
    drawings.set(canvas.tags, { pdf, open: [root], isMarked: false });
    drawDocument(canvas, document, { provider: document.issuer, logo: null }, statement);
    // pdfkit's types lack the relationship, which PDF/A-3 asks for
    const options: PDFKit.Mixins.PDFAttachmentOptions & { relationship: string } = {
      name: csv.name,
      type: 'text/csv',
      description: say(LABELS.attachment),
      relationship: 'Data',
      creationDate: date,
      modifiedDate: date,
    };
    pdf.file(Buffer.from(csv.content), options);
    pdf.end();
    // nobody listened while it was written, so that it is all there at once
    return pdf.read() as Buffer;
  };
}

function fontFile(path: string): Buffer {
  const { resolve } = createRequire(import.meta.url);
  return readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${path}`));
}

function drawingOf(tags: Tags): Drawing {
  const drawing = drawings.get(tags);
  if (drawing === undefined) throw new Error('a canvas is drawn on by pdfkit');
  return drawing;
}

function drawTagsByPdfkit(): void {
  const { prototype } = Tags;
  const element = methodOf(prototype, 'element');
  prototype.element = function (this: Tags, tag, said = {}) {
    const { pdf, open, isMarked } = drawingOf(this);
    const added = isMarked ? null : element.call(this, tag, said);
    if (added === null) return null;
    const { alt, columns } = said;
    const struct: StructureElement = pdf.struct(tag, {
      ...(alt === undefined ? {} : { alt }),
      ...(tag === 'TH' ? { scope: 'Column' } : {}),
    });
    if (columns !== undefined && struct.dictionary !== undefined)
      struct.dictionary.data['A'] = { O: 'Table', ColSpan: columns };
    open.at(-1)?.add(struct);
    elements.set(added, struct);
    return added;
  };
  prototype.inside = function (this: Tags, added, draw) {
    const { open } = drawingOf(this);
    const struct = added === null ? undefined : elements.get(added);
    if (struct !== undefined) open.push(struct);
    draw();
    if (struct !== undefined) open.pop();
  };
  prototype.content = function (this: Tags, added, tag, draw) {
    const { pdf } = drawingOf(this);
    const struct = added === null ? undefined : elements.get(added);
    inOnePiece(this, draw, () => {
      struct?.add(pdf.markStructureContent(tag));
    });
  };
  prototype.artifact = function (this: Tags, draw) {
    const { pdf } = drawingOf(this);
    inOnePiece(this, draw, () => {
      pdf.markContent('Artifact', { type: 'Layout' });
    });
  };
}

function inOnePiece(tags: Tags, draw: () => void, mark: () => void): void {
  const drawing = drawingOf(tags);
  if (drawing.isMarked) {
    draw();
    return;
  }
  mark();
  drawing.isMarked = true;
  draw();
  drawing.isMarked = false;
  drawing.pdf.endMarkedContent();
}

function drawContentByPdfkit(): void {
  const { prototype } = Canvas;
  const addPage = methodOf(prototype, 'addPage');
  const turnTo = methodOf(prototype, 'turnTo');
  prototype.addPage = function (this: Canvas) {
    addPage.call(this);
    drawingOf(this.tags).pdf.addPage();
  };
  prototype.turnTo = function (this: Canvas, page) {
    turnTo.call(this, page);
    drawingOf(this.tags).pdf.switchToPage(page);
  };
  prototype.write = function (this: Canvas, texts, { size, bold = false, color }) {
    const { pdf } = drawingOf(this.tags);
    pdf
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color);
    for (const { content, x, baseline } of texts)
      pdf.text(content, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  };
  prototype.fill = function (this: Canvas, rectangles, color) {
    const { pdf } = drawingOf(this.tags);
    for (const { x, y, width, height } of rectangles) pdf.rect(x, y, width, height);
    pdf.fill(color);
  };
}

/** A method as it is before another takes its place. */
function methodOf<Type, Name extends keyof Type>(prototype: Type, name: Name): Type[Name] {
  return prototype[name];
}
