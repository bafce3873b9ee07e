import { expect, it } from 'vitest';
import { Rational } from '../../../src/money/rational.js';
import type { Surcharge } from '../../../src/pricing/contract.js';
import { contractFigure } from '../../../src/pricing/figures.js';
import { surchargeLines } from '../../../src/pricing/lines/surcharge.js';
import { surchargedShifts } from '../../../src/pricing/surcharged-shifts.js';
import { decimal, span, surcharge, TERMS, workedShift } from '../builders.js';

/** `dates` are those of shifts under each surcharge; each shift is `quantity` of the unit. */
function lines(
  of: readonly (readonly [surcharge: Surcharge, dates: readonly string[]])[],
  unit: 'agent_day' | 'hour',
  price: string,
  quantity = '1',
) {
  const surcharges = of.map(([one]) => one);
  const shifts = of.flatMap(([one, dates]) =>
    surchargedShifts(
      { surcharges: [one] },
      { shifts: dates.map((date) => workedShift('A', date, 9, 8)) },
      () => true,
    ),
  );
  return surchargeLines({ ...TERMS, surcharges }, span('2026-10'), shifts, {
    unit,
    unitPrice: contractFigure('rate', decimal(price), TERMS.currency),
    quantityOf: (own) => Rational.of(BigInt(own.length)).times(decimal(quantity)),
  });
}

function shown(made: ReturnType<typeof lines>): string[] {
  return made.map(
    (line) =>
      `${line.quantity.toDecimal()} ${line.unit} × ${line.unitPrice.toDecimal()} = ${line.amount}`,
  );
}

const HOLIDAYS = ['2026-10-01', '2026-10-02', '2026-10-03'];

it('three holidays at 3, at 200 a day: 3 × 200 × (3 − 1) = 1,200.00', () => {
  expect(shown(lines([[surcharge('3'), HOLIDAYS]], 'agent_day', '200'))).toEqual([
    '3 agent_day × 400 = 120000',
  ]);
});

it('40 night hours at 1.3, at 25 an hour: 40 × 25 × 0.3 = 300.00', () => {
  // five shifts of 8 hours
  const dates = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09'];
  expect(shown(lines([[surcharge('1.3'), dates]], 'hour', '25', '8'))).toEqual([
    '40 hour × 7.5 = 30000',
  ]);
});

it('a line for each surcharge that anything lies under, in the order of the contract', () => {
  // 1 × 200 × 0.5 = 100.00; nothing; 2 × 200 × 2 = 800.00
  const of = [
    [surcharge('1.5'), ['2026-10-05']],
    [surcharge('2'), []],
    [surcharge('3'), ['2026-10-02', '2026-10-01']],
  ] as const;
  expect(shown(lines(of, 'agent_day', '200'))).toEqual([
    '1 agent_day × 100 = 10000',
    '2 agent_day × 400 = 80000',
  ]);
});

it('the quantity names the dates that it is of, each once', () => {
  const [line] = lines(
    [[surcharge('3'), ['2026-10-02', '2026-10-01', '2026-10-02']]],
    'hour',
    '25',
  );
  expect(line?.terms.quantity).toMatchObject({
    source: { table: 'shifts', dates: ['2026-10-01', '2026-10-02'] },
  });
});
