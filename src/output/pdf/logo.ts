/** The logo in the letterhead. */
import PDFDocument from 'pdfkit';
import type { Block } from './engine/block.js';
import { LEFT } from './engine/style.js';

const WIDTH_MAX = 140;
const HEIGHT = 36;
const GAP_BELOW = 8;

/** As large as its place takes it; it says nothing that the name below it does not. */
export function logoBlock(bytes: Uint8Array): Block {
  return {
    height: HEIGHT + GAP_BELOW,
    draw: ({ pdf, tags }, y) => {
      tags.artifact(() => {
        pdf.image(Buffer.from(bytes), LEFT, y, { fit: [WIDTH_MAX, HEIGHT], valign: 'center' });
      });
    },
  };
}

/**
 * Whether it can be drawn, which is tried on a page that nobody sees. What pdfkit takes apart in its
 * own time, such as transparency, is not there when a document is done.
 */
export function isDrawable(bytes: Uint8Array): boolean {
  try {
    const pdf = new PDFDocument({ font: '' });
    pdf.image(Buffer.from(bytes), 0, 0, { fit: [WIDTH_MAX, HEIGHT] });
    pdf.end();
    return (pdf.read() as Buffer).toString('latin1').trimEnd().endsWith('%%EOF');
  } catch {
    return false;
  }
}
