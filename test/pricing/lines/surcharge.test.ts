import { expect, it } from 'vitest';
import { contractFigure } from '../../../src/pricing/figures.js';
import { surchargeLines } from '../../../src/pricing/lines/surcharge.js';
import { decimal, span, surcharge, TERMS } from '../builders.js';

function lines(
  quantities: readonly [multiplier: string, quantity: string][],
  unit: 'agent_day' | 'hour',
  price: string,
): string[] {
  const of = quantities.map(([multiplier, quantity]) => ({
    surcharge: surcharge(multiplier),
    quantity: decimal(quantity),
  }));
  const unitPrice = contractFigure('rate', decimal(price), TERMS.currency);
  return surchargeLines(TERMS, span('2026-10'), of, unit, unitPrice).map(
    (line) =>
      `${line.quantity.toDecimal()} ${line.unit} × ${line.unitPrice.toDecimal()} = ${line.amount}`,
  );
}

it('three holidays at 3, at 200 a day: 3 × 200 × (3 − 1) = 1,200.00', () => {
  expect(lines([['3', '3']], 'agent_day', '200')).toEqual(['3 agent_day × 400 = 120000']);
});

it('40 night hours at 1.3, at 25 an hour: 40 × 25 × 0.3 = 300.00', () => {
  expect(lines([['1.3', '40']], 'hour', '25')).toEqual(['40 hour × 7.5 = 30000']);
});

it('a line for each surcharge that anything lies under, in the order of the contract', () => {
  // 1 × 200 × 0.5 = 100.00; nothing; 2 × 200 × 2 = 800.00
  expect(
    lines(
      [
        ['1.5', '1'],
        ['2', '0'],
        ['3', '2'],
      ],
      'agent_day',
      '200',
    ),
  ).toEqual(['1 agent_day × 100 = 10000', '2 agent_day × 400 = 80000']);
});
