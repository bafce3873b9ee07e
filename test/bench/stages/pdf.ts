/**
 * The demo's documents, drawn again and again by one thread. With `buffers`, as pdfkit's guide has it:
 * texts drawn by pdfkit, and fonts as buffers for each document, which parses them anew.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { localDate } from '../../../src/period/local-date.js';
import { parsePeriod, wholePeriod } from '../../../src/period/period.js';
import { assert } from '../../../src/problem.js';
import { readReference } from '../../../src/reference/read-reference.js';
import type { StatedDocument } from '../../../src/output/batch-writer.js';
import { csvOf, DOCUMENT_LINES } from '../../../src/output/csv/csv.js';
import { Canvas } from '../../../src/output/pdf/engine/canvas.js';
import { renderPdf } from '../../../src/output/pdf/render-pdf.js';
import { statedDocuments } from '../../../src/run/assemble.js';
import { billSlices } from '../../../src/run/bill-slices.js';
import { Pricing } from '../../../src/run/price-merchants.js';
import { inWorkFolder } from '../../../src/run/work-folder.js';
import { withFacts } from '../../../src/facts/roll-up.js';

const DEMO = join(import.meta.dirname, '../../../fixtures/demo/input');

async function demoDocuments(): Promise<StatedDocument[]> {
  const { tables } = await readReference(DEMO);
  const period = parsePeriod('2026-10');
  assert(tables !== null && period !== undefined, 'the demo can be read');
  const [span, issueDate] = [wholePeriod(period), localDate('2026-11-20')];
  const pricing = new Pricing({ tables, span, issueDate, policy: (problem) => problem });
  const issue = { issuer: tables.provider, period, issueDate, prefix: 'INV' };
  const ledger = { batches: 0, issued: [], head: null, id: null, settings: null, problems: [] };
  const nobody = new Set<string>();
  return inWorkFolder((workFolder) =>
    withFacts({ inputFolder: DEMO, workFolder, tables, span }, async (facts) => {
      const documents: StatedDocument[] = [];
      const slices = billSlices({
        output: '',
        tables,
        facts,
        pricing,
        ledger,
        standing: [],
        blocked: nobody,
        reissued: nobody,
        issue,
        progress: () => undefined,
      });
      for await (const slice of slices) documents.push(...statedDocuments(slice));
      return documents;
    }),
  );
}

/** Has pdfkit draw the texts, with the bytes of its fonts for each document. */
function drawWithBuffers(): void {
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

const [rounds = '1', way] = process.argv.slice(2);
if (way === 'buffers') drawWithBuffers();
const documents = await demoDocuments();
const draw = (times: number): void => {
  for (let round = 0; round < times; round++) {
    for (const { document, statement } of documents) {
      const csv = { name: `${document.number}.csv`, content: csvOf(DOCUMENT_LINES, [document]) };
      renderPdf(document, document.issuer, statement, csv);
    }
  }
};
// what is compiled and read at first use is no matter of a document
draw(2);
const before = process.cpuUsage();
draw(Number(rounds));
const { user, system } = process.cpuUsage(before);
const milliseconds = (user + system) / 1000 / (Number(rounds) * documents.length);
console.log(`${milliseconds.toFixed(2)} CPU milliseconds a document`);
