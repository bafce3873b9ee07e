/** One contract, its usage and what people keep by hand → its lines. */
import type { BillingSpan } from '../period/period.js';
import { priceBaseCommission } from './base-commission.js';
import { priceConsultationLadder } from './consultation-ladder.js';
import { withDiscountAndMinimum } from './contract-terms.js';
import type { Contract } from './contract.js';
import { priceEventHosting } from './event-hosting.js';
import type { ExchangeRates } from './exchange.js';
import { priceFixedSalary, type Scores } from './fixed-salary.js';
import { priced, type Priced } from './priced.js';
import { priceTemporaryCustody } from './temporary-custody.js';
import type { Usage } from './usage.js';

/** The lines in their order: plan, discount, minimum. */
export function priceContract(
  contract: Contract,
  usage: Usage,
  span: BillingSpan,
  scores: Scores,
  rates: ExchangeRates,
): Priced {
  const plan = pricePlan(contract, usage, span, scores, rates);
  return priced(withDiscountAndMinimum(contract, span, plan.lines), plan.problems);
}

function pricePlan(
  contract: Contract,
  usage: Usage,
  span: BillingSpan,
  scores: Scores,
  rates: ExchangeRates,
): Priced {
  switch (contract.plan) {
    case 'fixed_salary':
      return priceFixedSalary(contract, usage, span, scores);
    case 'base_commission':
      return priceBaseCommission(contract, usage, span, rates);
    case 'consultation_ladder':
      return priceConsultationLadder(contract, usage, span);
    case 'event_hosting':
      return priceEventHosting(contract, usage, span);
    case 'temporary_custody':
      return priceTemporaryCustody(contract, usage, span);
  }
}
