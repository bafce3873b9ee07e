import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { activeShare } from '../../src/pricing/active-share.js';
import type { ContractTerms } from '../../src/pricing/contract.js';
import { valueOf } from '../../src/pricing/terms.js';
import { span, TERMS } from './builders.js';

function share(dates: Partial<ContractTerms>): string {
  return valueOf(activeShare({ ...TERMS, ...dates }, span('2026-10'))).toFraction();
}

it('from 2026-10-12: 20 / 31', () => {
  expect(share({ startsOn: localDate('2026-10-12') })).toBe('20/31');
});

it('to 2026-10-10, that day too: 10 / 31', () => {
  expect(share({ endsOn: localDate('2026-10-10') })).toBe('10/31');
});

it('is 1 for the whole month, and 0 for a contract that has ended', () => {
  expect(share({})).toBe('1');
  expect(share({ endsOn: localDate('2026-09-30') })).toBe('0');
});

it('is of all days of the month, also where only some of them are billed yet', () => {
  const october = span('2026-10');
  const toDate = { ...october, through: localDate('2026-10-10') };
  // a preview of the first ten days
  expect(valueOf(activeShare(TERMS, toDate)).toFraction()).toBe('10/31');
});
