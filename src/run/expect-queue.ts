/** Asks for the queue of a run before anything is read: without it there is nothing to wait for. */
import type { RunRequest } from './run-request.js';

/** Throws a QueueFault where it is away or lets nobody in, if the run is to render. */
export async function expectQueue({
  mode,
  queue,
}: Pick<RunRequest, 'mode' | 'queue'>): Promise<void> {
  if (queue === undefined || (mode !== 'publish' && mode !== 'preview')) return;
  const { knock } = await import('../output/queue/knock.js');
  await knock(queue);
}
