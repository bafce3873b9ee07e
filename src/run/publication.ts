/** What a run publishes, while it is written, or why the output would not take it. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ReferenceTables } from '../reference/reference-tables.js';
import { problem, type Problem } from '../problem.js';
import { BatchWriter, type BatchRest, type StatedDocument } from '../output/batch-writer.js';
import type { FinanceAddition } from '../output/books/finance-files.js';
import { publishPreview } from '../ledger/preview.js';
import { publishBatch } from '../ledger/publish.js';
import { createRenderer, type Renderer } from '../output/renderer.js';
import type { RunRequest, RunResult } from './run-request.js';
import type { RunTally } from './run-tally.js';

/** What a full, read-only or failing disk answers. */
const REFUSALS = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'EFBIG',
  'EMFILE',
  'EISDIR',
]);

const MERCHANTS_WORTH_WORKERS = 200;

/** Lets `use` write and publish; whatever is not published in the end leaves nothing behind. */
export async function withPublication(
  request: RunRequest,
  { merchants, logo }: ReferenceTables,
  tally: RunTally,
  use: (publication: Publication) => Promise<RunResult>,
): Promise<RunResult> {
  const renderer = createRenderer(request.workers ?? workersFor(merchants.length));
  const periodFolder = join(request.output, tally.period ?? '');
  const publication = new Publication(request, periodFolder, renderer, logo?.bytes ?? null);
  try {
    return await use(publication);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!REFUSALS.has(code)) throw error;
    return tally.refused(unwritable(request.output, error instanceof Error ? error.message : code));
  } finally {
    await publication.close();
    await renderer.close();
  }
}

/** As many as there are cores; none where starting them would take longer than they save. */
function workersFor(merchants: number): number {
  return merchants < MERCHANTS_WORTH_WORKERS ? 0 : availableParallelism();
}

export class Publication {
  private writer: BatchWriter | null = null;

  constructor(
    private readonly request: Pick<RunRequest, 'mode'>,
    private readonly periodFolder: string,
    private readonly renderer: Renderer,
    private readonly logo: Uint8Array | null,
  ) {}

  /** The staging folder is made for the first document: a run without one leaves no trace. */
  async add(documents: readonly StatedDocument[], finance: FinanceAddition): Promise<void> {
    if (documents.length > 0) await (await this.opened()).add(documents, finance);
  }

  /** null where it is published. */
  async publish(rest: BatchRest): Promise<Problem | null> {
    const writer = await this.opened();
    await writer.finish(rest);
    const { period, batch } = rest.manifest;
    if (this.request.mode === 'preview') {
      await publishPreview(writer.folder, this.periodFolder);
      return null;
    }
    const isPlaced = await publishBatch(writer.folder, this.periodFolder, batch);
    return isPlaced ? null : batchTaken(period);
  }

  /** Takes away what is not published. */
  async close(): Promise<void> {
    await this.writer?.discard();
  }

  private async opened(): Promise<BatchWriter> {
    this.writer ??= await BatchWriter.open(this.periodFolder, this.renderer, this.logo);
    return this.writer;
  }
}

function unwritable(output: string, reason: string): Problem {
  return problem('output-unwritable', { file: output }, { reason });
}

function batchTaken(period: string): Problem {
  return problem('batch-taken', { file: period }, {});
}
