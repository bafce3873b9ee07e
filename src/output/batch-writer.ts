/**
 * Writes a batch into its staging folder, a slice of documents at a time: nothing here holds all of
 * them, so a month may be larger than memory.
 */
import { append } from '../append.js';
import type { Document, Language } from '../documents/document.js';
import { everyProblem } from '../every-problem.js';
import { assert, type Problem } from '../problem.js';
import { systemFault } from '../system-fault.js';
import { BILLED_ORDERS } from '../facts/billed-before.js';
import type { BilledOrdersFile } from '../facts/facts.js';
import type { OrderStatement } from '../facts/usage/order-statements.js';
import type { AccountedRows } from '../facts/usage/account-for-rows.js';
import {
  csvHead,
  csvOf,
  csvPieces,
  csvRows,
  INVOICE_LINES,
  INVOICE_TAXES,
  INVOICES,
  problemsTable,
  ROW_ACCOUNTING,
  type CsvTable,
} from './csv/csv.js';
import { documentToJson } from '../ledger/document-json.js';
import { fileNameOf } from '../ledger/file-name.js';
import type { FinanceAddition } from './books/finance-files.js';
import { FinanceFolder } from './books/finance-folder.js';
import { GrowingFile } from '../ledger/growing-file.js';
import { DOCUMENTS } from '../ledger/ledger-entry.js';
import { MAIL_INDEX, mailEntries, type MailEntry } from './csv/mail-index.js';
import { MANIFEST, manifestText, type Manifest } from '../ledger/manifest.js';
import type { Statement } from './pdf/statement.js';
import { PendingWork } from './pending-work.js';
import type { Renderer } from './renderer.js';
import { renderReport } from './report/render-report.js';
import type { ReportData } from './report/report-data.js';
import type { InvoiceRow } from './workbooks/invoices-workbook.js';
import { spokenOf, type Spoken } from '../words/language.js';
import { Staging } from '../ledger/staging.js';
import { copySynced, writeSynced, type WrittenFile } from '../ledger/write-synced.js';

/** A document, and the statement that is drawn behind it. */
export interface DocumentWithStatement {
  readonly document: Document;
  readonly statement: Statement;
  /** The statement of its merchant's orders; null where no workbook is asked for. */
  readonly workbookOrders: string | null;
}

/** What a batch holds besides its documents. */
export interface BatchSummary {
  readonly problems: readonly Problem[];
  readonly rows: readonly AccountedRows[];
  readonly orderStatements: AsyncIterable<OrderStatement>;
  /** Which orders the documents bill; null in a preview, which nothing later rests on. */
  readonly billedOrders: BilledOrdersFile | null;
  readonly report: ReportData;
  readonly manifest: Omit<Manifest, 'outputs'>;
}

const TABLES: Readonly<Record<string, CsvTable<Document>>> = {
  'invoices.csv': INVOICES,
  'invoice-lines.csv': INVOICE_LINES,
  'invoice-taxes.csv': INVOICE_TAXES,
};
const STATEMENT_WRITES_AT_ONCE = 8;

export class BatchWriter {
  /** All files so far. */
  readonly written: WrittenFile[] = [];
  private readonly finance: FinanceFolder;
  private documents: GrowingFile | null = null;
  private readonly tables: (readonly [CsvTable<Document>, GrowingFile])[] = [];
  private readonly mail: MailEntry[] = [];
  private readonly invoiceRows: InvoiceRow[] = [];
  /** The provider's, as its documents say. */
  private language: Language | null = null;

  private constructor(
    readonly staging: Staging,
    private readonly renderer: Renderer,
    private readonly logo: Uint8Array | null,
    private readonly rendering: PendingWork,
  ) {
    this.finance = new FinanceFolder(staging.folder);
  }

  /** Opens a staging folder inside `parent`. */
  static async open(
    parent: string,
    renderer: Renderer,
    logo: Uint8Array | null,
  ): Promise<BatchWriter> {
    const staging = await Staging.create(parent);
    const writer = new BatchWriter(staging, renderer, logo, new PendingWork(renderer.atOnce));
    try {
      await writer.start();
      return writer;
    } catch (error) {
      await writer.discard();
      throw error;
    }
  }

  private async start(): Promise<void> {
    const { folder } = this.staging;
    this.documents = await GrowingFile.create(folder, DOCUMENTS);
    for (const [file, table] of Object.entries(TABLES)) {
      const growing = await GrowingFile.create(folder, file);
      this.tables.push([table, growing]);
      await growing.append(csvHead(table), 0);
    }
  }

