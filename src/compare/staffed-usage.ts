/** The work that an offer would take where no shifts tell: so many agents, each on so many full days. */
import { datesBetween } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import type { Contract } from '../pricing/plans/registry.js';
import type { Usage, WorkedShift } from '../pricing/usage.js';
import { Rational, roundHalfAwayFromZero } from '../money/rational.js';
import type { Staffing } from '../reference/offers.js';

const SHIFT = 'day';
const MICROSECONDS_PER_HOUR = 3_600_000_000n;
const HOURS_PER_DAY = Rational.of(8n);
/** Work begins at 09:00, within any window that a day of service has. */
const STARTS_AT = 9n * MICROSECONDS_PER_HOUR;

/**
 * The first days of the month, and all of them where they are fewer than those that are said.
 *
 * > 2 agents on 26 days of 8 hours in October: each on 10-01 to 10-26, 52 agent-days.
 */
export function staffedUsage(
  usage: Usage,
  { agents, days }: Staffing,
  contract: Contract,
  { period, through }: BillingSpan,
): Usage {
  const dates = datesBetween(period.firstDay, through).slice(0, days);
  const hours = 'hoursPerDay' in contract ? contract.hoursPerDay : HOURS_PER_DAY;
  const length = roundHalfAwayFromZero(hours.times(Rational.of(MICROSECONDS_PER_HOUR)));
  const digits = String(agents).length;
  const shifts: WorkedShift[] = Array.from({ length: agents }, (_, at) =>
    dates.map((date) => ({
      agentId: String(at + 1).padStart(digits, '0'),
      shift: SHIFT,
      date,
      workedMicroseconds: length,
      clock: [{ start: STARTS_AT, length }],
    })),
  ).flat();
  return {
    ...usage,
    attendance: shifts,
    custodyDays: shifts.map(({ agentId, date }) => ({ agentId, date })),
    shifts,
  };
}
