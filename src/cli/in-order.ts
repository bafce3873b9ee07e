/** Months that are billed one after the other: each stands on the ones before it. */
import type { Period } from '../period/period.js';

type Asked = Period | undefined;

/** The worst exit status; where nothing is published of one, the later ones wait. */
export async function inOrder(
  periods: readonly Asked[],
  bill: (period: Asked) => Promise<number>,
): Promise<number> {
  let worst = 0;
  for (const period of periods) {
    const status = await bill(period);
    if (status === 1) return status;
    worst = Math.max(worst, status);
  }
  return worst;
}
