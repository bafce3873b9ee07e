/** Shifts → attendance, times of shifts and custody days per contract. */
import { append } from '../../append.js';
import type { BillingSpan } from '../../period/period.js';
import { problem, type Problem } from '../../problem.js';
import type { UnownedShift } from '../../problem-facts-values.js';
import type { Contract } from '../../pricing/plans/registry.js';
import { textOf, type Database, type Row } from '../database.js';
import { problemsOfRows } from '../tables/problems-of-rows.js';
import { firstOfRows, moreRows, placeOf } from '../tables/row-place.js';
import { findOwners, type Ownership } from './find-owners.js';

const OWNERSHIP: Ownership = {
  use: 'shifts',
  table: 'shifts',
  spans: 'shift_owner_spans',
  date: 'fact.starts_at_local::DATE',
  rows: `fact.outcome IS NULL AND fact.contract_id = ''`,
  hasRole: true,
};
/** SQL over `contracts`. */
const USES_SHIFTS = `list_contains(uses, 'shifts')`;

const TIMES = `shown_time(starts_at_local) AS starts_at, shown_time(ends_at_local) AS ends_at`;

/** Shifts are then owned as if none had named its contract. */
export async function forgetNamedContracts(database: Database): Promise<void> {
  await database.run(`UPDATE shifts SET contract_id = ''`);
}

/** Makes `attendance`, `shift_times` and `custody_days`, by contract, and gives each shift of the span its outcome. */
export async function rollUpShifts(
  database: Database,
  span: BillingSpan,
  contracts: readonly Contract[],
): Promise<Problem[]> {
  await database.run(`UPDATE shifts SET outcome = 'other_period' WHERE outcome IS NULL
    AND starts_at_local::DATE NOT BETWEEN '${span.period.firstDay}' AND '${span.through}'`);
  const problems = [
    ...(await badLengths(database)),
    ...(await overlaps(database)),
    ...(await assignOutright(database)),
    ...(await findOwners(database, contracts, OWNERSHIP, 'shift_owners')),
  ];
  await database.run(
    `UPDATE shifts SET outcome = status::row_outcome WHERE outcome IS NULL AND status <> 'worked'`,
  );
  await database.run(`INSERT INTO shift_owners SELECT shifts.file, record, shifts.contract_id
    FROM shifts JOIN contracts USING (contract_id) WHERE outcome IS NULL AND ${USES_SHIFTS}`);
  append(problems, await unowned(database));
  await aggregate(database);
  return [...problems, ...(await outsideWindow(database))];
}

/** At most 24 hours, or from an hour to the same hour of the next day, where the clocks are set back. */
async function badLengths(database: Database): Promise<Problem[]> {
  const isBad = `outcome IS NULL AND (ends_at_instant <= starts_at_instant
    OR (ends_at_instant > starts_at_instant + INTERVAL 24 HOUR
      AND ends_at_local > starts_at_local + INTERVAL 24 HOUR))`;
  const rows = `SELECT *, ${TIMES} FROM shifts WHERE ${isBad} ORDER BY file, record`;
  const problems = await problemsOfRows(database, rows, (row) =>
    problem(
      'shift-length',
      { ...placeOf(row), column: 'ends_at' },
      { startsAt: textOf(row, 'starts_at'), endsAt: textOf(row, 'ends_at') },
    ),
  );
  await database.run(`UPDATE shifts SET outcome = 'rejected' WHERE ${isBad}`);
  return problems;
}

