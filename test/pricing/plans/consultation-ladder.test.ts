import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import {
  consultationLadder,
  consultations,
  kindsAndAmounts,
  priced,
  tiers,
  times,
} from '../builders.js';

const STEPS = tiers(['50', '60'], ['100', '110'], ['150', '150']);

describe('daily_consultations', () => {
  const ladder = consultationLadder('daily_consultations', STEPS, '1.20');
  const october = consultations('2026-10-01', [
    ...times(12, 50),
    ...times(15, 100),
    ...times(3, 150),
    181,
  ]);

  it('720.00 + 1,650.00 + 450.00 + (150.00 + 31 × 1.20 = 37.20) = 3,007.20', () => {
    const usage = { consultationDays: october };
    const { lines, problems } = priced(ladder, usage);
    expect(problems).toEqual([]);
    expect(kindsAndAmounts(lines)).toEqual([
      ['ladder', 72_000n], // 12 × 60
      ['ladder', 165_000n], // 15 × 110
      ['ladder', 60_000n], // (3 + 1) × 150: the day of 181 costs the last tier too
      ['overflow', 3_720n], // (181 − 150) × 1.20
    ]);
  });

  it('gives the same amounts for any order of days', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(october, { minLength: 31 }), (consultationDays) => {
        const { lines } = priced(ladder, { consultationDays });
        const amounts = lines.map(({ amount }) => amount);
        expect(amounts).toEqual([72_000n, 165_000n, 60_000n, 3_720n]);
      }),
    );
  });

  it('charges the first tier for a day of 0', () => {
    const usage = { consultationDays: consultations('2026-10-01', times(31, 0)) };
    const { lines } = priced(ladder, usage);
    expect(kindsAndAmounts(lines)).toEqual([['ladder', 186_000n]]); // 31 × 60
  });

  it('has no price for more than the last tier without an overflow rate', () => {
    const usage = { consultationDays: october };
    const closed = consultationLadder('daily_consultations', STEPS);
    const { lines, problems } = priced(closed, usage);
    expect(lines).toEqual([]);
    expect(problems.map(({ code, merchantId }) => [code, merchantId])).toEqual([
      ['ladder-exceeded', 'M1'],
    ]);
  });

  it('bills only the active days, and misses only their rows', () => {
    const part = { ...ladder, startsOn: localDate('2026-10-30') };
    const usage = { consultationDays: consultations('2026-10-30', [50, 51]) };
    const { lines, problems } = priced(part, usage);
    expect(problems).toEqual([]);
    expect(lines.map(({ amount }) => amount)).toEqual([6_000n, 11_000n]); // 60, 110
  });
});

describe('a day without any row', () => {
  it.each([
    'daily_consultations',
    'average_daily_consultations',
    'previous_average_daily_consultations',
  ] as const)('blocks the merchant in the scale %s', (scale) => {
    const usage = { consultationDays: consultations('2026-10-01', times(30, 10)) };
    const steps = tiers(['50', '60'], [null, '110']);
    const { lines, problems } = priced(consultationLadder(scale, steps), usage);
    expect(lines).toEqual([]);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['consultation-day-missing', 'error'],
    ]);
    expect(problems[0]?.values).toMatchObject({ dates: ['2026-10-31'] });
  });
});

describe('average_daily_consultations', () => {
  const steps = tiers(['50', '1000'], ['100', '2000'], [null, '3000']);
  const ladder = consultationLadder('average_daily_consultations', steps);

  it.each([
    [[...times(30, 50), 50], 100_000n], // 1,550 / 31 = 50: still the first tier
    [[...times(30, 50), 51], 200_000n], // 1,551 / 31 > 50
    [times(31, 101), 300_000n],
  ])('%#: the exact average picks the tier', (counts, expected) => {
    const usage = { consultationDays: consultations('2026-10-01', counts) };
    const { lines } = priced(ladder, usage);
    expect(kindsAndAmounts(lines)).toEqual([['ladder', expected]]);
  });

  it('2,000 a month × 22 active days / 31 = 1,419.35', () => {
    const part = { ...ladder, startsOn: localDate('2026-10-10') };
    const usage = { consultationDays: consultations('2026-10-10', times(22, 60)) };
    const { lines } = priced(part, usage);
    // 44,000 / 31 = 1,419.3548…
    expect(kindsAndAmounts(lines)).toEqual([['ladder', 141_935n]]);
  });
});

describe('previous_average_daily_consultations', () => {
  const steps = tiers(['50', '1000'], [null, '2000']);
  const ladder = consultationLadder('previous_average_daily_consultations', steps);
  const consultationDays = consultations('2026-10-01', times(31, 500));

  it('is picked by the month before, whatever the consultations of this one', () => {
    // 15 days of 40 and 15 of 60: 1,500 / 30 = 50, the first tier.
    const previousConsultationDays = consultations('2026-09-01', [
      ...times(15, 40),
      ...times(15, 60),
    ]);
    const usage = { consultationDays, previousConsultationDays };
    const { lines } = priced(ladder, usage);
    expect(kindsAndAmounts(lines)).toEqual([['ladder', 100_000n]]);
  });

  it('has a problem where a day of the month before has no row: no data is not zero', () => {
    const previousConsultationDays = consultations('2026-09-01', times(28, 60));
    const { lines, problems } = priced(ladder, { consultationDays, previousConsultationDays });
    expect(lines).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'consultation-day-missing', values: { dates: ['2026-09-29', '2026-09-30'] } },
    ]);
  });

  it("takes the first tier in the contract's first month", () => {
    const first = { ...ladder, startsOn: localDate('2026-10-01') };
    const { lines } = priced(first, { consultationDays });
    expect(kindsAndAmounts(lines)).toEqual([['ladder', 100_000n]]);
  });

  it('is a problem where the month before has no row at all', () => {
    const usage = { consultationDays };
    const { lines, problems } = priced(ladder, usage);
    expect(lines).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['consultation-day-missing']);
  });
});
