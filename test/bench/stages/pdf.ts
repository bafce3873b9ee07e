/**
 * The demo's documents, drawn again and again by one process: `pdf.ts ROUNDS [buffers|typst] [FOLDER]`. Written are CPU
 * milliseconds and bytes a document; the PDFs of the last round go into the folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPdf } from '../../../src/output/pdf/render-pdf.js';
import { demoDocuments, type DemoDocument } from '../pdf/demo-documents.js';
import { drawWithBuffers } from '../pdf/draw-with-buffers.js';
import { DrawingRecorder } from '../pdf/drawn-content.js';
import { Typst } from '../pdf/typst-compiler.js';
import { typstMarkup } from '../pdf/typst-markup.js';

/** Draws each document once. */
type Round = () => Buffer[];

function ofProgram(documents: readonly DemoDocument[]): Round {
  return () =>
    documents.map(({ document, statement, csv }) =>
      renderPdf(document, document.issuer, statement, csv),
    );
}

/** Markup and CSVs are made before; what it knew of the documents is forgotten from round to round. */
function ofTypst(documents: readonly DemoDocument[]): Round {
  const typst = new Typst(join(process.cwd(), 'test/bench/pdf'));
  const recorder = new DrawingRecorder();
  const sources = documents.map(({ document, statement, csv }) => {
    renderPdf(document, document.issuer, statement, csv);
    return { markup: typstMarkup(document, csv.name, recorder.take()), csv };
  });
  return () => {
    const drawn = sources.map(({ markup, csv }) => typst.draw(markup, csv));
    typst.forget();
    return drawn;
  };
}

const [rounds = '1', way, folder] = process.argv.slice(2);
if (way === 'buffers') drawWithBuffers();
const documents = await demoDocuments(join(process.cwd(), 'fixtures/demo/input'));
const drawRound = way === 'typst' ? ofTypst(documents) : ofProgram(documents);
// what is compiled and read at first use is no matter of a document
let drawn = drawRound();
drawRound();
const before = process.cpuUsage();
for (let round = 0; round < Number(rounds); round++) drawn = drawRound();
const { user, system } = process.cpuUsage(before);
const milliseconds = (user + system) / 1000 / (Number(rounds) * documents.length);
const bytes = drawn.reduce((sum, { length }) => sum + length, 0) / documents.length;
console.log(`${milliseconds.toFixed(2)} CPU milliseconds and ${bytes.toFixed(0)} bytes a document`);
if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  for (const [at, pdf] of drawn.entries()) writeFileSync(join(folder, `${at}.pdf`), pdf);
}
