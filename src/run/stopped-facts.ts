/** Merchants whose facts end while those of others go on. */
import type { FactExtents } from '../facts/usage/fact-extents.js';
import { groupBy } from '../group-by.js';
import { addDays, earlier, type LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import type { Contract } from '../pricing/plans/registry.js';
import { problem, type Problem } from '../problem.js';
import { neededDays } from './needed-days.js';

const DAYS_MIN = 5;

/**
 * Of tables whose rows name their merchant. A merchant whose contracts end earlier is asked for facts
 * until then; one without a row has stopped before its contracts began.
 */
export function stoppedFacts(
  contracts: readonly Contract[],
  span: BillingSpan,
  extents: FactExtents,
): Problem[] {
  const byMerchant = [...groupBy(contracts, ({ merchantId }) => merchantId)].sort();
  const daysBefore = rememberedDays();
  return extents.tables.flatMap(({ table, last: tableLast }) => {
    if (tableLast === null || table === 'refunds') return [];
    const lastOf = new Map(
      extents.merchants
        .filter((extent) => extent.table === table)
        .map(({ merchantId, last }) => [merchantId, last]),
    );
    return byMerchant.flatMap(([merchantId, own]) => {
      const days = neededDays(own, span, table);
      if (days === null) return [];
      const last = lastOf.get(merchantId) ?? null;
      const stopped = last ?? daysBefore(days.first, 1);
      if (stopped > daysBefore(earlier(tableLast, days.last), DAYS_MIN)) return [];
      return [problem('facts-stop-early', { file: table, merchantId }, { table, last, tableLast })];
    });
  });
}

/** There are few dates, and many merchants. */
function rememberedDays(): (date: LocalDate, days: number) => LocalDate {
  const known = new Map<string, LocalDate>();
  return (date, days) => {
    const key = `${date} ${days}`;
    const before = known.get(key) ?? addDays(date, -days);
    known.set(key, before);
    return before;
  };
}
