/** Draws a document as a PDF; the same document gives the same bytes. */
import { isOfPreview } from '../../documents/document-number.js';
import type { Document, Provider } from '../../documents/document.js';
import type { Replaced } from '../../documents/what-changed.js';
import { Canvas } from './engine/canvas.js';
import { createPdf, startOf } from './create-pdf.js';
import { drawChanges } from './document-changes.js';
import { drawInvoice } from './invoice-pages.js';
import { inLanguage, LABELS, titleOf } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import { Page } from './engine/page.js';
import type { Statement } from './statement.js';
import { drawStatement } from './statement-pages.js';

/** A file that travels inside of the PDF. */
export interface Attachment {
  readonly name: string;
  readonly content: string;
}

/** PDF/A-3a and PDF/UA-1: tagged, with its fonts and the attachment inside, to be kept for years. */
export function renderPdf(
  document: Document,
  provider: Provider,
  statement: Statement,
  attachment?: Attachment,
  logo: Uint8Array | null = null,
  replaced: Replaced | null = null,
): Buffer {
  const say: Say = (words) => inLanguage(words, document.merchant.language);
  const pdf = createPdf({
    title: `${say(titleOf(document))} ${document.number}`,
    author: provider.name,
    language: document.merchant.language,
    created: document.issueDate,
  });
  const canvas = new Canvas(pdf);
  const page = new Page(canvas, isOfPreview(document) ? say(LABELS.preview) : null);
  drawInvoice(page, document, { provider, logo }, statement.balanceBefore, say);
  if (replaced !== null) drawChanges(page, document, replaced, say);
  drawStatement(page, document, statement, say);
  page.number(`${say(titleOf(document))}  ${document.number}`);
  if (attachment !== undefined) attach(pdf, document, attachment, say);
  canvas.embedFonts();
  pdf.end();
  // nobody listened while it was written, so that it is all there at once
  return pdf.read() as Buffer;
}

function attach(
  pdf: PDFKit.PDFDocument,
  document: Document,
  { name, content }: Attachment,
  say: Say,
): void {
  // pdfkit's types lack the relationship, which PDF/A-3 asks for
  const options: PDFKit.Mixins.PDFAttachmentOptions & { relationship: string } = {
    name,
    type: 'text/csv',
    description: say(LABELS.attachment),
    relationship: 'Data',
    creationDate: startOf(document.issueDate),
    modifiedDate: startOf(document.issueDate),
  };
  pdf.file(Buffer.from(content), options);
}
