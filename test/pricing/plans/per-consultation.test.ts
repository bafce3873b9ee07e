/** A price for each consultation, beyond what a fee includes. */
import { expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import type { PerConsultationContract } from '../../../src/pricing/plans/per-consultation.js';
import {
  consultations,
  decimal,
  kindsAndAmounts,
  priced,
  TERMS,
  tiers,
  times,
} from '../builders.js';

function contract(changes: Partial<PerConsultationContract> = {}): PerConsultationContract {
  return {
    ...TERMS,
    plan: 'per_consultation',
    rate: decimal('3500'),
    includedConsultations: decimal('3100'),
    mode: 'volume',
    tiers: tiers([null, '2.00']),
    ...changes,
  };
}

/** October with so many consultations on each of its first 30 days, and the rest on the 31st. */
function october(each: number, last: number) {
  return { consultationDays: consultations('2026-10-01', [...times(30, each), last]) };
}

it('3,420, of which 3,100 are included: 3,500.00 + 320 × 2.00 = 640.00', () => {
  // 30 × 110 + 120
  expect(kindsAndAmounts(priced(contract(), october(110, 120)).lines)).toEqual([
    ['fee', 350_000n],
    ['consultations', 64_000n],
  ]);
});

it('graduated, without a fee: 3,500 are 2,000 × 0.80 + 1,500 × 0.60 = 1,600.00 + 900.00', () => {
  const graduated = contract({
    rate: null,
    includedConsultations: decimal('0'),
    mode: 'graduated',
    tiers: tiers(['2000', '0.80'], [null, '0.60']),
  });
  // 30 × 110 + 200
  expect(kindsAndAmounts(priced(graduated, october(110, 200)).lines)).toEqual([
    ['consultations', 160_000n],
    ['consultations', 90_000n],
  ]);
});

it('as many as are included, or fewer, are the fee alone', () => {
  // 31 × 100 = 3,100
  expect(kindsAndAmounts(priced(contract(), october(100, 100)).lines)).toEqual([['fee', 350_000n]]);
  expect(kindsAndAmounts(priced(contract(), october(1, 0)).lines)).toEqual([['fee', 350_000n]]);
});

it('from the 12th, fee and included ones are for 20 of 31 days', () => {
  const from = contract({ startsOn: localDate('2026-10-12') });
  const days = { consultationDays: consultations('2026-10-12', times(20, 105)) };
  // 3,500 × 20/31 = 2,258.06; 2,100 − 3,100 × 20/31 = 100 consultations at 2.00
  expect(kindsAndAmounts(priced(from, days).lines)).toEqual([
    ['fee', 225_806n],
    ['consultations', 20_000n],
  ]);
});

it('a day without a row blocks the merchant: no data is not zero', () => {
  const days = { consultationDays: consultations('2026-10-01', times(30, 100)) };
  const { lines, problems } = priced(contract(), days);
  expect(lines).toEqual([]);
  expect(problems).toMatchObject([
    { code: 'consultation-day-missing', merchantId: 'M1', values: { dates: ['2026-10-31'] } },
  ]);
});

it('a contract without an active day bills nothing', () => {
  const ended = contract({ endsOn: localDate('2026-09-30') });
  expect(priced(ended, october(100, 100))).toEqual({ lines: [], problems: [] });
});
