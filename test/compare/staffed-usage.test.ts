import { expect, it } from 'vitest';
import { staffedUsage } from '../../src/compare/staffed-usage.js';
import { usualOffers } from '../../src/compare/usual-offers.js';
import { wholePeriod } from '../../src/period/period.js';
import { NO_USAGE } from '../../src/pricing/usage.js';
import { assert } from '../../src/problem.js';
import { sayIn } from '../../src/words/language.js';
import { month } from './inputs.js';

const [SALARY] = usualOffers(sayIn('en'));

function staffed(period: string, agents: number, days: number) {
  assert(SALARY !== undefined, 'there is a usual offer');
  const span = wholePeriod(month(period));
  return staffedUsage(NO_USAGE, { agents, days }, SALARY.contract, span);
}

it('has so many agents on so many days: 2 × 26, each of 8 hours', () => {
  const { attendance, custodyDays } = staffed('2026-10', 2, 26);
  expect(attendance).toHaveLength(52);
  expect(custodyDays).toHaveLength(52);
  expect(attendance[0]).toMatchObject({ agentId: '1', date: '2026-10-01' });
  expect(attendance.at(-1)).toMatchObject({ agentId: '2', date: '2026-10-26' });
  expect(attendance[0]?.workedMicroseconds).toBe(8n * 3_600_000_000n);
});

it('has no more days than the month: 28 in February', () => {
  expect(staffed('2026-02', 1, 30).attendance).toHaveLength(28);
});

it('keeps agents in order: 01 to 10', () => {
  expect(staffed('2026-10', 10, 1).attendance.map(({ agentId }) => agentId)).toEqual(
    Array.from({ length: 10 }, (_, at) => String(at + 1).padStart(2, '0')),
  );
});
