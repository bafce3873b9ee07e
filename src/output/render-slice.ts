/**
 * Renders the documents of one slice: a job of plain data, which another thread or another machine
 * may take, and which gives the same bytes wherever it is done.
 */
import { undoneBy, type Replaced } from '../documents/what-changed.js';
import { csvOf, DOCUMENT_LINES } from './csv/csv.js';
import { documentFromJson } from '../ledger/document-json.js';
import { renderPdf } from './pdf/render-pdf.js';
import type { Statement } from './pdf/statement.js';
import { PendingWork } from './pending-work.js';
import { placeSynced, writeSynced, type WrittenFile } from '../ledger/write-synced.js';
import { documentWorkbook } from './workbooks/document-workbook.js';

export interface SliceJob {
  /** The folder that takes the files. */
  readonly folder: string;
  /** Where others may write the same files: a folder in which they are written before they are put into their places. */
  readonly way?: string;
  /** A PNG or JPEG; null: none. */
  readonly logo: Uint8Array | null;
  readonly documents: readonly {
    readonly json: string;
    readonly statement: Statement;
    /** The statement of orders for its workbook; null where none is asked for. */
    readonly workbookOrders: string | null;
  }[];
}

/** The folders inside the batch's that take the files. */
export function renderedFolders({ documents }: Pick<SliceJob, 'documents'>): readonly string[] {
  const areInWorkbooks = documents.some(({ workbookOrders }) => workbookOrders !== null);
  return ['pdf', 'csv', ...(areInWorkbooks ? ['workbooks'] : [])];
}

const WRITES_AT_ONCE = 8;

/** Writes `pdf/<number>.pdf`, `csv/<number>.csv` and perhaps `workbooks/<number>.xlsx` of each document, synced. */
export default async function renderSlice({
  folder,
  way,
  logo,
  documents,
}: SliceJob): Promise<WrittenFile[]> {
  const records: WrittenFile[] = [];
  const write = async (file: string, content: string | Uint8Array, rows: number | null) => {
    const record =
      way === undefined
        ? await writeSynced(folder, file, content, rows)
        : await placeSynced(folder, way, file, content, rows);
    records.push(record);
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
      workbookOrders === null ? null : documentWorkbook(document, statement, workbookOrders);
    await writes.start(async () => {
      await write(`pdf/${number}.pdf`, pdf, null);
      await write(`csv/${csv.name}`, csv.content, lines.length);
      if (workbook !== null) await write(`workbooks/${number}.xlsx`, workbook, null);
    });
  }
  await writes.finish();
  return records;
}
