/** Who renders slices: this thread, or workers beside it. What renders is loaded when it is needed. */
import type { Piscina } from 'piscina';
import type { WrittenFile } from '../ledger/write-synced.js';
import type { SliceJob } from './render-slice.js';
import { orThreadLost } from './render-thread-lost.js';

export interface Renderer {
  readonly render: (job: SliceJob) => Promise<WrittenFile[]>;
  /** How many slices it takes at once without one waiting for another. */
  readonly atOnce: number;
  readonly close: () => Promise<void>;
}

/** With 0 workers this thread renders. */
export function createRenderer(workers: number): Renderer {
  return workers === 0 ? inThisThread() : inWorkers(workers);
}

function inThisThread(): Renderer {
  return {
    render: async (job) => (await import('./render-slice.js')).default(job),
    atOnce: 1,
    close: () => Promise.resolve(),
  };
}

function inWorkers(workers: number): Renderer {
  let pool: Piscina | undefined;
  const started = async (): Promise<Piscina> => {
    const { Piscina } = await import('piscina');
    const filename = new URL('./render-slice.js', import.meta.url).href;
    pool ??= new Piscina({ filename, minThreads: workers, maxThreads: workers });
    // one that ends without work in hand is replaced
    pool.on('error', () => undefined);
    return pool;
  };
  return {
    render: async (job) => {
      const rendered = (await started()).run(job) as Promise<WrittenFile[]>;
      return rendered.catch(orThreadLost);
    },
    // one more waits, so that no worker does
    atOnce: workers + 1,
    close: async () => {
      await pool?.destroy();
    },
  };
}
