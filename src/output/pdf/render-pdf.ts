/** Draws a document as a PDF; the same document gives the same bytes. */
import { isOfPreview } from '../../documents/document-number.js';
import type { Document, Provider } from '../../documents/document.js';
import type { Replaced } from '../../documents/what-changed.js';
import { Canvas } from './engine/canvas.js';
import { drawChanges } from './document-changes.js';
import { finishPdf, type Attachment } from './finish-pdf.js';
import { drawInvoice } from './invoice-pages.js';
import { inLanguage, LABELS, titleOf } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import { Page } from './engine/page.js';
import type { Letterhead } from './letterhead.js';
import type { Statement } from './statement.js';
import { drawStatement } from './statement-pages.js';

export type { Attachment } from './finish-pdf.js';

/** PDF/A-3a and PDF/UA-1: tagged, with its fonts and the attachment inside, to be kept for years. */
export function renderPdf(
  document: Document,
  provider: Provider,
  statement: Statement,
  attachment?: Attachment,
  logo: Uint8Array | null = null,
  replaced: Replaced | null = null,
): Buffer {
  const say = sayFor(document);
  const canvas = new Canvas();
  drawDocument(canvas, document, { provider, logo }, statement, replaced);
  const facts = {
    title: `${say(titleOf(document))} ${document.number}`,
    author: provider.name,
    language: document.merchant.language,
    created: document.issueDate,
  };
  return finishPdf(
    canvas,
    facts,
    attachment && { ...attachment, description: say(LABELS.attachment) },
  );
}

/** All pages of a document. */
export function drawDocument(
  canvas: Canvas,
  document: Document,
  letterhead: Letterhead,
  statement: Statement,
  replaced: Replaced | null = null,
): void {
  const say = sayFor(document);
  const page = new Page(canvas, isOfPreview(document) ? say(LABELS.preview) : null);
  drawInvoice(page, document, letterhead, statement.balanceBefore, say);
  if (replaced !== null) drawChanges(page, document, replaced, say);
  drawStatement(page, document, statement, say);
  page.number(`${say(titleOf(document))}  ${document.number}`);
}

export function sayFor({ merchant }: Document): Say {
  return (words) => inLanguage(words, merchant.language);
}
