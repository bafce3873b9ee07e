/** Who renders slices: this thread, workers beside it, or those at a queue. What renders is loaded when it is needed. */
import type { Piscina } from 'piscina';
import type { WrittenFile } from '../ledger/write-synced.js';
import type { QueueAddress } from './queue/queue-address.js';
import type { QueueRenderer } from './queue/queue-renderer.js';
import type { SliceJob } from './render-slice.js';
import { orThreadLost } from './render-thread-lost.js';

export interface Renderer {
  readonly render: (job: SliceJob) => Promise<WrittenFile[]>;
  /** How many slices it takes at once without one waiting for another. */
  readonly atOnce: number;
  /** Takes away what was of use in a folder only while it was rendered into. */
  readonly finish: (folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** More than any number of workers renders at once; each is a file that waits. */
const SLICES_IN_QUEUE = 64;
const NOTHING_LEFT = (): Promise<void> => Promise.resolve();

/** With 0 workers this thread renders. */
export function createRenderer(workers: number): Renderer {
  return workers === 0 ? inThisThread() : inWorkers(workers);
}

function inThisThread(): Renderer {
  return {
    render: async (job) => (await import('./render-slice.js')).default(job),
    atOnce: 1,
    finish: NOTHING_LEFT,
    close: () => Promise.resolve(),
  };
}

function inWorkers(workers: number): Renderer {
  let pool: Piscina | undefined;
  const started = async (): Promise<Piscina> => {
    const { Piscina } = await import('piscina');
    const filename = new URL('./render-slice.js', import.meta.url).href;
    if (pool === undefined) {
      pool = new Piscina({ filename, minThreads: workers, maxThreads: workers });
      // one that ends without work in hand is replaced
      pool.on('error', () => undefined);
    }
    return pool;
  };
  return {
    render: async (job) => {
      const rendered = (await started()).run(job) as Promise<WrittenFile[]>;
      return rendered.catch(orThreadLost);
    },
    // one more waits, so that no worker does
    atOnce: workers + 1,
    finish: NOTHING_LEFT,
    close: async () => {
      await pool?.destroy();
    },
  };
}

/** Workers on any machine that shares the output folder. */
export function createQueueRenderer(address: QueueAddress, output: string): Renderer {
  let opened: QueueRenderer | undefined;
  const queue = async (): Promise<QueueRenderer> => {
    const { QueueRenderer } = await import('./queue/queue-renderer.js');
    opened ??= new QueueRenderer(address, output);
    return opened;
  };
  return {
    render: async (job) => (await queue()).render(job),
    atOnce: SLICES_IN_QUEUE,
    finish: async (folder) => opened?.finish(folder),
    close: async () => opened?.close(),
  };
}
