/** What is priced by the month is due for the contract's part of it. */
import { activeDates, type BillingSpan } from '../period/period.js';
import type { ContractTerms } from './contract.js';
import { figure } from './figures.js';
import { quotient, type Term } from './terms.js';

/** Active days / period days. > From 2026-10-12: 20 / 31. */
export function activeShare(contract: ContractTerms, span: BillingSpan): Term {
  const { days } = activeDates(span, contract.startsOn, contract.endsOn);
  return quotient(
    figure('active_days', BigInt(days), { table: 'period' }),
    figure('period_days', BigInt(span.period.days), { table: 'period' }),
  );
}
