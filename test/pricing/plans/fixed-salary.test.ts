import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumAmounts } from '../../../src/money/amount.js';
import { localDate } from '../../../src/period/local-date.js';
import type { FixedSalaryContract } from '../../../src/pricing/plans/fixed-salary.js';
import type { AttendanceDay } from '../../../src/pricing/usage.js';
import {
  attendance,
  consultations,
  decimal,
  fixedSalary,
  kindsAndAmounts,
  priced,
  scores,
  tiers,
} from '../builders.js';

const HOUR = 3_600_000_000n;

/** The worked example: two agents of one contract, and their scores. */
const EXAMPLE = fixedSalary('5200', '0.15');
const EXAMPLE_DAYS = [...attendance('A', 'day', 26), ...attendance('B', 'day', 20.5)];
const EXAMPLE_SCORES = { achieved: scores(['A', '0.92'], ['B', '1.05']) };

it('A 5,200.00 and −62.40, B 4,100.00 and +30.75: 9,268.35, for any order of rows', () => {
  const shuffles = fc.shuffledSubarray(EXAMPLE_DAYS, { minLength: EXAMPLE_DAYS.length });
  fc.assert(
    fc.property(shuffles, (worked) => {
      const { lines } = priced(EXAMPLE, { attendance: worked }, EXAMPLE_SCORES);
      // A: 5,200 × 26/26; 5,200 × 0.15 × (0.92 − 1). B: 5,200 × 20.5/26; 4,100 × 0.15 × (1.05 − 1).
      expect(lines.map(({ amount }) => amount)).toEqual([520_000n, -6_240n, 410_000n, 3_075n]);
    }),
  );
});

it('blocks the merchant where an agent has no score', () => {
  const { problems } = priced(EXAMPLE, { attendance: attendance('C', 'day', 1) }, EXAMPLE_SCORES);
  expect(problems.map(({ code, severity, merchantId }) => [code, severity, merchantId])).toEqual([
    ['score-missing', 'error', 'M1'],
  ]);
});

/** A contract without an appraisal, with some of its terms changed. */
function salary(rate: string, changes: Partial<FixedSalaryContract> = {}): FixedSalaryContract {
  return { ...fixedSalary(rate, '0'), appraisal: null, ...changes };
}

function lineAmounts(
  contract: FixedSalaryContract,
  worked: readonly AttendanceDay[],
  ...given: [string, string][]
): [string, bigint][] {
  const { lines, problems } = priced(
    contract,
    { attendance: worked },
    { achieved: scores(...given) },
  );
  expect(problems).toEqual([]);
  return kindsAndAmounts(lines);
}

function hours(date: string, shift: string, worked: bigint): AttendanceDay {
  return { agentId: 'A', shift, date: localDate(date), workedMicroseconds: worked * HOUR };
}

describe('an agent-day', () => {
  it('is at most one a date, over all shifts of the date', () => {
    // 6 h + 4 h = 10 h of 8: one day. 2,600 × 1/26 = 100.00
    const worked = [hours('2026-10-01', 'day', 6n), hours('2026-10-01', 'evening', 4n)];
    expect(lineAmounts(salary('2600'), worked)).toEqual([['salary', 10_000n]]);
  });

  it('does not carry over from one date to the next', () => {
    // min(1, 12/8) + 4/8 = 1.5 days: 2,600 × 1.5/26 = 150.00
    const worked = [hours('2026-10-01', 'day', 12n), hours('2026-10-02', 'day', 4n)];
    expect(lineAmounts(salary('2600'), worked)).toEqual([['salary', 15_000n]]);
  });

  it('is measured by hours_per_day', () => {
    // 6 of 12 h: 2,600 × 0.5/26 = 50.00
    const contract = salary('2600', { hoursPerDay: decimal('12') });
    expect(lineAmounts(contract, [hours('2026-10-01', 'day', 6n)])).toEqual([['salary', 5_000n]]);
  });

  it('names nobody who did not work', () => {
    expect(lineAmounts(salary('2600'), [hours('2026-10-01', 'day', 0n)])).toEqual([]);
  });
});

describe('the month', () => {
  it('is at most one: 31 days cost what 26 do', () => {
    expect(lineAmounts(salary('5200'), attendance('A', 'day', 31))).toEqual([['salary', 520_000n]]);
  });

  it('is rounded once, half away from zero', () => {
    // 0.13 × 1/26 = 0.005 → 0.01
    expect(lineAmounts(salary('0.13'), attendance('A', 'day', 1))).toEqual([['salary', 1n]]);
  });
});

