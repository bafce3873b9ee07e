import { expect, it } from 'vitest';
import { hoursLine } from '../../../src/pricing/lines/hours.js';
import { decimal, span, TERMS } from '../builders.js';

it.each([
  ['19.5', '25', 48_750n],
  // 1/3 of an hour at 25: 8.3333
  ['0.333333333333333333333333', '25', 833n],
  ['0', '25', 0n],
])('%s hours at %s an hour: %i', (hours, rate, amount) => {
  const line = hoursLine(TERMS, span('2026-10'), decimal(rate), 'A1', decimal(hours));
  expect(line).toMatchObject({ kind: 'hours', unit: 'hour', amount });
});
