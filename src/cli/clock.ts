/** The time now. `KEFU_BILLING_NOW` (ISO 8601) sets it, for tests and for rehearsals. */
import { DateTime } from 'luxon';
import type { Conversation } from './conversation.js';
import type { Surroundings } from './surroundings.js';

export function now(env: Surroundings['env'], timeZone: string): DateTime {
  const set = clockSet(env);
  return set === null ? DateTime.now().setZone(timeZone) : at(set, timeZone);
}

/** The time that is set, as it is written; null where the clock runs. */
export function clockSet(env: Surroundings['env']): string | null {
  return env[VARIABLE] ?? null;
}

/** A rehearsal shall not be taken for the real thing: every command says that its clock is set. */
export function tellClock({ env, stderr, words }: Conversation): void {
  const set = clockSet(env);
  if (set !== null) stderr.write(`${words.commands.clockSet(VARIABLE, set)}\n`);
}

/** What is wrong with the time that is set; null where it is none or a time. */
export function wrongClock({ env, words }: Conversation): string | null {
  const set = clockSet(env);
  if (set === null || at(set, 'utc').isValid) return null;
  return words.commands.wrongClock(VARIABLE, set);
}

const VARIABLE = 'KEFU_BILLING_NOW';

function at(text: string, timeZone: string): DateTime {
  return DateTime.fromISO(text, { zone: timeZone });
}
