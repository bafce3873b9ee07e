/** Takes slices from a queue and renders them, until it is told to stop. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { WaitingError, Worker, type Job } from 'bullmq';
import { errorMessage } from '../../error-message.js';
import { parseHiddenName } from '../../ledger/hidden-name.js';
import { syncFolder, type WrittenFile } from '../../ledger/write-synced.js';
import { assert } from '../../problem.js';
import { renderedFolders, type Slice } from '../render-slice.js';
import type { Renderer } from '../renderer.js';
import type { QueueAddress } from './queue-address.js';
import { connectionTo, SLICE_FOLDER, SLICE_QUEUE, type SliceTicket } from './slice-queue.js';
import { isSameStamp, ownStamp, type SliceStamp } from './slice-stamp.js';

/** What happens to a worker; `slice` is a staging folder and the number of a slice in it. */
export type SliceEvent =
  | { readonly event: 'waiting' }
  | { readonly event: 'started'; readonly slice: string }
  | { readonly event: 'finished'; readonly slice: string; readonly documents: number }
  | { readonly event: 'failed'; readonly slice: string; readonly message: string }
  | { readonly event: 'trouble'; readonly message: string };

/** A worker renews its hold on a slice in half the time; who has not is dead, and another takes it. */
const HOLD_MS = 10_000;
const LOOK_FOR_DEAD_MS = 5000;
/** A slice that kills so many workers is given up. */
const DEATHS_MAX = 10;

/** null once it has stopped as told; or the stamp of a run that is none of its own kind. */
export async function workOnSlices(
  address: QueueAddress,
  output: string,
  { renderer, atOnce }: { readonly renderer: Renderer; readonly atOnce: number },
  stop: AbortSignal,
  tell: (event: SliceEvent) => void,
): Promise<SliceStamp | null> {
  let foreign: SliceStamp | null = null;
  const stopped = new AbortController();
  const work = async (job: Job<SliceTicket>, token?: string): Promise<WrittenFile[]> => {
    if (!isSameStamp(job.data.stamp, ownStamp())) {
      // it goes back to whoever can, and this worker goes
      await job.moveToWait(token);
      foreign = job.data.stamp;
      stopped.abort();
      throw new WaitingError();
    }
    return renderTold(output, job.data, renderer, tell);
  };
  const worker = new Worker<SliceTicket, WrittenFile[]>(SLICE_QUEUE, work, {
    connection: connectionTo(address),
    skipVersionCheck: true,
    concurrency: atOnce,
    lockDuration: HOLD_MS,
    stalledInterval: LOOK_FOR_DEAD_MS,
    maxStalledCount: DEATHS_MAX,
  });
  listen(worker, tell);
  await Promise.race([aborted(stop), aborted(stopped.signal)]);
  await worker.close();
  return foreign;
}

function listen(worker: Worker, tell: (event: SliceEvent) => void): void {
  let last = '';
  worker.on('ready', () => {
    last = '';
    tell({ event: 'waiting' });
  });
  // a Redis that is away is told once, not at each attempt to reach it
  worker.on('error', (error) => {
    const message = errorMessage(error);
    if (message !== last) tell({ event: 'trouble', message });
    last = message;
  });
}

async function renderTold(
  output: string,
  ticket: SliceTicket,
  renderer: Renderer,
  tell: (event: SliceEvent) => void,
): Promise<WrittenFile[]> {
  const slice = `${ticket.folder} ${ticket.slice}`;
  tell({ event: 'started', slice });
  try {
    const { records, documents } = await renderTicket(output, ticket, renderer);
    tell({ event: 'finished', slice, documents });
    return records;
  } catch (error) {
    const message = errorMessage(error);
    tell({ event: 'failed', slice, message });
    throw new Error(`${hostname()}: ${message}`, { cause: error });
  }
}

/**
 * Files are written under a name of this attempt's own, and renamed into their places: another attempt
 * may put the same there. No folder is made that is not there, since the run may have ended.
 */
async function renderTicket(
  output: string,
  ticket: SliceTicket,
  renderer: Renderer,
): Promise<{ readonly records: WrittenFile[]; readonly documents: number }> {
  assert(isStaging(ticket.folder), 'a slice lies in a staging folder');
  const folder = join(output, ticket.folder);
  const slices = join(folder, SLICE_FOLDER);
  const slice = deserialize(await readFile(join(slices, ticket.slice))) as Slice;
  const way = join(slices, `${ticket.slice}-${randomUUID()}`);
  await mkdir(way);
  const records = await renderer.render({ folder, way, ...slice });
  for (const name of renderedFolders(slice)) await syncFolder(join(folder, name));
  await rm(way, { recursive: true, force: true });
  return { records, documents: slice.documents.length };
}

/** > `2026-10/.staging-…`. */
function isStaging(folder: string): boolean {
  const [period = '', name = '', ...rest] = folder.split('/');
  const isPeriod = /^\d{4}-\d{2}$/.test(period);
  return isPeriod && rest.length === 0 && parseHiddenName(name)?.kind === 'staging';
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
