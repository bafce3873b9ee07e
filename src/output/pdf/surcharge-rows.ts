/** What surcharges rest on: for each of them and each agent, which times of which dates. */
import type { Document } from '../../documents/document.js';
import { groupBy, groupInOrder } from '../../group-by.js';
import { sumAmounts } from '../../money/amount.js';
import { Rational } from '../../money/rational.js';
import type { Say } from '../../words/bilingual.js';
import { clockTimes } from '../../words/clock-times.js';
import { LABELS } from '../../words/labels.js';
import { dateRuns } from '../../words/numbers.js';
import { beside, gap, stack, text, type Block } from './engine/block.js';
import { COLOR, FULL, SIZE } from './engine/style.js';
import { rowOf } from './statement-lists.js';
import type { StatementContract, SurchargedTimes } from './statement.js';
import { swatch } from './swatch.js';

const MICROSECONDS_PER_HOUR = 3_600_000_000n;

/** The colour of each surcharge that a contract has a line of, in the order of its lines. */
export function surchargeColors(
  { lines }: Pick<Document, 'lines'>,
  { contractId }: Pick<StatementContract, 'contractId'>,
): ReadonlyMap<string, string> {
  const names = lines
    .filter((line) => line.contractId === contractId && line.kind === 'surcharge')
    .flatMap(({ subject: { surcharge } }) => surcharge ?? []);
  return new Map(
    names.map((name, at) => [name, COLOR.surcharges[at % COLOR.surcharges.length] ?? COLOR.mark]),
  );
}

/** A heading for each surcharge in its colour, with a row for each agent. */
export function surchargeRows(
  surcharged: readonly SurchargedTimes[],
  colors: ReadonlyMap<string, string>,
  say: Say,
): Block[] {
  return [...colors].flatMap(([name, color]) => {
    const own = surcharged.filter(({ surcharge }) => surcharge === name);
    const rows = [...groupInOrder(own, ({ agentId }) => agentId)].map(([agentId, times]) =>
      rowOf(agentId, hoursText(times, say), timesText(times)),
    );
    const [first = gap(0), ...rest] = rows;
    const heading = beside([
      swatch(color, FULL.x, SIZE.body),
      text(name, { ...FULL, x: FULL.x + SIZE.body + 3 }, { bold: true }),
    ]);
    return [stack([heading, gap(2), first]), ...rest, gap(4)];
  });
}

function hoursText(shifts: readonly SurchargedTimes[], say: Say): string {
  const worked = sumAmounts(shifts.flatMap(({ times }) => times.map(({ length }) => length)));
  const hours = Rational.of(worked, MICROSECONDS_PER_HOUR).toFixed(1);
  return `${hours} ${say(LABELS.hours)}`;
}

/** Dates with the same times together: `10-01–03 08:00–16:00; 10-05 22:00–24:00`. */
function timesText(shifts: readonly SurchargedTimes[]): string {
  const byTimes = groupBy(shifts, ({ times }) => clockTimes(times));
  return [...byTimes]
    .map(([times, of]) => `${dateRuns(of.map(({ date }) => date))} ${times}`)
    .join('; ');
}
