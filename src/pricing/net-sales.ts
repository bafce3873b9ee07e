/**
 * Net sales: attributed orders − refunds of their window − late refunds, in the contract's currency.
 * Sales in another currency are converted, and rounded once, per currency.
 *
 * > Attributed 128,000.00, refunds 6,400.00, late refunds 1,600.00: 120,000.00.
 */
import { toMajorUnits, type MinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { BillingSpan } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import type { ContractTerms } from './contract.js';
import { exchangeRate, type ExchangeRates } from './exchange.js';
import { figure, type Figure } from './figures.js';
import { difference, product, quotient, result, sum, type Term } from './terms.js';
import type { Sales } from './usage.js';

/** In the contract's currency. */
export interface NetSales {
  readonly net: Term;
  /** Attributed sales / attributed orders, before refunds; null where there is no order. */
  readonly averageOrderValue: Term | null;
}

/** The net sales, or the problems of the currencies that have no rate. */
export function netSales(
  contract: ContractTerms,
  span: BillingSpan,
  sales: readonly Sales[],
  rates: ExchangeRates,
): NetSales | readonly Problem[] {
  const converted: ConvertedSales[] = [];
  const problems: Problem[] = [];
  for (const one of sales) {
    const rate = rateFigure(one.currency, contract.currency, rates);
    if (rate === undefined) problems.push(rateMissing(contract, span, one));
    else converted.push(convertSales(one, span, contract.currency, rate));
  }
  if (problems.length > 0) return problems;
  const orders = sales.reduce((total, one) => total + one.attributedOrders, 0n);
  const { currency } = contract;
  return {
    net: result('net_sales', sum(converted.map(({ net }) => net)), { currency }),
    averageOrderValue: orders === 0n ? null : averageOrderValue(converted, currency),
  };
}

/** Attributed sales / attributed orders. > 12,000.00 / 80 = 150. */
function averageOrderValue(converted: readonly ConvertedSales[], currency: Currency): Term {
  const attributed = sum(converted.map((one) => one.attributed));
  const orders = sum(converted.map((one) => one.orders));
  return result('average_order_value', quotient(attributed, orders), { currency });
}

interface ConvertedSales {
  readonly net: Term;
  readonly attributed: Term;
  readonly orders: Term;
}

/** `rate` is null where nothing is converted. */
function convertSales(
  sales: Sales,
  { period }: BillingSpan,
  target: Currency,
  rate: Figure | null,
): ConvertedSales {
  const { currency } = sales;
  const of = currency.code;
  const orders = { table: 'orders', currency: of } as const;
  const attributed = figure('attributed_sales', toMajorUnits(sales.attributed, currency), orders, {
    currency,
    of,
  });
  const convert = (term: Term): Term =>
    rate === null
      ? term
      : result('converted_sales', product(term, rate), { of, currency: target, isRounded: true });
  return {
    net: convert(withoutRefunds(attributed, sales, period.id)),
    attributed: convert(attributed),
    orders: figure('attributed_orders', sales.attributedOrders, orders, { of }),
  };
}

/** What was taken off: refunds of the period's own orders, then those of each earlier month. */
function withoutRefunds(
  attributed: Term,
  { currency, refunds, lateRefunds }: Sales,
  period: string,
): Term {
  const taken = (
    name: 'refunds' | 'late_refunds',
    amount: MinorUnits,
    orderPeriod: string,
    of: string,
  ): Figure => {
    const source = { table: 'refunds', currency: currency.code, orderPeriod } as const;
    return figure(name, toMajorUnits(amount, currency), source, { currency, of });
  };
  return [
    taken('refunds', refunds, period, currency.code),
    ...lateRefunds.map(({ amount, orderPeriod }) =>
      taken('late_refunds', amount, orderPeriod, orderPeriod),
    ),
  ].reduce<Term>(difference, attributed);
}

/** null where the two currencies are one; undefined where nobody said the rate. */
function rateFigure(from: Currency, to: Currency, rates: ExchangeRates): Figure | null | undefined {
  if (from.code === to.code) return null;
  const rate = exchangeRate(rates, from, to);
  if (rate === undefined) return undefined;
  const source = { table: 'exchange-rates', from: from.code, to: to.code } as const;
  return figure('exchange_rate', rate, source, { of: from.code });
}

function rateMissing(contract: ContractTerms, span: BillingSpan, sales: Sales): Problem {
  return problem(
    'exchange-rate-missing',
    { file: 'exchange-rates.csv', column: 'rate', merchantId: contract.merchantId },
    {
      case: 'sales',
      contractId: contract.contractId,
      period: span.period.id,
      from: sales.currency.code,
      to: contract.currency.code,
    },
  );
}
