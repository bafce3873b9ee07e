/** What holds for any month, whatever the contract says: surcharges, tiers, scores, caps and minimums. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumAmounts } from '../../src/money/amount.js';
import { Rational } from '../../src/money/rational.js';
import { clockSpans } from '../../src/period/clock-spans.js';
import { localDate } from '../../src/period/local-date.js';
import { calendarOf } from '../../src/pricing/calendar.js';
import type { Surcharge, Tiers } from '../../src/pricing/contract.js';
import { scoreByIndicators } from '../../src/pricing/indicators.js';
import { commissionCapLines } from '../../src/pricing/lines/commission-cap.js';
import { maximumLines } from '../../src/pricing/lines/maximum.js';
import { minimumLines } from '../../src/pricing/lines/minimum.js';
import { surchargedShifts, surchargedTime } from '../../src/pricing/surcharged-shifts.js';
import { valueOf } from '../../src/pricing/terms.js';
import type { WorkedShift } from '../../src/pricing/usage.js';
import {
  consultations,
  decimal,
  hourly,
  lineOfAmount,
  perConsultation,
  priced,
  span,
  surcharge,
  TERMS,
  times,
} from './builders.js';

const OCTOBER = span('2026-10');
const SECOND = 1_000_000n;
const DAY_SECONDS = 86_400;
const SHANGHAI_OFFSET = 8n * 3_600n * SECOND;

const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
const window = fc
  .tuple(minute, minute)
  .filter(([start, end]) => start !== end)
  .map(([startMinute, endMinute]) => ({ startMinute, endMinute }));
const anySurcharge: fc.Arbitrary<Omit<Surcharge, 'name'>> = fc.record({
  dayTag: fc.constantFrom(null, 'holiday', 'promotion'),
  window: fc.oneof(fc.constant({ startMinute: 0, endMinute: 24 * 60 }), window),
  multiplier: fc.integer({ min: 11, max: 40 }).map((tenths) => Rational.of(BigInt(tenths), 10n)),
});
const surcharges = fc
  .array(anySurcharge, { minLength: 1, maxLength: 4 })
  .map((some) => some.map((one, at) => ({ ...one, name: `s${at}` })));

const CALENDAR = calendarOf(
  ['2026-10-01', '2026-10-02', '2026-10-03', '2026-11-11'].map((date, at) => ({
    date: localDate(date),
    tag: at < 3 ? 'holiday' : 'promotion',
  })),
);

/** A shift of seconds of October, as the clock in Shanghai shows it; it may go on past midnight. */
function shiftOf(day: number, from: number, seconds: number): WorkedShift {
  const date = `2026-10-${String(day).padStart(2, '0')}`;
  const midnight = BigInt(Date.parse(`${date}T00:00:00Z`)) * 1000n - SHANGHAI_OFFSET;
  const starts = midnight + BigInt(from) * SECOND;
  const worked = BigInt(seconds) * SECOND;
  return {
    agentId: 'A',
    shift: 'day',
    date: localDate(date),
    workedMicroseconds: worked,
    clock: clockSpans(starts, starts + worked, 'Asia/Shanghai'),
  };
}

const anyShift = fc.record({
  day: fc.integer({ min: 1, max: 10 }),
  from: fc.integer({ min: 0, max: DAY_SECONDS - 1 }),
  seconds: fc.integer({ min: 2, max: DAY_SECONDS }),
});

describe('surcharges', () => {
  it('the time under them is never more than the time worked, and each moment is under one', () => {
    fc.assert(
      fc.property(anyShift, surcharges, ({ day, from, seconds }, some) => {
        const shift = shiftOf(day, from, seconds);
        const under = surchargedShifts({ surcharges: some }, { shifts: [shift] }, CALENDAR.hasTag);
        expect(sumAmounts(under.map(surchargedTime)) <= shift.workedMicroseconds).toBe(true);
        // without one that is for all dates and hours nothing need be under any; with it, all is
        const all = surchargedShifts(
          { surcharges: [...some, surcharge('1.05', { name: 'always' })] },
          { shifts: [shift] },
          CALENDAR.hasTag,
        );
        expect(sumAmounts(all.map(surchargedTime))).toBe(shift.workedMicroseconds);
      }),
    );
  });

  it('of hours: a shift that is split inside of its first day costs what it cost whole', () => {
    const parts = fc.tuple(anyShift, fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(parts, surcharges, ([{ day, from, seconds }, share], some) => {
        const today = Math.min(seconds, DAY_SECONDS - from);
        const first = Math.min(Math.max(1, Math.floor(today * share)), today - 1);
        fc.pre(first > 0);
        const contract = { ...hourly('25', '0'), surcharges: some };
        const amounts = (shifts: readonly WorkedShift[]): bigint[] =>
          priced(contract, { shifts }, { calendar: CALENDAR })
            .lines.filter(({ kind }) => kind === 'surcharge')
            .map(({ amount }) => amount);
        const halves = [shiftOf(day, from, first), shiftOf(day, from + first, seconds - first)];
        expect(amounts(halves)).toEqual(amounts([shiftOf(day, from, seconds)]));
      }),
    );
  });
});

