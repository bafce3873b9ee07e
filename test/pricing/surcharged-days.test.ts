/** Agent-days under each surcharge, of contracts with a monthly price. */
import { expect, it } from 'vitest';
import { groupBy } from '../../src/group-by.js';
import { contractFigure } from '../../src/pricing/figures.js';
import { agentDayRate, surchargedAgentDays } from '../../src/pricing/surcharged-days.js';
import { surchargedShifts } from '../../src/pricing/surcharged-shifts.js';
import { valueOf } from '../../src/pricing/terms.js';
import { decimal, fixedSalary, surcharge, workedShift } from './builders.js';

const HOLIDAY = surcharge('3', { name: 'holiday', dayTag: 'holiday' });
const NIGHT = surcharge('1.5', {
  name: 'night',
  window: { startMinute: 22 * 60, endMinute: 8 * 60 },
});
const CONTRACT = { ...fixedSalary('5200', '0'), surcharges: [NIGHT, HOLIDAY] };
const isHoliday = (date: string): boolean => date <= '2026-10-03';

function days(
  shifts: readonly ReturnType<typeof workedShift>[],
  per: 'agent' | 'shift' = 'agent',
): string[] {
  const under = groupBy(surchargedShifts(CONTRACT, { shifts }, isHoliday), (one) => one.surcharge);
  return CONTRACT.surcharges.map(
    (one) => `${one.name} ${surchargedAgentDays(CONTRACT, under.get(one) ?? [], per).toDecimal()}`,
  );
}

it('a full day of 8 hours is one, 4 hours are a half, 10 are one', () => {
  const shifts = [
    workedShift('A', '2026-10-01', 9, 8),
    workedShift('A', '2026-10-02', 9, 4),
    workedShift('A', '2026-10-03', 9, 10),
    workedShift('A', '2026-10-04', 9, 8),
  ];
  // 1 + 0.5 + 1; the 4th is no holiday
  expect(days(shifts)).toEqual(['night 0', 'holiday 2.5']);
});

it('agents by themselves; one agent and date together, or by shift name', () => {
  const shifts = [
    workedShift('A', '2026-10-01', 8, 6, 'day'),
    workedShift('A', '2026-10-01', 14, 6, 'evening'),
    workedShift('B', '2026-10-01', 8, 8, 'day'),
  ];
  // by agent: min(1, 12/8) + 1 = 2; by shift: 0.75 + 0.75 + 1 = 2.5
  expect(days(shifts)).toEqual(['night 0', 'holiday 2']);
  expect(days(shifts, 'shift')).toEqual(['night 0', 'holiday 2.5']);
});

it('min(1, …) holds for each surcharge by itself', () => {
  // On the 3rd, a holiday, 20:00 to 04:00 is 8 hours under the holiday; on the 4th 22:00 to 04:00 is
  // 6 hours of the night: 6/8.
  const shifts = [workedShift('A', '2026-10-03', 20, 8), workedShift('A', '2026-10-04', 20, 8)];
  expect(days(shifts)).toEqual(['night 0.75', 'holiday 1']);
});

it('an agent-day costs the rate / the standard days: 5,200 / 26 = 200', () => {
  const rate = contractFigure('rate', decimal('5200'), CONTRACT.currency);
  expect(valueOf(agentDayRate(CONTRACT, rate)).toDecimal()).toBe('200');
});
