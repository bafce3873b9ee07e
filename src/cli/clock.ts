/** The time now. `KEFU_BILLING_NOW` (ISO 8601) sets it, for tests and for rehearsals. */
import { DateTime } from 'luxon';
import type { Conversation } from './conversation.js';
import type { Surroundings } from './surroundings.js';

export function now(env: Surroundings['env'], timeZone: string): DateTime {
  const set = env[VARIABLE];
  return set === undefined ? DateTime.now().setZone(timeZone) : at(set, timeZone);
}

/** What is wrong with the time that is set; null where it is none or a time. */
export function wrongClock({ env, words }: Conversation): string | null {
  const set = env[VARIABLE];
  if (set === undefined || at(set, 'utc').isValid) return null;
  return words.commands.wrongClock(VARIABLE, set);
}

const VARIABLE = 'KEFU_BILLING_NOW';

function at(text: string, timeZone: string): DateTime {
  return DateTime.fromISO(text, { zone: timeZone });
}
