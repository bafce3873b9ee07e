import { expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import { feeLine } from '../../../src/pricing/lines/fee.js';
import { decimal, span, TERMS } from '../builders.js';

it.each([
  ['2026-01-01', null, 350_000n],
  // 10-12 to 10-31 are 20 of 31 days: 3,500 × 20/31 = 2,258.0645
  ['2026-10-12', null, 225_806n],
  // the first 10 days: 3,500 × 10/31 = 1,129.0323
  ['2026-01-01', '2026-10-10', 112_903n],
])('a contract from %s to %s pays its part of 3,500 a month: %i', (startsOn, endsOn, amount) => {
  const dates = {
    startsOn: localDate(startsOn),
    endsOn: endsOn === null ? null : localDate(endsOn),
  };
  const line = feeLine({ ...TERMS, ...dates }, span('2026-10'), decimal('3500'));
  expect(line).toMatchObject({ kind: 'fee', unit: 'month', amount });
});
