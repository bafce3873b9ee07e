/** From when to when some contracts need the rows of a fact table. */
import { TABLES_OF_USE } from '../facts/fact-tables.js';
import type { DatedTable } from '../facts/dated-tables.js';
import { earlier, later, type LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import { factsOf, type Contract } from '../pricing/plans/registry.js';

/** Both included. */
export interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** Within the span; null where none of the contracts needs any. */
export function neededDays(
  contracts: readonly Contract[],
  { period, through }: BillingSpan,
  table: DatedTable,
): Days | null {
  return contracts
    .filter((contract) => factsOf(contract).some((use) => TABLES_OF_USE[use].includes(table)))
    .map(({ startsOn, endsOn }) => ({
      first: later(period.firstDay, startsOn),
      last: endsOn === null ? through : earlier(through, endsOn),
    }))
    .filter(({ first, last }) => first <= last)
    .reduce<Days | null>((all, days) => (all === null ? days : around(all, days)), null);
}

function around(left: Days, right: Days): Days {
  return { first: earlier(left.first, right.first), last: later(left.last, right.last) };
}
