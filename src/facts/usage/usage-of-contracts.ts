/**
 * Reads usage back from the engine, of some contracts at a time: that of all may be larger than memory.
 * The rows lie in order of merchant and contract, so that those of neighbours lie together.
 */
import { groupBy } from '../../group-by.js';
import { findCurrency } from '../../money/currency.js';
import { clockSpans } from '../../period/clock-spans.js';
import { localDate, type LocalDate } from '../../period/local-date.js';
import { periodBefore, type BillingSpan } from '../../period/period.js';
import type { EventDay, Sales, Usage } from '../../pricing/usage.js';
import { assert } from '../../problem.js';
import { isOneOf, textOf, wholeOf, type Database, type Row } from '../database.js';
import type { EngineTableName } from '../engine-tables/engine-tables.js';

/** What usage is read from, and the order of a contract's rows. */
const ORDERED_BY = [
  ['attendance', 'agent_id, date, shift'],
  ['shift_times', 'started, agent_id, shift'],
  ['custody_days', 'agent_id, date'],
  ['consultation_days', 'date'],
  ['sales', 'currency'],
  ['late_refunds', 'currency, order_period'],
] as const satisfies readonly [EngineTableName, string][];
type UsageTable = (typeof ORDERED_BY)[number][0];

/** Event days are in memory: `eventDaysOf` has them. */
export async function usageOfContracts(
  database: Database,
  { span, timeZone }: { readonly span: BillingSpan; readonly timeZone: string },
  contractIds: readonly string[],
  eventDaysOf: (contractId: string) => readonly EventDay[],
): Promise<Map<string, Usage>> {
  if (contractIds.length === 0) return new Map();
  const rows = await rowsOf(database, contractIds);
  const dateOf = datesOnce();
  const sales = salesOf(rows('sales'), rows('late_refunds'));
  const attendance = byContract(rows('attendance'), (row) => ({
    agentId: textOf(row, 'agent_id'),
    shift: textOf(row, 'shift'),
    date: dateOf(row),
    workedMicroseconds: wholeOf(row, 'worked'),
  }));
  const shifts = byContract(rows('shift_times'), (row) => ({
    agentId: textOf(row, 'agent_id'),
    shift: textOf(row, 'shift'),
    date: dateOf(row),
    workedMicroseconds: wholeOf(row, 'ended') - wholeOf(row, 'started'),
    clock: clockSpans(wholeOf(row, 'started'), wholeOf(row, 'ended'), timeZone),
  }));
  const custodyDays = byContract(rows('custody_days'), (row) => ({
    agentId: textOf(row, 'agent_id'),
    date: dateOf(row),
  }));
  const consultationDays = byContract(rows('consultation_days'), (row) => ({
    date: dateOf(row),
    consultations: wholeOf(row, 'consultations'),
  }));
  const lastDayBefore = periodBefore(span.period).lastDay;
  return new Map(
    contractIds.map((id) => {
      const days = consultationDays.get(id) ?? [];
      const usage: Usage = {
        attendance: attendance.get(id) ?? [],
        custodyDays: custodyDays.get(id) ?? [],
        shifts: shifts.get(id) ?? [],
        consultationDays: days.filter(({ date }) => date > lastDayBefore),
        previousConsultationDays: days.filter(({ date }) => date <= lastDayBefore),
        eventDays: eventDaysOf(id),
        sales: sales.get(id) ?? [],
      };
      return [id, usage];
    }),
  );
}

/** The rows of the contracts, by table. */
async function rowsOf(
  database: Database,
  contractIds: readonly string[],
): Promise<(table: UsageTable) => readonly Row[]> {
  const [places] =
    await database.rows(`SELECT min(place)::BIGINT AS first, max(place)::BIGINT AS last
    FROM contracts WHERE ${isOneOf('contract_id', contractIds)}`);
  assert(places !== undefined, 'an aggregate has one row');
  const found = new Map<string, readonly Row[]>();
  for (const [table, order] of ORDERED_BY) {
    const rows = await database.rows(`SELECT * FROM ${table}
      WHERE place BETWEEN ${wholeOf(places, 'first')} AND ${wholeOf(places, 'last')} ORDER BY place, ${order}`);
    found.set(table, rows);
  }
  return (table) => found.get(table) ?? [];
}

function salesOf(rows: readonly Row[], lateRefunds: readonly Row[]): Map<string, Sales[]> {
  const seriesOf = (row: Row): string =>
    JSON.stringify([textOf(row, 'contract_id'), textOf(row, 'currency')]);
  const late = groupBy(lateRefunds, seriesOf);
  return byContract(rows, (row) => {
    const currency = findCurrency(textOf(row, 'currency'));
    assert(currency !== undefined, 'a counted order has a known currency');
    return {
      currency,
      attributedOrders: wholeOf(row, 'orders'),
      attributed: wholeOf(row, 'attributed'),
      refunds: wholeOf(row, 'refunds'),
      lateRefunds: (late.get(seriesOf(row)) ?? []).map((of) => ({
        orderPeriod: textOf(of, 'order_period'),
        amount: wholeOf(of, 'deducted'),
      })),
    };
  });
}

function byContract<T>(rows: readonly Row[], valueOf: (row: Row) => T): Map<string, T[]> {
  const groups = groupBy(rows, (row) => textOf(row, 'contract_id'));
  return new Map([...groups].map(([id, of]) => [id, of.map(valueOf)]));
}

/** The date of a row; each of the few dates is parsed once. */
function datesOnce(): (row: Row) => LocalDate {
  const known = new Map<string, LocalDate>();
  return (row) => {
    const text = textOf(row, 'date');
    const date = known.get(text) ?? localDate(text);
    known.set(text, date);
    return date;
  };
}
