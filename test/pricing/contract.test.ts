import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { isInForce } from '../../src/pricing/contract.js';

it.each([
  ['2026-01-01', null, true],
  ['2026-10-31', null, true],
  ['2026-11-01', null, false],
  ['2026-01-01', '2026-10-01', true],
  ['2026-01-01', '2026-09-30', false],
  ['2026-10-10', '2026-10-10', true],
])('from %s to %s: in force in October, %s', (startsOn, endsOn, inForce) => {
  const contract = {
    startsOn: localDate(startsOn),
    endsOn: endsOn === null ? null : localDate(endsOn),
  };
  expect(isInForce(contract, localDate('2026-10-01'), localDate('2026-10-31'))).toBe(inForce);
});
