/**
 * What every contract may add to its plan's lines: a discount, then a minimum.
 *
 * > Plan lines 1,000.00, discount 10 %: −100.00. Minimum 1,200 for 31 of 31 days: 1,200.00 − 900.00 = 300.00.
 */
import { sumAmounts, toMajorUnits, toMinorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import { activeDates, type BillingSpan } from '../period/period.js';
import type { Contract } from './contract.js';
import { figure, lineOf, type Line } from './line.js';

/** The plan lines, then −discount_rate × their sum, then what is missing to the minimum. */
export function withDiscountAndMinimum(
  contract: Contract,
  span: BillingSpan,
  planLines: readonly Line[],
): Line[] {
  const discounted = [...planLines, ...discountLines(contract, span, planLines)];
  return [...discounted, ...minimumLines(contract, span, discounted)];
}

function discountLines(contract: Contract, span: BillingSpan, lines: readonly Line[]): Line[] {
  if (contract.discountRate === null) return [];
  const planSum = majorSum(contract, lines);
  const percent = `${contract.discountRate.times(Rational.of(100n)).toDecimal()}%`;
  const line = lineOf(contract, span, {
    kind: 'discount',
    description: { zh: `合同折扣 ${percent}`, en: `Contract discount of ${percent}` },
    quantity: planSum,
    unit: contract.currency.code,
    unitPrice: contract.discountRate.negated(),
    basis: [figure('lines_sum', planSum), figure('discount_rate', contract.discountRate)],
  });
  return line.amount === 0n ? [] : [line];
}

/** minimum_fee × active days / period days − the lines so far; not for a contract without an active day. */
function minimumLines(contract: Contract, span: BillingSpan, lines: readonly Line[]): Line[] {
  const active = activeDates(span, contract.startsOn, contract.endsOn);
  if (contract.minimumFee === null || active.days === 0) return [];
  const share = Rational.of(BigInt(active.days), BigInt(span.period.days));
  const minimum = contract.minimumFee.times(share);
  const soFar = majorSum(contract, lines);
  const missing = toMinorUnits(minimum.minus(soFar), contract.currency);
  if (missing <= 0n) return [];
  return [
    lineOf(contract, span, {
      kind: 'minimum',
      description: { zh: '合同最低服务费补足', en: "Top-up to the contract's minimum fee" },
      quantity: Rational.ONE,
      unit: 'minimum',
      unitPrice: toMajorUnits(missing, contract.currency),
      basis: [
        figure('minimum_fee', contract.minimumFee),
        figure('active_days', active.days),
        figure('period_days', span.period.days),
        figure('lines_sum', soFar),
      ],
    }),
  ];
}

function majorSum(contract: Contract, lines: readonly Line[]): Rational {
  return toMajorUnits(sumAmounts(lines.map(({ amount }) => amount)), contract.currency);
}