/** Three tiers at most, prices in hundredths. */
const anyTiers: fc.Arbitrary<Tiers> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 2 }),
    fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([limits, prices]) => {
    const price = (at: number): Rational => Rational.of(BigInt(prices[at] ?? 1), 100n);
    const steps = limits
      .toSorted((left, right) => left - right)
      .map((limit, at) => ({ upTo: Rational.of(BigInt(limit)), price: price(at) }));
    const last = { upTo: null, price: price(steps.length) };
    const [first, ...rest] = [...steps, last];
    return [first, ...rest];
  });

it('per consultation, graduated: one more costs the price of a tier more, never less', () => {
  const cases = fc.record({
    steps: anyTiers,
    included: fc.integer({ min: 0, max: 100 }),
    count: fc.integer({ min: 0, max: 400 }),
  });
  fc.assert(
    fc.property(cases, ({ steps, included, count }) => {
      const contract = perConsultation(null, String(included), 'graduated', steps);
      const costOf = (all: number): bigint => {
        const consultationDays = consultations('2026-10-01', [all, ...times(30, 0)]);
        return sumAmounts(priced(contract, { consultationDays }).lines.map((line) => line.amount));
      };
      const more = Rational.of(costOf(count + 1) - costOf(count), 100n);
      const expected = [
        ...steps.map(({ price }) => price),
        ...(count < included ? [Rational.ZERO] : []),
      ];
      expect(expected.some((price) => price.compare(more) === 0)).toBe(true);
    }),
  );
});

it('a score from bands lies between the fewest points and the most, 0 below all bands', () => {
  const points = fc.integer({ min: 0, max: 200 });
  const indicator = fc.record({
    weight: fc.integer({ min: 1, max: 50 }),
    bands: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 100 }), points), {
      minLength: 1,
      maxLength: 5,
      selector: ([from]) => from,
    }),
    value: fc.integer({ min: -10, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(indicator, { minLength: 1, maxLength: 6 }), (some) => {
      const whole = (of: number): Rational => Rational.of(BigInt(of));
      const indicators = some.map(({ weight, bands }, at) => ({
        name: `i${at}`,
        weight: whole(weight),
        bands: bands
          .toSorted(([left], [right]) => left - right)
          .map(([from, of]) => ({ from: whole(from), points: whole(of) })),
      }));
      const values = some.map(({ value }, at) => ({
        agentId: null,
        indicator: `i${at}`,
        value: whole(value),
      }));
      const score = scoreByIndicators(indicators, values, 'A');
      if (!('kind' in score)) throw new Error('each indicator has a value');
      const all = some.flatMap(({ bands }) => bands.map(([, of]) => of));
      const isBelow = some.some(({ bands, value }) => bands.every(([from]) => from > value));
      const fewest = isBelow ? 0 : Math.min(...all);
      const k = valueOf(score).times(whole(100));
      expect(whole(fewest).isAtMost(k) && k.isAtMost(whole(Math.max(...all)))).toBe(true);
    }),
  );
});

describe('bounds', () => {
  const cents = fc.integer({ min: -500_000, max: 1_000_000 });
  const cases = fc.record({
    amounts: fc.array(cents, { maxLength: 4 }),
    bound: fc.integer({ min: 0, max: 800_000 }),
    day: fc.integer({ min: 1, max: 31 }),
  });
  const decimalOf = (of: number): string => (of / 100).toFixed(2);

  it('a cap never raises, a minimum never lowers, and both reach their bound', () => {
    fc.assert(
      fc.property(cases, ({ amounts, bound, day }) => {
        const fee = decimal(decimalOf(bound));
        const startsOn = localDate(`2026-10-${String(day).padStart(2, '0')}`);
        const lines = amounts.map((of) => lineOfAmount(decimalOf(of)));
        const sum = sumAmounts(lines.map(({ amount }) => amount));
        const contract = { ...TERMS, startsOn, minimumFee: fee, maximumFee: fee };
        const [lowered, raised] = [maximumLines, minimumLines].map((linesOf) =>
          sumAmounts(linesOf(contract, OCTOBER, lines).map(({ amount }) => amount)),
        );
        expect((lowered ?? 1n) <= 0n && (raised ?? -1n) >= 0n).toBe(true);
        // both bring the sum to the one bound, so that one of them does nothing
        expect(lowered === 0n || raised === 0n).toBe(true);
        const reached = Rational.of(sum + (lowered ?? 0n) + (raised ?? 0n));
        const exact = Rational.of(BigInt(bound * (32 - day)), 31n);
        const off = reached.minus(exact);
        const half = Rational.of(1n, 2n);
        expect(off.isAtMost(half) && half.negated().isAtMost(off)).toBe(true);
      }),
    );
  });

  it('a cap on commissions never raises them', () => {
    fc.assert(
      fc.property(cases, ({ amounts, bound }) => {
        const lines = amounts.map((of) => ({
          ...lineOfAmount(decimalOf(of)),
          kind: 'commission' as const,
        }));
        const [line] = commissionCapLines(TERMS, OCTOBER, decimal(decimalOf(bound)), lines);
        const sum = sumAmounts(lines.map(({ amount }) => amount));
        // the sum, or the bound where it is less
        const least = sum < BigInt(bound) ? sum : BigInt(bound);
        expect(sum + (line?.amount ?? 0n)).toBe(amounts.length === 0 ? 0n : least);
      }),
    );
  });
});
