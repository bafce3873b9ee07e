/** Days of one month, shortened: `2026-10-01` `2026-10-02` → `2026-10: 01 02`. */
export function compactDates(dates: readonly string[]): string {
  const days = [...dates].sort().map((date) => date.slice(8));
  return `${dates[0]?.slice(0, 7) ?? ''}: ${days.join(' ')}`;
}
