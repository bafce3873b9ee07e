/** Writes what a run gives into a staging folder, and publishes it by one rename. */
import { readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import type { Problem } from '../problem.js';
import type { OrderStatement } from '../usage/order-statements.js';
import type { AccountedRows } from '../usage/row-accounting.js';
import {
  documentCsv,
  invoiceLinesCsv,
  invoicesCsv,
  invoiceTaxesCsv,
  problemsCsv,
  rowAccountingCsv,
} from './csv.js';
import { documentToJson } from './document-json.js';
import { controlTotals, manifestText, sha256, type FileRecord, type Manifest } from './manifest.js';
import { renderPdf } from './pdf/render-pdf.js';
import type { Statement } from './pdf/statement.js';
import type { BatchReport } from './report/report-data.js';
import { fileNameOf } from './file-name.js';
import { commit, createStaging, removeStaging, writeSynced } from './staging.js';

/** What a batch or a preview holds. */
export interface Publication {
  readonly documents: readonly Document[];
  readonly statementOf: (document: Document) => Statement;
  readonly problems: readonly Problem[];
  readonly rows: readonly AccountedRows[];
  readonly orderStatements: AsyncIterable<OrderStatement>;
  /** Told of each document; the page is written last. */
  readonly report: BatchReport;
  readonly manifest: Omit<Manifest, 'outputs' | 'control_totals'>;
  /** Called after each document, with how many are done. */
  readonly progress: (done: number) => void;
}

/** Publishes a batch; false where another run took its number first, and then nothing is left behind. */
export async function publishBatch(output: string, publication: Publication): Promise<boolean> {
  const folder = join(output, publication.manifest.period);
  const name = `batch-${String(publication.manifest.batch).padStart(3, '0')}`;
  return inStaging(folder, publication, (staging) => commit(staging, join(folder, name)));
}

/** Swaps the preview in whole: a versioned folder, and a pointer to it. */
export async function publishPreview(output: string, publication: Publication): Promise<boolean> {
  const folder = join(output, publication.manifest.period);
  return inStaging(folder, publication, async (staging) => {
    const version = `.preview-${process.pid}-${sha256(staging).slice(0, 8)}`;
    if (!(await commit(staging, join(folder, version)))) return false;
    const pointer = join(folder, 'preview');
    const old = await readlink(pointer).catch(() => null);
    await symlink(version, join(folder, `${version}.pointer`));
    await rename(join(folder, `${version}.pointer`), pointer);
    if (old?.startsWith('.preview-')) await rm(join(folder, old), { recursive: true, force: true });
    return true;
  });
}

async function inStaging(
  folder: string,
  publication: Publication,
  place: (staging: string) => Promise<boolean>,
): Promise<boolean> {
  const staging = await createStaging(folder);
  try {
    await writeAll(staging, publication);
    return await place(staging);
  } finally {
    await removeStaging(staging);
  }
}

async function writeAll(staging: string, publication: Publication): Promise<void> {
  const { documents, problems, rows, manifest } = publication;
  const outputs: FileRecord[] = [];
  const write = async (
    file: string,
    content: string | Uint8Array,
    count: number | null,
  ): Promise<void> => {
    await writeSynced(join(staging, file), content);
    outputs.push({ file, sha256: sha256(content), rows: count });
  };
  const lineCount = documents.reduce((total, { lines }) => total + lines.length, 0);
  const taxCount = documents.reduce((total, { taxes }) => total + taxes.length, 0);
  await write('invoices.csv', invoicesCsv(documents), documents.length);
  await write('invoice-lines.csv', invoiceLinesCsv(documents), lineCount);
  await write('invoice-taxes.csv', invoiceTaxesCsv(documents), taxCount);
  await write(
    'documents.jsonl',
    documents.map((one) => `${documentToJson(one)}\n`).join(''),
    documents.length,
  );
  await write('problems.csv', problemsCsv(problems), problems.length);
  await write('row-accounting.csv', rowAccountingCsv(rows), rows.length);
  for (const [at, document] of documents.entries()) {
    const csv = { name: `${document.number}.csv`, content: documentCsv(document) };
    const statement = publication.statementOf(document);
    const pdf = await renderPdf(document, document.issuer, statement, csv);
    await write(`pdf/${document.number}.pdf`, pdf, null);
    await write(`csv/${csv.name}`, csv.content, document.lines.length);
    publication.report.add(document);
    publication.progress(at + 1);
  }
  for await (const { merchantId, csv } of publication.orderStatements) {
    await write(`statements/${fileNameOf(merchantId)}-orders.csv`, `\uFEFF${csv}`, null);
  }
  await write('report.html', await publication.report.html(), null);
  const full: Manifest = { ...manifest, outputs, control_totals: controlTotals(documents) };
  await writeSynced(join(staging, 'manifest.json'), manifestText(full));
}