describe('the cap', () => {
  const worked = [
    ...attendance('A', 'day', 26),
    ...attendance('B', 'day', 26),
    ...attendance('C', 'day', 13),
  ];

  it('2 seats at 3,000; 1 + 1 + 0.5 months: 7,500.00 − 1,500.00 = 6,000.00', () => {
    expect(lineAmounts(salary('3000', { seats: decimal('2') }), worked)).toEqual([
      ['salary', 300_000n],
      ['salary', 300_000n],
      ['salary', 150_000n],
      ['cap', -150_000n],
    ]);
  });

  it('is no line where the months are just the seats', () => {
    const lines = lineAmounts(salary('3000', { seats: decimal('2.5') }), worked);
    expect(lines.map(([kind]) => kind)).toEqual(['salary', 'salary', 'salary']);
  });

  it('leaves the appraisals as they are', () => {
    const appraisal = { share: decimal('0.1'), from: null, indicators: [] };
    const contract = salary('3000', { seats: decimal('1'), appraisal });
    expect(lineAmounts(contract, worked.slice(0, 52), ['A', '1.1'], ['B', '1'])).toEqual([
      ['salary', 300_000n],
      ['appraisal', 3_000n], // 3,000 × 0.1 × 0.1, and B's of 0 is left out
      ['salary', 300_000n],
      ['cap', -300_000n], // 6,000 − 3,000 × 1 seat
    ]);
  });

  it('brings any salaries to exactly rate × seats', () => {
    const days = fc.array(fc.integer({ min: 1, max: 62 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 999_999 }), (halves, fen) => {
        const all = halves.flatMap((half, at) => attendance(`A${at}`, 'day', half / 2));
        const contract = salary((fen / 100).toFixed(2), { seats: decimal('1') });
        const total = sumAmounts(lineAmounts(contract, all).map(([, amount]) => amount));
        const workedHalves = halves.reduce((sum, half) => sum + Math.min(half, 52), 0);
        // 52 half days are a month: above it the total is the rate of one seat, else below it.
        if (workedHalves > 52) expect(total).toBe(BigInt(fen));
        else expect(total <= BigInt(fen) + BigInt(halves.length)).toBe(true);
      }),
    );
  });
});

describe('the appraisal', () => {
  const worked = attendance('A', 'day', 26);
  const from = (date: string): FixedSalaryContract =>
    salary('5200', { appraisal: { share: decimal('0.2'), from: localDate(date), indicators: [] } });

  it('starts with the first period that begins on or after its date', () => {
    // 5,200 × 0.2 × −0.1 = −104.00
    const lines = lineAmounts(from('2026-10-01'), worked, ['A', '0.9']);
    expect(lines).toContainEqual(['appraisal', -10_400n]);
  });

  it('has not started in the month of its date, and then needs no score', () => {
    expect(lineAmounts(from('2026-10-02'), worked)).toEqual([['salary', 520_000n]]);
  });

  it('is of the rounded salary', () => {
    // 100 × 1/26 = 3.846… → 3.85; 3.85 × 1 × −1 = −3.85
    const contract = salary('100', {
      appraisal: { share: decimal('1'), from: null, indicators: [] },
    });
    const lines = lineAmounts(contract, attendance('A', 'day', 1), ['A', '0']);
    expect(lines).toEqual([
      ['salary', 385n],
      ['appraisal', -385n],
    ]);
  });
});

describe('workload tiers', () => {
  const workload = tiers(['100', '4000'], ['150', '4500'], [null, '5000']);
  const contract = salary('1', { rate: null, workload });

  it.each([
    [2_600, 400_000n], // 2,600 / 26 = 100: not above the first tier
    [2_601, 450_000n],
    [3_901, 500_000n], // 150.04 a day
    [0, 400_000n],
  ])('%i consultations in 26 agent-days', (count, expected) => {
    const consultationDays = consultations('2026-10-01', [count]);
    const worked = attendance('A', 'day', 26);
    const { lines } = priced(contract, { attendance: worked, consultationDays });
    expect(kindsAndAmounts(lines)).toEqual([['salary', expected]]);
  });
});
