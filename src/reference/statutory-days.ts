/**
 * China's statutory days of 2026 and 2027, on which work is paid three times, as rows of `calendar.csv`.
 *
 * Source: 全国年节及纪念日放假办法, as the State Council amended it from 2025-01-01: New Year's Day; four days of
 * Spring Festival from its eve; Qingming; 1 and 2 May; Dragon Boat; Mid-Autumn; 1 to 3 October. Those of the
 * lunar calendar are as it falls: the first day of 2027's is 02-06, since the new moon is at 23:56 in China.
 *
 * Not all days off are among them: those that are moved to make a holiday longer are paid twice at most.
 */
export const STATUTORY_DAYS = [
  '2026-01-01',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-04-05',
  '2026-05-01',
  '2026-05-02',
  '2026-06-19',
  '2026-09-25',
  '2026-10-01',
  '2026-10-02',
  '2026-10-03',
  '2027-01-01',
  '2027-02-05',
  '2027-02-06',
  '2027-02-07',
  '2027-02-08',
  '2027-04-05',
  '2027-05-01',
  '2027-05-02',
  '2027-06-09',
  '2027-09-15',
  '2027-10-01',
  '2027-10-02',
  '2027-10-03',
] as const;
