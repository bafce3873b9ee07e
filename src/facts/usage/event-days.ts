/** Event days → the contracts that bill them. */
import type { EventDayRow } from '../../reference/reference-tables.js';
import type { Contract } from '../../pricing/plans/registry.js';
import type { EventDay } from '../../pricing/usage.js';
import type { BillingSpan } from '../../period/period.js';
import { problem, type Problem } from '../../problem.js';

/** The event days of the span by contract; a contract that names the store goes first. */
export function assignEventDays(
  rows: readonly EventDayRow[],
  contracts: readonly Contract[],
  span: BillingSpan,
): { byContract: Map<string, EventDay[]>; problems: Problem[] } {
  const byContract = new Map<string, EventDay[]>();
  const problems: Problem[] = [];
  const hosting = new Map<string, Contract[]>();
  for (const contract of contracts) {
    if (contract.plan !== 'event_hosting') continue;
    hosting.set(contract.merchantId, [...(hosting.get(contract.merchantId) ?? []), contract]);
  }
  for (const row of rows) {
    if (row.date < span.period.firstDay || row.date > span.through) continue;
    const owners = ownersOf(row, hosting.get(row.merchantId) ?? []);
    const [owner] = owners;
    if (owner === undefined || owners.length > 1) {
      problems.push(ownerProblem(row, owners));
      continue;
    }
    const days = byContract.get(owner.contractId) ?? [];
    days.push({ event: row.event, date: row.date, agents: row.agents });
    byContract.set(owner.contractId, days);
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

function ownerProblem(row: EventDayRow, owners: readonly Contract[]): Problem {
  const place = { file: 'event-days.csv', record: row.record, merchantId: row.merchantId };
  if (owners.length === 0) {
    const { merchantId, date } = row;
    return problem('fact-without-contract', place, { case: 'event-day', merchantId, date });
  }
  const contractIds = owners.map(({ contractId }) => contractId);
  return problem('contract-ambiguous', place, { case: 'event-day', contractIds });
}
