/** What a run publishes, while it is written. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import { startHead } from '../ledger/head.js';
import { publishBatch } from '../ledger/publish-batch.js';
import { publishPreview } from '../ledger/publish-preview.js';
import { BatchWriter, type BatchSummary } from '../output/batch-writer.js';
import type { FinanceFiles } from '../output/books/finance-files.js';
import { createQueueRenderer, createRenderer, type Renderer } from '../output/renderer.js';
import { problem, type Problem } from '../problem.js';
import type { Billing } from './billing.js';
import { documentsWithStatements } from './documents-with-statements.js';
import type { PricedSlice } from './price-slice.js';
import { policyOf } from './problem-policy.js';
import type { RunRequest } from './run-request.js';
import type { RunSoFar } from './run-so-far.js';

const MERCHANTS_WORTH_WORKERS = 200;
const NO_BOOKS = { pieces: [], files: [], xmlFiles: [], problems: [] };

/** Whatever is not published when it is disposed of leaves nothing behind. */
export class Publication implements AsyncDisposable {
  private readonly periodFolder: string;
  private readonly renderer: Renderer;
  private financeFiles: FinanceFiles | null = null;
  private writer: BatchWriter | null = null;

  constructor(
    private readonly billing: Pick<
      Billing,
      'request' | 'tables' | 'span' | 'ledger' | 'balances' | 'facts'
    >,
    private readonly run: RunSoFar,
  ) {
    const { request, tables, span } = billing;
    this.periodFolder = join(request.output, span.period.id);
    this.renderer = rendererFor(request, tables.merchants.length);
  }

  /**
   * Writes and renders the documents of a slice, where the run may still publish. The staging folder
   * is made for the first document: a run without one leaves no trace.
   */
  async add(documents: readonly Document[], priced: PricedSlice): Promise<void> {
    const { mode } = this.billing.request;
    const books = await this.books();
    const finance = books === null ? NO_BOOKS : await books.add(documents);
    this.run.addProblems(finance.problems.map(policyOf(mode)));
    const isWritten = mode === 'publish' || mode === 'preview';
    if (!isWritten || documents.length === 0 || this.run.isRefused()) return;
    const writer = await this.opened();
    const { balances } = this.billing;
    const orders = await this.ordersFor(documents);
    await writer.add(documentsWithStatements(documents, priced, balances, orders), finance);
  }

  /** By merchant, the orders that workbooks show; null where none is asked for. */
  private async ordersFor(documents: readonly Document[]): Promise<Map<string, string> | null> {
    const { request, facts } = this.billing;
    if (request.workbooks !== true) return null;
    const issued = documents.filter(({ cancels }) => cancels === null);
    const ids = [...new Set(issued.map(({ merchant }) => merchant.merchantId))];
    const orders = new Map<string, string>();
    for await (const { merchantId, csv } of facts.orderStatements(ids, 'as they are'))
      orders.set(merchantId, csv);
    return orders;
  }

  /** `committed` is called the moment it is shown. */
  async publishPreview(summary: BatchSummary, committed: () => void): Promise<void> {
    const writer = await this.finished(summary);
    await publishPreview(writer.staging, writer.written, this.periodFolder, committed);
  }

  /** null where it is published; `committed` is called the moment it is. */
  async publishBatch(summary: BatchSummary, committed: () => void): Promise<Problem | null> {
    const writer = await this.finished(summary);
    const { period, batch, ledger } = summary.manifest;
    const { request, ledger: known } = this.billing;
    if (known.id === null && !(await startHead(request.output, ledger))) return batchTaken(period);
    const { staging, written } = writer;
    const isPlaced = await publishBatch(staging, written, this.periodFolder, batch, committed);
    return isPlaced ? null : batchTaken(period);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.writer?.discard();
    await this.renderer.close();
  }

  private async finished(summary: BatchSummary): Promise<BatchWriter> {
    const writer = await this.opened();
    const books = await this.books();
    if (books !== null) await writer.addFinance(books.finish());
    await writer.finish(summary);
    return writer;
  }

  /** null where no accounting system is asked for: what writes for them is not loaded then. */
  private async books(): Promise<FinanceFiles | null> {
    const { request, tables, ledger } = this.billing;
    if (tables.finance.profiles.length === 0) return null;
    const { financeFilesOf } = await import('./finance-files-of.js');
    this.financeFiles ??= financeFilesOf(request.output, tables, ledger, this.run.billed);
    return this.financeFiles;
  }

  private async opened(): Promise<BatchWriter> {
    const logo = this.billing.tables.logo?.bytes ?? null;
    this.writer ??= await BatchWriter.open(this.periodFolder, this.renderer, logo);
    return this.writer;
  }
}

function rendererFor(
  { queue, output, workers }: Pick<RunRequest, 'queue' | 'output' | 'workers'>,
  merchants: number,
): Renderer {
  if (queue !== undefined) return createQueueRenderer(queue, output);
  return createRenderer(workers ?? workersFor(merchants));
}

/** As many as there are cores; none where starting them would take longer than they save. */
function workersFor(merchants: number): number {
  return merchants < MERCHANTS_WORTH_WORKERS ? 0 : availableParallelism();
}

function batchTaken(period: string): Problem {
  return problem('batch-taken', { file: period }, {});
}
