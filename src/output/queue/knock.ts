/** Asks a queue whether it lets one in, before anything is made that it is to carry. */
import { Redis } from 'ioredis';
import { shownAddress, type QueueAddress } from './queue-address.js';
import { asQueueFault } from './queue-fault.js';
import { connectionTo } from './work-queues.js';

/** Throws a QueueFault where it is away or lets nobody in. */
export async function knock(address: QueueAddress): Promise<void> {
  const once = { lazyConnect: true, retryStrategy: () => null };
  const redis = new Redis({ ...connectionTo(address), ...once });
  let first: unknown = null;
  redis.on('error', (error) => {
    first ??= error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw asQueueFault(shownAddress(address), first ?? error);
  } finally {
    redis.disconnect();
  }
}
