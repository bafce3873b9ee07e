/** Event days → the contracts that bill them. */
import { groupBy } from '../../group-by.js';
import type { EventDayRow } from '../../reference/reference-tables.js';
import { EVENT_DAYS } from '../../reference/table-specs.js';
import { factsOf, type Contract } from '../../pricing/plans/registry.js';
import type { EventDay } from '../../pricing/usage.js';
import type { BillingSpan } from '../../period/period.js';
import { problem, type Problem, type ProblemPlace } from '../../problem.js';

/** The event days of the span by contract; a contract that names the store goes first. */
export function assignEventDays(
  rows: readonly EventDayRow[],
  contracts: readonly Contract[],
  span: BillingSpan,
): { byContract: Map<string, EventDay[]>; problems: Problem[] } {
  const using = contracts.filter((contract) => factsOf(contract).includes('event_days'));
  const byMerchant = groupBy(using, ({ merchantId }) => merchantId);
  const byContract = new Map<string, EventDay[]>();
  const problems: Problem[] = [];
  for (const row of rows) {
    if (row.date < span.period.firstDay || row.date > span.through) continue;
    const [owner, ...others] = ownersOf(row, byMerchant.get(row.merchantId) ?? []);
    if (owner === undefined) problems.push(unowned(row));
    else if (others.length > 0) problems.push(ambiguous(row, [owner, ...others]));
    else {
      const days = byContract.get(owner.contractId) ?? [];
      days.push({ event: row.event, date: row.date, agents: row.agents });
      byContract.set(owner.contractId, days);
    }
  }
  return { byContract, problems };
}

function ownersOf(row: EventDayRow, contracts: readonly Contract[]): Contract[] {
  const candidates = contracts.filter(
    ({ storeId, startsOn, endsOn }) =>
      (storeId === null || storeId === row.storeId) &&
      startsOn <= row.date &&
      (endsOn === null || endsOn >= row.date),
  );
  const named = candidates.filter(({ storeId }) => storeId !== null);
  return named.length > 0 ? named : candidates;
}

function placeOf({ record, merchantId }: EventDayRow): ProblemPlace {
  return { file: EVENT_DAYS.file, record, merchantId };
}

function unowned(row: EventDayRow): Problem {
  const { merchantId, date } = row;
  return problem('fact-without-contract', placeOf(row), { case: 'event-day', merchantId, date });
}

function ambiguous(row: EventDayRow, owners: readonly Contract[]): Problem {
  const contractIds = owners.map(({ contractId }) => contractId);
  return problem('contract-ambiguous', placeOf(row), { case: 'event-day', contractIds });
}
