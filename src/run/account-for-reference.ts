/**
 * Every row of the reference tables accounted for: rows read = rows billed + rows left out, by
 * reason + rows rejected. A row is billed where a line of the run rests on it.
 *
 * Of 12 adjustments, 9 are lines, 2 are of other periods and 1 is of a blocked merchant: 9 + 2 + 1 = 12.
 */
import type { ReferenceReads } from '../reference/read-tables.js';
import type { RowOutcome } from '../row-outcome.js';
import type { RowOf, TableRead, TableShape } from '../reference/read-table.js';
import { tableOf } from '../reference/table-names.js';
import { toMinorUnits } from '../money/amount.js';
import { assert, type Problem } from '../problem.js';
import type { AccountedRows } from '../facts/usage/account-for-rows.js';
import { ReferenceJudge, type BilledRun } from './reference-judge.js';

/** By table. A sum that does not close is a broken promise. */
export function accountForReference(reads: ReferenceReads, run: BilledRun): AccountedRows[] {
  const judge = new ReferenceJudge(reads, run);
  const { problems } = run;
  return [
    ...accountFor(reads.merchants, problems, (row) => judge.merchant(row)),
    ...accountFor(reads.contracts, problems, (row) => judge.contract(row)),
    ...accountFor(reads.tiers, problems, (row) => judge.attached(row)),
    ...accountFor(reads.surcharges, problems, (row) => judge.attached(row)),
    ...accountFor(reads.indicators, problems, (row) => judge.attached(row)),
    ...accountFor(reads.bands, problems, (row) => judge.attached(row)),
    ...accountFor(reads.charges, problems, (row) => judge.charge(row)),
    ...accountFor(reads.calendar, problems, (row) => judge.calendarDay(row)),
    ...accountFor(reads.eventDays, problems, (row) => judge.eventDay(row)),
    ...accountFor(reads.scores, problems, (row) => judge.score(row)),
    ...accountFor(reads.indicatorValues, problems, (row) => judge.indicatorValue(row)),
    ...accountFor(
      reads.adjustments,
      problems,
      (row) => judge.adjustment(row),
      ({ currency, amount }) => ({ currency, amount: toMinorUnits(amount.value, currency) }),
    ),
    ...accountFor(reads.rates, problems, (row) => judge.rate(row)),
    ...accountFor(
      reads.receipts,
      problems,
      () => 'not_used',
      ({ currency, amount }) => ({ currency, amount: toMinorUnits(amount.value, currency) }),
    ),
  ];
}

type Money = AccountedRows['money'];

function accountFor<Shape extends TableShape>(
  { file, rows, blankRows, read }: TableRead<Shape>,
  problems: readonly Problem[],
  outcomeOf: (row: RowOf<Shape>) => RowOutcome,
  moneyOf: (row: RowOf<Shape>) => Money = () => null,
): AccountedRows[] {
  if (read === null) return [];
  const told = problems.filter((found) => found.file === file);
  const rejected = recordsOf(told.filter(rejectsRow));
  const unread = recordsOf(told);
  const counts = new OutcomeCounts(read.file, tableOf(file));
  for (const row of rows) {
    unread.delete(row.record);
    if (rejected.has(row.record)) counts.add('rejected', null);
    else counts.add(outcomeOf(row), moneyOf(row));
  }
  // What could not be read is told: a row that vanished without a word is in neither.
  if (unread.size > 0) counts.add('rejected', null, BigInt(unread.size));
  if (blankRows > 0) counts.add('blank_row', null, BigInt(blankRows));
  const accounted = counts.accounted();
  const sum = accounted.reduce((total, one) => total + one.rows, 0n);
  assert(sum === BigInt(read.rows), `the ${read.rows} rows of ${file} are all accounted for`);
  return accounted;
}

function recordsOf(problems: readonly Problem[]): Set<number> {
  return new Set(problems.flatMap(({ record }) => record ?? []));
}

/** Of two rows with one key, the later is not used even where the run was told to go on. */
function rejectsRow({ severity, code }: Problem): boolean {
  return severity === 'error' || code === 'key-conflict';
}

/** Rows of one file by what became of them, in the order in which that was first met. */
class OutcomeCounts {
  private readonly byKey = new Map<string, AccountedRows>();

  constructor(
    private readonly file: string,
    private readonly table: string,
  ) {}

  add(outcome: RowOutcome, money: Money, rows = 1n): void {
    const { file, table } = this;
    const key = `${outcome} ${money?.currency.code ?? ''}`;
    const known = this.byKey.get(key);
    const amount = (known?.money?.amount ?? 0n) + (money?.amount ?? 0n);
    this.byKey.set(key, {
      file,
      table,
      outcome,
      rows: (known?.rows ?? 0n) + rows,
      money: money === null ? null : { currency: money.currency, amount },
    });
  }

  accounted(): AccountedRows[] {
    return [...this.byKey.keys()].sort().flatMap((key) => this.byKey.get(key) ?? []);
  }
}
