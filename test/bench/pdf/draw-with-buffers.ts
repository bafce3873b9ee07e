/**
 * The documents as pdfkit's guide has them: texts drawn by pdfkit, and fonts as buffers for each document,
 * which parses them anew.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Canvas } from '../../../src/output/pdf/engine/canvas.js';

export function drawWithBuffers(): void {
  const resolve = createRequire(import.meta.url).resolve;
  const bytes = (file: string): Buffer =>
    readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${file}`));
  const regular = bytes('400Regular/NotoSansSC_400Regular.ttf');
  const bold = bytes('700Bold/NotoSansSC_700Bold.ttf');
  const begun = new WeakSet<PDFKit.PDFDocument>();
  Canvas.prototype.write = function (this: Canvas, texts, look): void {
    const { pdf } = this;
    if (!begun.has(pdf)) pdf.registerFont('regular', regular).registerFont('bold', bold);
    begun.add(pdf);
    pdf
      .font(look.bold === true ? 'bold' : 'regular')
      .fontSize(look.size)
      .fillColor(look.color);
    for (const { content, x, baseline } of texts)
      pdf.text(content, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  };
}
