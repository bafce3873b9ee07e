/**
 * `temporary_custody`: a rate for each agent and date with worked minutes inside the window.
 *
 * > 150 a day; agent A in custody on 3 dates, agent B on 1: 450.00 + 150.00 = 600.00.
 */
import { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import type { TemporaryCustodyContract } from './contract.js';
import { figure, lineOf, type Line } from './line.js';
import { priced, type Priced } from './priced.js';
import type { CustodyDay, Usage } from './usage.js';

/** One line per agent, in order of agent. */
export function priceTemporaryCustody(
  contract: TemporaryCustodyContract,
  usage: Usage,
  span: BillingSpan,
): Priced {
  const datesOf = new Map<string, LocalDate[]>();
  for (const { agentId, date } of withinSeats(usage.custodyDays, contract.seats)) {
    datesOf.set(agentId, [...(datesOf.get(agentId) ?? []), date]);
  }
  const agents = [...datesOf].sort(([left], [right]) => (left < right ? -1 : 1));
  return priced(agents.map(([agentId, dates]) => custodyLine(contract, span, agentId, dates)));
}

/** With seats, the first so many agents of each date, in order of agent. */
function withinSeats(days: readonly CustodyDay[], seats: number | null): CustodyDay[] {
  const sorted = [...days].sort((left, right) => (left.agentId < right.agentId ? -1 : 1));
  if (seats === null) return sorted;
  const taken = new Map<LocalDate, number>();
  return sorted.filter(({ date }) => {
    const count = (taken.get(date) ?? 0) + 1;
    taken.set(date, count);
    return count <= seats;
  });
}

function custodyLine(
  contract: TemporaryCustodyContract,
  span: BillingSpan,
  agentId: string,
  dates: readonly LocalDate[],
): Line {
  const sorted = [...dates].sort();
  return lineOf(contract, span, {
    kind: 'custody',
    description: { zh: `临时托管 ${agentId}`, en: `Temporary custody, ${agentId}` },
    quantity: Rational.of(BigInt(dates.length)),
    unit: 'day',
    unitPrice: contract.rate,
    basis: [
      figure('agent', agentId),
      figure('dates', sorted.join(' ')),
      figure('rate', contract.rate),
    ],
  });
}
