import { describe, expect, it } from 'vitest';
import { grownTo, had } from '../../src/compare/grown-usage.js';
import { localDate } from '../../src/period/local-date.js';
import { NO_USAGE, type Sales } from '../../src/pricing/usage.js';

const CNY = { code: 'CNY', fractionDigits: 2 };
const USD = { code: 'USD', fractionDigits: 2 };

/** 80 orders of 12,800.00, refunds of 640.00, late ones of 160.00: 12,000.00 net. */
const SALES: Sales = {
  currency: CNY,
  attributedOrders: 80n,
  attributed: 1_280_000n,
  refunds: 64_000n,
  lateRefunds: [{ orderPeriod: '2026-09', amount: 16_000n }],
};
const DOLLARS: Sales = { ...SALES, currency: USD };
const DAYS = [10n, 20n, 30n].map((consultations, at) => {
  return { date: localDate(`2026-10-0${at + 1}`), consultations };
});
const USAGE = { ...NO_USAGE, sales: [SALES, DOLLARS], consultationDays: DAYS };

describe('what a month had', () => {
  it('of net sales in a currency: 12,800 − 640 − 160 = 12,000', () => {
    expect(had(USAGE, 'net_sales', CNY)).toBe(1_200_000n);
  });

  it('of consultations: 10 + 20 + 30', () => {
    expect(had(USAGE, 'consultations', CNY)).toBe(60n);
  });
});

describe('a month with more', () => {
  it('sales has more orders of the same average value: 80 × 25,600 / 12,800 = 160', () => {
    expect(grownTo(USAGE, 'net_sales', CNY, 2_560_000n).sales).toEqual([
      {
        currency: CNY,
        attributedOrders: 160n,
        attributed: 2_560_000n,
        refunds: 0n,
        lateRefunds: [],
      },
    ]);
  });

  it('sales, where it had none, has one order', () => {
    const [sales] = grownTo(NO_USAGE, 'net_sales', CNY, 500n).sales;
    expect(sales).toMatchObject({ attributedOrders: 1n, attributed: 500n });
  });

  it('consultations has them on each day as before: 15, 30 and 45 of 90', () => {
    const { consultationDays } = grownTo(USAGE, 'consultations', CNY, 90n);
    expect(consultationDays.map(({ consultations }) => consultations)).toEqual([15n, 30n, 45n]);
  });

  it('consultations has all of them, whole: 61 as 10, 20 and 31, since 30.5 lost most', () => {
    const { consultationDays } = grownTo(USAGE, 'consultations', CNY, 61n);
    expect(consultationDays.map(({ consultations }) => consultations)).toEqual([10n, 20n, 31n]);
  });

  it('consultations, where it had none, spreads them over its days: 2, 1 and 1 of 4', () => {
    const idle = { ...USAGE, consultationDays: DAYS.map((day) => ({ ...day, consultations: 0n })) };
    const { consultationDays } = grownTo(idle, 'consultations', CNY, 4n);
    expect(consultationDays.map(({ consultations }) => consultations)).toEqual([2n, 1n, 1n]);
  });
});
