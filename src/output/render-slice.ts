/**
 * Renders the documents of one slice: a job of plain data, which another thread or another machine
 * may take, and which gives the same bytes wherever it is done.
 */
import { dirname } from 'node:path';
import type { Document } from '../documents/document.js';
import { undoneBy, type Replaced } from '../documents/what-changed.js';
import { csvOf, DOCUMENT_LINES } from './csv/csv.js';
import { documentFromJson } from '../ledger/document-json.js';
import type { XmlFile } from './books/xml-file.js';
import { renderPdf } from './pdf/render-pdf.js';
import type { Statement } from './pdf/statement.js';
import { PendingWork } from './pending-work.js';
import { placeSynced, writeSynced, type WrittenFile } from '../ledger/write-synced.js';

/** What there is to be rendered: plain data, without the folders, which each machine may call differently. */
export interface Slice {
  /** A PNG or JPEG; null: none. */
  readonly logo: Uint8Array | null;
  readonly documents: readonly RenderedDocument[];
  /** The e-invoices of these documents, where some are asked for. */
  readonly xmlFiles: readonly XmlFile[];
}

export interface SliceJob extends Slice {
  /** The folder that takes the files. */
  readonly folder: string;
  /** Where others may write the same files: a folder in which they are written before they are put into their places. */
  readonly way?: string;
}

interface RenderedDocument {
  readonly json: string;
  readonly statement: Statement;
  /** The statement of orders for its workbook; null where none is asked for. */
  readonly workbookOrders: string | null;
}

/** The folders inside the batch's that take the files. */
export function renderedFolders({ documents, xmlFiles }: Slice): readonly string[] {
  const areInWorkbooks = documents.some(isInWorkbook);
  const ofXml = new Set(xmlFiles.map(({ file }) => dirname(file)));
  return ['pdf', 'csv', ...(areInWorkbooks ? ['workbooks'] : []), ...ofXml];
}

const WRITES_AT_ONCE = 8;

/**
 * Writes `pdf/<number>.pdf`, `csv/<number>.csv` and perhaps `workbooks/<number>.xlsx` of each document, and
 * their e-invoices, all synced. What only some slices need is loaded for those.
 */
export default async function renderSlice(job: SliceJob): Promise<WrittenFile[]> {
  const { logo, documents, xmlFiles } = job;
  const records: WrittenFile[] = [];
  const write = async (file: string, content: Content, rows: number | null): Promise<void> => {
    records.push(await written(job, file, content, rows));
  };
  await using writes = new PendingWork(WRITES_AT_ONCE);
  // A reversal stands before what replaces the document that it undoes.
  let undone: Replaced | null = null;
  for (const { json, statement, workbookOrders } of documents) {
    const document = documentFromJson(json);
    const replaced = document.replaces === undone?.number ? undone : null;
    undone = undoneBy(document);
    const { number, issuer, lines } = document;
    const csv = { name: `${number}.csv`, content: csvOf(DOCUMENT_LINES, [document]) };
    const pdf = renderPdf(document, issuer, statement, csv, logo, replaced);
    const workbook =
      workbookOrders === null ? null : await workbookOf(document, statement, workbookOrders);
    await writes.start(async () => {
      await write(`pdf/${number}.pdf`, pdf, null);
      await write(`csv/${csv.name}`, csv.content, lines.length);
      if (workbook !== null) await write(`workbooks/${number}.xlsx`, workbook, null);
    });
  }
  for (const { file, content } of xmlFiles) {
    const { xmlText } = await import('./books/xml-text.js');
    const text = xmlText(content);
    await writes.start(() => write(file, text, null));
  }
  await writes.finish();
  return records;
}

type Content = string | Uint8Array;

function written(
  { folder, way }: SliceJob,
  file: string,
  content: Content,
  rows: number | null,
): Promise<WrittenFile> {
  return way === undefined
    ? writeSynced(folder, file, content, rows)
    : placeSynced(folder, way, file, content, rows);
}

async function workbookOf(
  document: Document,
  statement: Statement,
  orders: string,
): Promise<Uint8Array> {
  const { documentWorkbook } = await import('./workbooks/document-workbook.js');
  return documentWorkbook(document, statement, orders);
}

function isInWorkbook({ workbookOrders }: RenderedDocument): boolean {
  return workbookOrders !== null;
}
