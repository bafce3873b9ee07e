/**
 * `base_commission`: a rate per agent, shift and month, plus a commission on the net sales that
 * agents led to.
 *
 * > 1,500 per shift, 2 %. One agent on the day shift for 26 days, one on the evening shift for 13:
 * > 1,500.00 + 750.00. Attributed 128,000.00, refunds of the month 6,400.00, late refunds 1,600.00:
 * > 120,000.00 × 0.02 = 2,400.00. Sum 4,650.00.
 */
import type { BillingSpan } from '../period/period.js';
import { capLines, earnerLine, earnersOf, monthlyRate, workloadProblems } from './agent-months.js';
import { priceCommission } from './commission.js';
import type { BaseCommissionContract } from './contract.js';
import type { ExchangeRates } from './exchange.js';
import { priced, type Priced } from './priced.js';
import type { Usage } from './usage.js';

/** One person on the day and on the evening shift earns two bases. */
export function priceBaseCommission(
  contract: BaseCommissionContract,
  usage: Usage,
  span: BillingSpan,
  rates: ExchangeRates,
): Priced {
  const earners = earnersOf(contract, usage.attendance, 'shift');
  const rate = monthlyRate(contract, earners, usage.consultationDays);
  const bases = earners.map((earner) => earnerLine(contract, span, 'base', earner, rate));
  const commission = priceCommission(contract, span, usage.sales, rates);
  return priced(
    [...bases, ...capLines(contract, span, earners, bases, rate), ...commission.lines],
    [...workloadProblems(contract, span, earners, usage), ...commission.problems],
  );
}
