import { describe, expect, it } from 'vitest';
import type { ExchangeRates } from '../../src/pricing/exchange.js';
import { netSales } from '../../src/pricing/net-sales.js';
import { figuresOf, valueOf } from '../../src/pricing/terms.js';
import type { Sales } from '../../src/pricing/usage.js';
import { assert } from '../../src/problem.js';
import { currency, decimal, span, TERMS } from './builders.js';

const OCTOBER = span('2026-10');

function sales(code: string, amounts: Partial<Sales>): Sales {
  return {
    currency: currency(code),
    attributedOrders: 1n,
    attributed: 0n,
    refunds: 0n,
    lateRefunds: [],
    ...amounts,
  };
}

function computed(of: readonly Sales[], rate: string | null = null) {
  const rates: ExchangeRates = () => (rate === null ? undefined : decimal(rate));
  const found = netSales(TERMS, OCTOBER, of, rates);
  assert('net' in found, 'every currency has a rate');
  const { net, averageOrderValue } = found;
  return {
    net: valueOf(net).toDecimal(),
    average: averageOrderValue && valueOf(averageOrderValue).toFraction(),
    term: net,
  };
}

it('attributed 128,000.00, refunds 6,400.00, late refunds 1,600.00: 120,000.00', () => {
  const lateRefunds = [{ orderPeriod: '2026-09', amount: 160_000n }];
  const one = sales('CNY', { attributed: 12_800_000n, refunds: 640_000n, lateRefunds });
  expect(computed([one]).net).toBe('120000');
});

it('takes late refunds off by the month of their orders: 100 − 20 − 10 − 5 = 65', () => {
  const lateRefunds = [
    { orderPeriod: '2026-09', amount: 1_000n },
    { orderPeriod: '2026-08', amount: 500n },
  ];
  const { net, term } = computed([
    sales('CNY', { attributed: 10_000n, refunds: 2_000n, lateRefunds }),
  ]);
  expect(net).toBe('65');
  const refunds = figuresOf(term).flatMap(({ source }) =>
    source.table === 'refunds' ? [source.orderPeriod] : [],
  );
  expect(refunds).toEqual(['2026-10', '2026-09', '2026-08']);
});

it('may be below zero: 100.00 − 300.00', () => {
  expect(computed([sales('CNY', { attributed: 10_000n, refunds: 30_000n })]).net).toBe('-200');
});

describe('another currency', () => {
  it('is converted after its refunds, and rounded once: (1.00 − 0.99) USD × 7.1234 = 0.071234 → 0.07', () => {
    const dollars = sales('USD', { attributed: 100n, refunds: 99n });
    expect(computed([dollars], '7.1234').net).toBe('0.07');
  });

  it('is added to what needs no conversion: 0.07 + 99.93 = 100', () => {
    const both = [sales('USD', { attributed: 1n }), sales('CNY', { attributed: 9_993n })];
    expect(computed(both, '7.1234').net).toBe('100');
  });

  it('without a rate is a problem that blocks the merchant, one for each currency', () => {
    const of = [sales('USD', {}), sales('CNY', {}), sales('JPY', {})];
    const problems = netSales(TERMS, OCTOBER, of, () => undefined);
    expect(problems).toMatchObject([
      { code: 'exchange-rate-missing', severity: 'error', merchantId: 'M1' },
      { code: 'exchange-rate-missing', severity: 'error', merchantId: 'M1' },
    ]);
  });
});

describe('the average order value', () => {
  it('12,000.00 / 80 = 150', () => {
    expect(
      computed([sales('CNY', { attributed: 1_200_000n, attributedOrders: 80n })]).average,
    ).toBe('150');
  });

  it('is before refunds, over all currencies: (100.00 + 71.00) / 2 = 85.5', () => {
    const both = [
      sales('CNY', { attributed: 10_000n, refunds: 9_000n }),
      sales('USD', { attributed: 1_000n }),
    ];
    expect(computed(both, '7.1').average).toBe('171/2');
  });

  it('is none where there is no order', () => {
    expect(computed([sales('CNY', { attributedOrders: 0n, refunds: 1_000n })]).average).toBeNull();
  });
});
