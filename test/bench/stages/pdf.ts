/**
 * The demo's documents, drawn again and again by one thread. With `buffers`, as pdfkit's guide has it:
 * texts drawn by pdfkit, and fonts as buffers for each document, which parses them anew.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { issueChanges, type ReadChange } from '../../../src/documents/revise.js';
import { localDate } from '../../../src/period/local-date.js';
import { parsePeriod, wholePeriod } from '../../../src/period/period.js';
import { assert } from '../../../src/problem.js';
import { readReference } from '../../../src/reference/read-reference.js';
import type { DocumentWithStatement } from '../../../src/output/batch-writer.js';
import { csvOf, DOCUMENT_LINES } from '../../../src/output/csv/csv.js';
import { Canvas } from '../../../src/output/pdf/engine/canvas.js';
import { renderPdf } from '../../../src/output/pdf/render-pdf.js';
import { compareWithIssued } from '../../../src/run/compare-with-issued.js';
import { documentsWithStatements } from '../../../src/run/documents-with-statements.js';
import { Pricing } from '../../../src/run/price-merchants.js';
import { priceSlice } from '../../../src/run/price-slice.js';
import { WorkFolder } from '../../../src/run/work-folder.js';
import { openFacts } from '../../../src/facts/roll-up.js';

const DEMO = join(import.meta.dirname, '../../../fixtures/demo/input');

async function demoDocuments(): Promise<DocumentWithStatement[]> {
  const { tables } = await readReference(DEMO);
  const period = parsePeriod('2026-10');
  assert(tables !== null && period !== undefined, 'the demo can be read');
  const [span, issueDate] = [wholePeriod(period), localDate('2026-11-20')];
  const pricing = new Pricing({ tables, span, issueDate, policy: (problem) => problem });
  await using workFolder = await WorkFolder.create();
  const job = { inputFolder: DEMO, workFolder: workFolder.path, tables, span };
  await using facts = await openFacts(job);
  const members = tables.merchants.map((merchant) => {
    return { merchantId: merchant.merchantId, merchant, standing: [] };
  });
  const priced = await priceSlice(members, pricing, facts);
  const documents = issueChanges(compareWithIssued(priced, new Set()).map(unissued), {
    issuer: tables.provider,
    period,
    issueDate,
    prefix: 'INV',
    firstSequence: 1,
  });
  return documentsWithStatements(documents, priced, { before: () => null });
}

/** Nothing was issued before, so that nothing is cancelled. */
function unissued({ draft }: Pick<ReadChange, 'draft'>): ReadChange {
  return { draft, cancelled: null };
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
