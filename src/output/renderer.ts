/** Who renders slices: this thread, or workers beside it. What renders is loaded when it is needed. */
import type { Piscina } from 'piscina';
import type { FileRecord } from '../ledger/manifest.js';
import type { SliceJob } from './render-slice.js';

export interface Renderer {
  readonly render: (job: SliceJob) => Promise<FileRecord[]>;
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
    return pool;
  };
  return {
    render: async (job) => (await started()).run(job) as Promise<FileRecord[]>,
    // one more waits, so that no worker does
    atOnce: workers + 1,
    close: async () => {
      await pool?.destroy();
    },
  };
}
