/** No data is not zero: facts of which a part seems to be missing. */
import type { FactExtent } from '../facts/usage/fact-extents.js';
import type { FactsBefore } from '../ledger/facts-before.js';
import { daysBetween } from '../period/local-date.js';
import { parsePeriod, type BillingSpan } from '../period/period.js';
import type { Contract } from '../pricing/plans/registry.js';
import { asWarning, assert, problem, type Problem } from '../problem.js';
import type { FactsIncomplete } from '../problem-facts-values.js';
import { neededDays, type Days } from './needed-days.js';

const DAYS_MISSING_MIN = 3;
/** Refunds come by chance: after fewer, a month without one is nothing to wonder at. */
const REFUNDS_MIN = 10;

export interface FactsToJudge {
  readonly contracts: readonly Contract[];
  readonly span: BillingSpan;
  /** One for each table. */
  readonly facts: readonly FactExtent[];
  /** null: the ledger has no month before, or nothing is known of its facts. */
  readonly before: FactsBefore | null;
  /** Tables that somebody has looked at. */
  readonly accepted: ReadonlySet<string>;
  /** Whether nobody looks: then a month without any fact is no warning, even a ledger's first. */
  readonly isUnattended: boolean;
}

/**
 * A table that contracts in force need is incomplete where it has fewer than half of the rows that it
 * had in the month before, or begins three days later, or ends three days earlier, than it did then. Days
 * count from the ends of each month; a month before of a single day has no ends to compare with.
 *
 * > September: 30 rows, 09-01 to 09-30. October: 24 rows, 10-01 to 10-27: it ends 4 days early.
 *
 * In a ledger's first month the ends of the month itself, or of the contracts within it, take the place
 * of what was then, and it is a warning.
 */
export function incompleteFacts(judged: FactsToJudge): Problem[] {
  const needed = judged.facts.flatMap((extent) => {
    const days = neededDays(judged.contracts, judged.span, extent.table);
    return days === null ? [] : [{ extent, days }];
  });
  if (needed.length === 0) return unreachedMonth(judged);
  const isNothing = needed.every(({ extent }) => extent.rows === 0);
  return needed.flatMap(({ extent, days }) => {
    const then = judged.before?.facts.find(({ table }) => table === extent.table);
    if (then !== undefined && then.rows > 0) return besideMonthBefore(judged, extent, days, then);
    const found = besideItself(judged, extent, days);
    return judged.isUnattended && isNothing ? found : found.map(asWarning);
  });
}

/**
 * Contracts that need no facts are billed whatever the clock says. Where nobody looks, a month without a
 * single fact, after one that had some, lies behind all that has happened yet: the clock may be wrong.
 */
function unreachedMonth({ facts, before, span, isUnattended }: FactsToJudge): Problem[] {
  if (!isUnattended || before === null || facts.some(({ rows }) => rows > 0)) return [];
  return facts.flatMap((extent) => {
    const then = before.facts.find(({ table }) => table === extent.table);
    if (then === undefined || then.rows === 0) return [];
    const against = { case: 'month-before', before: { ...then, period: before.period } } as const;
    return [incomplete(extent, span.period.id, against)];
  });
}

function besideItself({ span }: FactsToJudge, extent: FactExtent, days: Days): Problem[] {
  if (extent.table === 'refunds' || !lacksDays(extent, days, NO_DAYS)) return [];
  const { first: from, last: through } = days;
  return [incomplete(extent, span.period.id, { case: 'first-month', from, through })];
}

function besideMonthBefore(
  { before, span, accepted }: FactsToJudge,
  extent: FactExtent,
  days: Days,
  then: FactExtent,
): Problem[] {
  if (extent.table === 'refunds' && then.rows < REFUNDS_MIN) return [];
  const month = parsePeriod(before?.period ?? '');
  assert(month !== undefined, 'a batch is of a period');
  const isWhole = span.through === span.period.lastDay;
  const isHalf = isWhole && extent.rows * 2 < then.rows;
  const usual = missingDays(then, { first: month.firstDay, last: month.lastDay });
  if (!isHalf && (then.first === then.last || !lacksDays(extent, days, usual))) return [];
  const found = incomplete(extent, span.period.id, {
    case: 'month-before',
    before: { ...then, period: month.id },
  });
  return [accepted.has(extent.table) ? asWarning(found) : found];
}

/** How many days at either end have no row. */
interface MissingDays {
  readonly atStart: number;
  readonly atEnd: number;
}

const NO_DAYS: MissingDays = { atStart: 0, atEnd: 0 };

function missingDays({ first, last }: FactExtent, days: Days): MissingDays {
  const all = daysBetween(days.first, days.last);
  return {
    atStart: first === null ? all : daysBetween(days.first, first) - 1,
    atEnd: last === null ? all : daysBetween(last, days.last) - 1,
  };
}

function lacksDays(extent: FactExtent, days: Days, usual: MissingDays): boolean {
  const { atStart, atEnd } = missingDays(extent, days);
  return atStart - usual.atStart >= DAYS_MISSING_MIN || atEnd - usual.atEnd >= DAYS_MISSING_MIN;
}

type Against =
  | Pick<Extract<FactsIncomplete, { case: 'month-before' }>, 'case' | 'before'>
  | Pick<Extract<FactsIncomplete, { case: 'first-month' }>, 'case' | 'from' | 'through'>;

function incomplete(extent: FactExtent, period: string, against: Against): Problem {
  return problem('facts-incomplete', { file: extent.table }, { ...extent, period, ...against });
}