/** Also over the ends of the span: the shift before midnight is of one month, the one after of the next. */
async function overlaps(database: Database): Promise<Problem[]> {
  await database.run(`CREATE TEMP TABLE overlapping_shifts AS
    SELECT file, record, merchant_id, agent_id, shift_id, other_id FROM (
      SELECT *, lag(shift_id) OVER worked AS other_id,
        outcome IS NULL OR lag(outcome IS NULL) OVER worked AS touches_span,
        max(ends_at_instant) OVER (worked ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
      FROM shifts WHERE (outcome IS NULL OR outcome = 'other_period') AND status = 'worked'
      WINDOW worked AS (PARTITION BY merchant_id, agent_id ORDER BY starts_at_instant, shift_id)
    ) WHERE starts_at_instant < busy_until AND touches_span;
    UPDATE shifts SET outcome = 'rejected' FROM overlapping_shifts
    WHERE outcome IS NULL AND shifts.file = overlapping_shifts.file AND shifts.record = overlapping_shifts.record`);
  const rows = `SELECT * FROM overlapping_shifts ORDER BY file, record`;
  return problemsOfRows(database, rows, (row) =>
    problem(
      'shifts-overlap',
      { ...placeOf(row), column: 'starts_at' },
      {
        shiftId: textOf(row, 'shift_id'),
        agentId: textOf(row, 'agent_id'),
        otherId: textOf(row, 'other_id'),
      },
    ),
  );
}

/** A shift that names its contract belongs to it; where that contract uses no shifts, it is evidence alone. */
async function assignOutright(database: Database): Promise<Problem[]> {
  const valid = `SELECT contract_id FROM contracts WHERE contracts.contract_id = shifts.contract_id
    AND contracts.merchant_id = shifts.merchant_id AND starts_on <= starts_at_local::DATE
    AND (ends_on IS NULL OR ends_on >= starts_at_local::DATE)`;
  const rows = `SELECT * FROM shifts WHERE outcome IS NULL AND contract_id <> ''
    AND NOT EXISTS (${valid}) ORDER BY file, record`;
  const problems = await problemsOfRows(database, rows, (row) =>
    problem(
      'shift-contract',
      { ...placeOf(row), column: 'contract_id' },
      { contractId: textOf(row, 'contract_id') },
    ),
  );
  await database.run(`
    UPDATE shifts SET outcome = 'rejected' WHERE outcome IS NULL AND contract_id <> '' AND NOT EXISTS (${valid});
    UPDATE shifts SET outcome = 'evidence' FROM contracts WHERE outcome IS NULL
      AND shifts.contract_id = contracts.contract_id AND NOT ${USES_SHIFTS}`);
  return problems;
}

/** Worked shifts without an owner are a warning, except where consultations are billed instead of shifts. */
async function unowned(database: Database): Promise<Problem[]> {
  await database.run(`
    UPDATE shifts SET outcome = 'billed' FROM shift_owners AS owner
      WHERE outcome IS NULL AND shifts.file = owner.file AND shifts.record = owner.record;
    UPDATE shifts SET outcome = 'not_used_by_plan' FROM contracts AS contract
      WHERE outcome IS NULL AND contract.merchant_id = shifts.merchant_id
        AND list_contains(contract.uses, 'consultations') AND contract.role = shifts.role
        AND (contract.store_id IS NULL OR contract.store_id = shifts.store_id)
        AND contract.starts_on <= starts_at_local::DATE
        AND (contract.ends_on IS NULL OR contract.ends_on >= starts_at_local::DATE);
    UPDATE shifts SET outcome = 'without_contract' WHERE outcome IS NULL`);
  const first = (cell: string): string => `arg_min(${cell}, (shifts.file, shifts.record))`;
  const ended = (what: string): string => `(SELECT ${what} FROM contracts AS contract
    WHERE contract.merchant_id = gone.merchant_id AND ${USES_SHIFTS} AND contract.role = gone.role
      AND (contract.store_id IS NULL OR contract.store_id = gone.store_id) AND ends_on < gone.date)`;
  const rows = `SELECT gone.*, strftime(date, '%Y-%m-%d') AS shown_date,
      coalesce(${ended('arg_max(contract_id, ends_on)')}, '') AS ended_contract,
      coalesce(${ended(`strftime(max(ends_on), '%Y-%m-%d')`)}, '') AS ended_on
    FROM (SELECT merchant_id, role, store_id, ${firstOfRows('shifts')}, ${first('shift_id')} AS shift_id,
        ${first('agent_id')} AS agent_id, ${first('starts_at_local::DATE')} AS date
      FROM shifts WHERE outcome = 'without_contract' GROUP BY merchant_id, role, store_id) AS gone
    ORDER BY merchant_id, role, store_id`;
  return problemsOfRows(database, rows, (row) =>
    problem('fact-without-contract', placeOf(row), {
      case: 'shift',
      role: textOf(row, 'role'),
      storeId: textOf(row, 'store_id'),
      shiftId: textOf(row, 'shift_id'),
      agentId: textOf(row, 'agent_id'),
      date: textOf(row, 'shown_date'),
      ended: endedContract(row),
      moreRows: moreRows(row),
    }),
  );
}

