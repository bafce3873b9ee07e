/** Draws a document as a PDF; the same document gives the same bytes. */
import PDFDocument from 'pdfkit';
import type { Document, Provider } from '../../documents/document.js';
import { fonts, type FontFile } from './fonts.js';
import { drawInvoice } from './invoice-pages.js';
import { inLanguage, LABELS } from './labels.js';
import { Page } from './page.js';
import type { Statement } from './statement.js';
import { drawStatement } from './statement-pages.js';

export async function renderPdf(
  document: Document,
  provider: Provider,
  statement: Statement,
): Promise<Buffer> {
  const { regular, bold } = fonts();
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    font: asFontSource(regular),
    info: {
      Title: `${inLanguage(LABELS[document.type], document.merchant.language)} ${document.number}`,
      Author: provider.name,
      CreationDate: new Date(`${document.issueDate}T00:00:00Z`),
    },
  });
  pdf.registerFont('regular', asFontSource(regular));
  pdf.registerFont('bold', asFontSource(bold));
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise((resolve) => pdf.on('end', resolve));
  const page = new Page(pdf);
  drawInvoice(page, document, provider);
  if (statement.contracts.length > 0) drawStatement(page, document, statement);
  page.number(document.number);
  pdf.end();
  await finished;
  return Buffer.concat(chunks);
}

/** pdfkit draws with a parsed font as it is; its types know of names and bytes alone. */
function asFontSource({ font }: FontFile): string {
  return font as unknown as string;
}
