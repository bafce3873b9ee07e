/** The time now. `KEFU_BILLING_NOW` (ISO 8601) sets it, for tests and for rehearsals. */
import { DateTime } from 'luxon';
import type { Surroundings } from './surroundings.js';

export function now(env: Surroundings['env'], timeZone: string): DateTime {
  const set = env[VARIABLE];
  return set === undefined ? DateTime.now().setZone(timeZone) : at(set, timeZone);
}

/** What is wrong with the time that is set; null where it is none or a time. */
export function wrongClock(env: Surroundings['env']): string | null {
  const set = env[VARIABLE];
  if (set === undefined || at(set, 'utc').isValid) return null;
  return `${VARIABLE} is ${JSON.stringify(set)}, and a time is written as 2026-11-20T09:00`;
}

const VARIABLE = 'KEFU_BILLING_NOW';

function at(text: string, timeZone: string): DateTime {
  return DateTime.fromISO(text, { zone: timeZone });
}