function endedContract(row: Row): UnownedShift['ended'] {
  const contractId = textOf(row, 'ended_contract');
  return contractId === '' ? null : { contractId, endsOn: textOf(row, 'ended_on') };
}

/** A window that ends before it starts ends on the next day. */
const WINDOW_END = `window_end + CASE WHEN window_end < window_start THEN 1440 ELSE 0 END`;
/** Half-open windows of the day before the shift, of the day on which it starts, and of the day after. */
const INSIDE_WINDOW = `list_has_any([true], list_transform([-1, 0, 1], day ->
  starts_at_local < starts_at_local::DATE + to_days(day) + to_minutes(${WINDOW_END})
  AND ends_at_local > starts_at_local::DATE + to_days(day) + to_minutes(window_start)))`;

async function aggregate(database: Database): Promise<void> {
  await database.run(`
    CREATE TEMP TABLE owned_shifts AS
      SELECT shifts.file, shifts.record, place, owner.contract_id, shifts.agent_id, shifts.shift,
        strftime(starts_at_local, '%Y-%m-%d') AS date, starts_at_instant, ends_at_instant,
        list_contains(uses, 'shift_times') AS has_times, window_start IS NOT NULL AS has_window, has_window AND ${INSIDE_WINDOW} AS is_inside_window
      FROM shifts JOIN shift_owners AS owner ON shifts.file = owner.file AND shifts.record = owner.record
      JOIN contracts ON contracts.contract_id = owner.contract_id
      WHERE outcome = 'billed';
    CREATE TEMP TABLE attendance AS
      SELECT place, contract_id, agent_id, shift, date,
        sum(date_diff('microsecond', starts_at_instant, ends_at_instant))::BIGINT AS worked
      FROM owned_shifts GROUP BY ALL ORDER BY place, agent_id, date, shift;
    CREATE TEMP TABLE shift_times AS
      SELECT place, contract_id, agent_id, shift, date,
        epoch_us(starts_at_instant) AS started, epoch_us(ends_at_instant) AS ended
      FROM owned_shifts WHERE has_times ORDER BY place, started, agent_id, shift;
    CREATE TEMP TABLE custody_days AS
      SELECT DISTINCT place, contract_id, agent_id, date
      FROM owned_shifts WHERE is_inside_window ORDER BY place, agent_id, date;
    UPDATE shifts SET outcome = 'outside_window' FROM owned_shifts AS owned
      WHERE shifts.file = owned.file AND shifts.record = owned.record
        AND owned.has_window AND NOT owned.is_inside_window`);
}

async function outsideWindow(database: Database): Promise<Problem[]> {
  const rows = `SELECT *, ${TIMES} FROM shifts WHERE outcome = 'outside_window' ORDER BY file, record`;
  return problemsOfRows(database, rows, (row) =>
    problem(
      'custody-outside-window',
      { ...placeOf(row), column: 'starts_at' },
      { startsAt: textOf(row, 'starts_at'), endsAt: textOf(row, 'ends_at') },
    ),
  );
}
