/**
 * Net sales: attributed orders − refunds of their window − late refunds, in the contract's currency.
 * Sales in another currency are converted, and rounded once, per currency.
 *
 * > Attributed 128,000.00, refunds 6,400.00, late refunds 1,600.00: 120,000.00.
 */
import { formatAmount, sumAmounts, toMajorUnits, type MinorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import type { BillingSpan } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import type { BaseCommissionContract } from './contract.js';
import { convert, exchangeRate, type ExchangeRates } from './exchange.js';
import { figure, type Figure } from './line.js';
import type { Sales } from './usage.js';

/** Amounts in minor units of the contract's currency. */
export interface NetSales {
  readonly net: MinorUnits;
  readonly attributed: MinorUnits;
  readonly attributedOrders: bigint;
  readonly basis: readonly Figure[];
}

/** The net sales, or the problems of the currencies that have no rate. */
export function netSales(
  contract: BaseCommissionContract,
  span: BillingSpan,
  sales: readonly Sales[],
  rates: ExchangeRates,
): NetSales | readonly Problem[] {
  const converted: CurrencyNet[] = [];
  const problems: Problem[] = [];
  for (const one of sales) {
    const rate = exchangeRate(rates, one.currency, contract.currency);
    if (rate === undefined) problems.push(rateMissing(contract, span, one));
    else converted.push(convertSales(contract, one, rate));
  }
  if (problems.length > 0) return problems;
  const net = sumAmounts(converted.map((one) => one.net));
  return {
    net,
    attributed: sumAmounts(converted.map((one) => one.attributed)),
    attributedOrders: sales.reduce((total, one) => total + one.attributedOrders, 0n),
    basis: [
      ...converted.flatMap(({ basis }) => basis),
      figure('net_sales', toMajorUnits(net, contract.currency)),
    ],
  };
}

interface CurrencyNet {
  readonly net: MinorUnits;
  readonly attributed: MinorUnits;
  readonly basis: readonly Figure[];
}

function convertSales(contract: BaseCommissionContract, sales: Sales, rate: Rational): CurrencyNet {
  const { currency } = sales;
  const late = sumAmounts(sales.lateRefunds.map(({ amount }) => amount));
  const net = sales.attributed - sales.refunds - late;
  const amount = (value: MinorUnits): string => formatAmount(value, currency);
  const isForeign = currency.code !== contract.currency.code;
  return {
    net: convert(net, currency, contract.currency, rate),
    attributed: convert(sales.attributed, currency, contract.currency, rate),
    basis: [
      figure('attributed_orders', String(sales.attributedOrders), currency.code),
      figure('attributed_sales', amount(sales.attributed), currency.code),
      figure('refunds', amount(sales.refunds), currency.code),
      ...sales.lateRefunds.map((refunds) =>
        figure('late_refunds', amount(refunds.amount), `${currency.code} ${refunds.orderPeriod}`),
      ),
      ...(isForeign ? [figure('exchange_rate', rate, currency.code)] : []),
    ],
  };
}

function rateMissing(contract: BaseCommissionContract, span: BillingSpan, sales: Sales): Problem {
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
