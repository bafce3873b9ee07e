/** Hours of a shift under its surcharges. */
import { expect, it } from 'vitest';
import type { Surcharge } from '../../src/pricing/contract.js';
import { byRank, surchargedShifts, surchargedTime } from '../../src/pricing/surcharged-shifts.js';
import { surcharge, workedShift } from './builders.js';

const HOUR = 3_600_000_000n;
const NIGHT = surcharge('1.3', {
  name: 'night',
  window: { startMinute: 22 * 60, endMinute: 8 * 60 },
});
const HOLIDAY = surcharge('3', { name: 'holiday', dayTag: 'holiday' });
const isHoliday = (date: string): boolean => date === '2026-10-01';

/** `name hours` for each surcharge that has time. */
function hoursOf(
  shift: ReturnType<typeof workedShift>,
  surcharges: readonly Surcharge[],
  within?: Surcharge['window'],
): string[] {
  return surchargedShifts({ surcharges }, { shifts: [shift] }, isHoliday, within).map(
    (one) => `${one.surcharge.name} ${Number(surchargedTime(one)) / Number(HOUR)}`,
  );
}

it('a window may run over midnight: of 20:00 to 04:00, 22:00 to 04:00 are 6 hours', () => {
  expect(hoursOf(workedShift('A', '2026-10-05', 20, 8), [NIGHT])).toEqual(['night 6']);
});

it('the morning hours of the window count on their own as well', () => {
  // 06:00 to 10:00: two of four hours are before 08:00.
  expect(hoursOf(workedShift('A', '2026-10-05', 6, 4), [NIGHT])).toEqual(['night 2']);
});

it('a tag is that of the date on which the shift starts, also for the hours after midnight', () => {
  expect(hoursOf(workedShift('A', '2026-10-01', 20, 8), [HOLIDAY])).toEqual(['holiday 8']);
  expect(hoursOf(workedShift('A', '2026-09-30', 20, 8), [HOLIDAY])).toEqual([]);
});

it('of several the highest multiplier counts, whatever their order', () => {
  const shift = workedShift('A', '2026-10-01', 20, 8);
  expect(hoursOf(shift, [NIGHT, HOLIDAY])).toEqual(['holiday 8']);
  expect(hoursOf(shift, [HOLIDAY, NIGHT])).toEqual(['holiday 8']);
});

it('what the higher one leaves is under the lower one', () => {
  const lateEvening = surcharge('2', {
    name: 'late',
    window: { startMinute: 23 * 60, endMinute: 24 * 60 },
  });
  // 20:00 to 04:00: 23:00 to 24:00 is late; of the night 22:00 to 23:00 and 00:00 to 04:00 are left, 5 hours.
  expect(hoursOf(workedShift('A', '2026-10-05', 20, 8), [NIGHT, lateEvening])).toEqual([
    'night 5',
    'late 1',
  ]);
});

it('time outside of a window of the contract does not count', () => {
  // 20:00 to 04:00 inside 08:00–24:00: of the night 22:00 to 24:00.
  const within = { startMinute: 8 * 60, endMinute: 24 * 60 };
  expect(hoursOf(workedShift('A', '2026-10-05', 20, 8), [NIGHT], within)).toEqual(['night 2']);
});

it('says which times: of 20:00 to 04:00, 22:00–24:00 and 00:00–04:00, each as one', () => {
  const early = surcharge('1.2', {
    name: 'early',
    window: { startMinute: 2 * 60, endMinute: 3 * 60 },
  });
  const shifts = [workedShift('A', '2026-10-05', 20, 8)];
  const times = surchargedShifts({ surcharges: [early, NIGHT] }, { shifts }, isHoliday);
  expect(times.map((one) => [one.surcharge.name, one.agentId, one.date, one.times])).toEqual([
    [
      'night',
      'A',
      '2026-10-05',
      [
        { start: 22n * HOUR, length: 2n * HOUR },
        { start: 0n, length: 4n * HOUR },
      ],
    ],
  ]);
});

it('no time under a surcharge is none of it', () => {
  expect(hoursOf(workedShift('A', '2026-10-05', 9, 8), [NIGHT])).toEqual([]);
  expect(hoursOf(workedShift('A', '2026-10-05', 9, 8), [])).toEqual([]);
});

it('ranks by multiplier, and equal ones as the file has them', () => {
  const [first, second] = [surcharge('2', { name: 'a' }), surcharge('2', { name: 'b' })];
  expect(byRank([NIGHT, first, second, HOLIDAY]).map(({ name }) => name)).toEqual([
    'holiday',
    'a',
    'b',
    'night',
  ]);
});
