/** The time now. `KEFU_BILLING_NOW` (ISO 8601) sets it, for tests and for rehearsals. */
import { DateTime } from 'luxon';

export function now(timeZone: string): DateTime {
  const set = process.env['KEFU_BILLING_NOW'];
  return set === undefined
    ? DateTime.now().setZone(timeZone)
    : DateTime.fromISO(set, { zone: timeZone });
}