  /** Adds documents in order of their numbers; they are rendered while the caller goes on. */
  async add(
    withStatements: readonly DocumentWithStatement[],
    finance: FinanceAddition,
  ): Promise<void> {
    const documents = withStatements.map(({ document }) => document);
    const json = documents.map(documentToJson);
    assert(this.documents !== null, 'a writer is open');
    await this.documents.append(json.map((line) => `${line}\n`).join(''), json.length);
    for (const [table, file] of this.tables) {
      const { text, rows } = csvRows(table, documents);
      await file.append(text, rows);
    }
    const { xmlFiles, ...books } = finance;
    await this.addFinance({ ...books, xmlFiles: [] });
    for (const { document, workbookOrders } of withStatements)
      append(this.mail, mailEntries(document, workbookOrders !== null));
    await this.addInvoiceRows(withStatements);
    const job = {
      folder: this.staging.folder,
      logo: this.logo,
      documents: withStatements.map(({ statement, workbookOrders }, at) => {
        return { json: json[at] ?? '', statement, workbookOrders };
      }),
      xmlFiles,
    };
    await this.rendering.start(async () => {
      append(this.written, await this.renderer.render(job));
    });
  }

  /** Writes everything else, the manifest last. */
  async finish(summary: BatchSummary): Promise<void> {
    const { problems, rows, orderStatements, billedOrders, report, manifest } = summary;
    await this.writeIndex(await this.writeStatements(orderStatements));
    if (billedOrders !== null)
      this.written.push(
        await copySynced(this.staging.folder, BILLED_ORDERS, billedOrders.path, billedOrders.rows),
      );
    await this.rendering.finish();
    await this.renderer.finish(this.staging.folder);
    for (const file of this.growing()) this.written.push(await file.finish());
    append(this.written, await this.finance.finish());
    await this.writeInvoices();
    await this.writeProblems(problems, spokenOf(report.language));
    await this.write('row-accounting.csv', csvOf(ROW_ACCOUNTING, rows), rows.length);
    await this.write('report.html', renderReport(report), null);
    const outputs = this.written
      .map(({ file, sha256, rows: count }) => ({ file, sha256, rows: count }))
      .sort((left, right) => (left.file < right.file ? -1 : 1));
    const { control_totals: totals, ...rest } = manifest;
    const text = manifestText({ ...rest, outputs, control_totals: totals });
    await this.write(MANIFEST, text, null);
  }

  /** Takes away what is not published by then: nothing is left behind, where the disk lets it go. */
  async discard(): Promise<void> {
    await this.rendering.settle();
    await this.renderer.finish(this.staging.folder).catch(leftToTheNextRun);
    for (const file of this.growing()) await file.abandon().catch(leftToTheNextRun);
    await this.finance.abandon().catch(leftToTheNextRun);
    await this.staging.remove().catch(leftToTheNextRun);
  }

  private growing(): GrowingFile[] {
    const tables = this.tables.map(([, file]) => file);
    return this.documents === null ? tables : [this.documents, ...tables];
  }

  /** Adds to the files of the books, of documents or after the last. */
  async addFinance(addition: FinanceAddition): Promise<void> {
    await this.finance.add(addition);
  }

  /** For the workbook of the batch, where workbooks are asked for. */
  private async addInvoiceRows(withStatements: readonly DocumentWithStatement[]): Promise<void> {
    for (const { document, workbookOrders } of withStatements) {
      if (workbookOrders === null) continue;
      const { invoiceRow } = await import('./workbooks/invoices-workbook.js');
      this.language ??= document.issuer.language;
      this.invoiceRows.push(invoiceRow(document, this.language));
    }
  }

  private async writeInvoices(): Promise<void> {
    if (this.language === null) return;
    const { invoicesWorkbook } = await import('./workbooks/invoices-workbook.js');
    const content = invoicesWorkbook(this.invoiceRows, this.language);
    await this.write('invoices.xlsx', content, this.invoiceRows.length);
  }

  private async writeProblems(problems: readonly Problem[], language: Spoken): Promise<void> {
    const file = await GrowingFile.create(this.staging.folder, 'problems.csv');
    try {
      for (const { text, rows } of csvPieces(problemsTable(language), everyProblem(problems)))
        await file.append(text, rows);
      this.written.push(await file.finish());
    } finally {
      await file.abandon();
    }
  }

  /** Gives the file of each merchant that has one. */
  private async writeStatements(
    statements: AsyncIterable<OrderStatement>,
  ): Promise<Map<string, string>> {
    const files = new Map<string, string>();
    await using writes = new PendingWork(STATEMENT_WRITES_AT_ONCE);
    for await (const { merchantId, csv } of statements) {
      const file = `statements/${fileNameOf(merchantId)}-orders.csv`;
      files.set(merchantId, file);
      await writes.start(() => this.write(file, `\uFEFF${csv}`, null));
    }
    await writes.finish();
    return files;
  }

  private async writeIndex(statements: ReadonlyMap<string, string>): Promise<void> {
    const items = this.mail.map((entry) => {
      return { ...entry, statement: statements.get(entry.merchantId) ?? null };
    });
    await this.write('index.csv', csvOf(MAIL_INDEX, items), items.length);
  }

  private async write(
    file: string,
    content: string | Uint8Array,
    rows: number | null,
  ): Promise<void> {
    this.written.push(await writeSynced(this.staging.folder, file, content, rows));
  }
}

/** What a failing disk keeps is removed by the next run: what this run has come to stands. */
function leftToTheNextRun(error: unknown): void {
  if (systemFault(error) === null) throw error;
}
