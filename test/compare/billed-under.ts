/** What a run bills where every merchant has signed the same offer, to hold a comparison against. */
import { DateTime } from 'luxon';
import type { ComparisonCell } from '../../src/output/comparison/comparison-data.js';
import { spanToPublish } from '../../src/run/choose-span.js';
import { bill } from '../run/run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { month } from './inputs.js';

export interface BilledRun {
  /** By merchant. */
  readonly totals: ReadonlyMap<string, bigint>;
  readonly blocked: ReadonlySet<string>;
}

/** The totals of a month's documents; nothing is published. */
export async function billedUnder(input: string, period: string): Promise<BilledRun> {
  const { documents, blocked } = await bill(input, temporaryFolder(), {
    mode: 'dry-run',
    spanOf: ({ timeZone, settlementDays }) =>
      spanToPublish(
        DateTime.fromISO('2027-06-30T09:00', { zone: timeZone }),
        month(period),
        null,
        settlementDays,
      ),
  });
  return {
    totals: new Map(documents.map(({ merchantId, total }) => [merchantId, total])),
    blocked,
  };
}

export function comparedAmount({ merchantId, total, reason }: ComparisonCell): object {
  return { merchantId, total, isPriced: reason === null };
}

/** Where nobody knows how many agents it would take, or what they sold, a run bills what it has: there is nothing to compare. */
export function billedAmount(
  { merchantId, reason }: ComparisonCell,
  { totals, blocked }: BilledRun,
): object {
  const isUnknown =
    reason?.code === 'offer-without-shifts' || reason?.code === 'offer-without-orders';
  const isPriced = !isUnknown && !blocked.has(merchantId);
  return { merchantId, total: isPriced ? (totals.get(merchantId) ?? 0n) : null, isPriced };
}
