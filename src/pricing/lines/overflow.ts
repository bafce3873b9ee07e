/**
 * `overflow`: every consultation beyond the last tier of its day × the overflow rate, one line for the month.
 *
 * > A day of 181 where the last tier ends at 150: 31 × 1.20 = 37.20.
 */
import { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { contractFigure, figure } from '../figures.js';
import { difference, result, sum } from '../terms.js';
import type { ConsultationDay } from '../usage.js';

/** `days` are those above `upTo`, where the last tier ends. */
export function overflowLine(
  contract: ContractTerms,
  span: BillingSpan,
  days: readonly ConsultationDay[],
  upTo: Rational,
  overflowRate: Rational,
): ContractLine {
  const tier = { table: 'contract-tiers', scale: 'daily_consultations', upTo } as const;
  const beyond = days.map(({ date, consultations }) =>
    difference(
      figure(
        'consultations',
        consultations,
        { table: 'consultations', dates: [date] },
        { of: date },
      ),
      figure('last_tier', upTo, tier),
    ),
  );
  return lineOf(contract, span, {
    kind: 'overflow',
    quantity: result('consultations_beyond', sum(beyond)),
    unit: 'consultation',
    unitPrice: contractFigure('overflow_rate', overflowRate, contract.currency),
  });
}
