/** Takes jobs from queues and does them, until it is told to stop. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { WaitingError, Worker, type Job } from 'bullmq';
import { errorMessage } from '../../error-message.js';
import { parseHiddenName } from '../../ledger/hidden-name.js';
import { assert } from '../../problem.js';
import type { QueueAddress } from './queue-address.js';
import { isSameStamp, ownStamp, type SliceStamp } from './slice-stamp.js';
import { connectionTo, JOB_FOLDER, QUEUES, type JobKind, type Ticket } from './work-queues.js';

/** What a worker knows to do. */
export interface Craft {
  readonly kind: JobKind;
  /** How many jobs it takes at once. */
  readonly atOnce: number;
  readonly perform: (given: GivenJob) => Promise<Performed>;
}

interface GivenJob {
  /** What the coordinator wrote. */
  readonly data: unknown;
  /** The staging folder. No folder is made in it that is not there, since the run may have ended. */
  readonly folder: string;
  /**
   * A folder inside, of this attempt's own: another attempt may be under way. It stays, whatever comes
   * of the attempt, until the coordinator takes all of them away.
   */
  readonly way: string;
}

export interface Performed {
  /** What the coordinator is told, as JSON. */
  readonly result: unknown;
  /** What the log says of it. */
  readonly figures: Figures;
}

type Figures = { readonly documents: number } | { readonly rows: number };

/** What happens to a worker; `job` is a staging folder and the number of a job in it. */
export type WorkerEvent =
  | { readonly event: 'waiting'; readonly kind: JobKind }
  | { readonly event: 'started'; readonly kind: JobKind; readonly job: string }
  | ({ readonly event: 'finished'; readonly kind: JobKind; readonly job: string } & Figures)
  | {
      readonly event: 'failed';
      readonly kind: JobKind;
      readonly job: string;
      readonly message: string;
    }
  | { readonly event: 'trouble'; readonly message: string };

type Tell = (event: WorkerEvent) => void;

/** A worker renews its hold on a job in half the time; who has not is dead, and another takes it. */
const HOLD_MS = 10_000;
const LOOK_FOR_DEAD_MS = 5000;
/** A job that kills so many workers is given up. */
const DEATHS_MAX = 10;

/** null once it has stopped as told; or the stamp of a run that is none of its own kind. */
export async function workOnJobs(
  address: QueueAddress,
  output: string,
  crafts: readonly Craft[],
  stop: AbortSignal,
  tell: Tell,
): Promise<SliceStamp | null> {
  let foreign: SliceStamp | null = null;
  const stopped = new AbortController();
  const workers = crafts.map((craft) => {
    const work = async (job: Job<Ticket>, token?: string): Promise<unknown> => {
      if (!isSameStamp(job.data.stamp, ownStamp())) {
        // it goes back to whoever can, and this worker goes
        await job.moveToWait(token);
        foreign = job.data.stamp;
        stopped.abort();
        throw new WaitingError();
      }
      return performTold(output, job.data, craft, tell);
    };
    return new Worker<Ticket>(QUEUES[craft.kind], work, {
      connection: connectionTo(address),
      skipVersionCheck: true,
      concurrency: craft.atOnce,
      lockDuration: HOLD_MS,
      stalledInterval: LOOK_FOR_DEAD_MS,
      maxStalledCount: DEATHS_MAX,
    }).on('ready', () => {
      tell({ event: 'waiting', kind: craft.kind });
    });
  });
  listenForTrouble(workers, tell);
  await Promise.race([aborted(stop), aborted(stopped.signal)]);
  await Promise.all(workers.map((worker) => worker.close()));
  return foreign;
}

/** A Redis that is away is told once, not at each attempt to reach it. */
function listenForTrouble(workers: readonly Worker[], tell: Tell): void {
  let last = '';
  for (const worker of workers) {
    worker.on('ready', () => {
      last = '';
    });
    worker.on('error', (error) => {
      const message = errorMessage(error);
      if (message !== last) tell({ event: 'trouble', message });
      last = message;
    });
  }
}

async function performTold(
  output: string,
  ticket: Ticket,
  craft: Craft,
  tell: Tell,
): Promise<unknown> {
  const { kind } = craft;
  const job = `${ticket.folder} ${ticket.job}`;
  tell({ event: 'started', kind, job });
  try {
    const { result, figures } = await craft.perform(await givenJob(output, ticket));
    tell({ event: 'finished', kind, job, ...figures });
    return result;
  } catch (error) {
    const message = errorMessage(error);
    tell({ event: 'failed', kind, job, message });
    throw new Error(`${hostname()}: ${message}`, { cause: error });
  }
}

async function givenJob(output: string, ticket: Ticket): Promise<GivenJob> {
  assert(isStaging(ticket.folder), 'a job lies in a staging folder');
  const folder = join(output, ticket.folder);
  const jobs = join(folder, JOB_FOLDER);
  const data: unknown = deserialize(await readFile(join(jobs, ticket.job)));
  const way = join(jobs, `${ticket.job}-${randomUUID()}`);
  await mkdir(way);
  return { data, folder, way };
}

/** > `2026-10/.staging-…`, and `.staging-…` beside the periods. */
function isStaging(folder: string): boolean {
  const [, name = ''] = /^(?:\d{4}-\d{2}\/)?([^/]+)$/.exec(folder) ?? [];
  return parseHiddenName(name)?.kind === 'staging';
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
