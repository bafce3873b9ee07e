/** The writer of a run's files for accounting systems, which may be for none. */
import { BookedCodesOf } from '../ledger/booked-codes.js';
import type { Ledger } from '../ledger/read-ledger.js';
import { FinanceFiles } from '../output/books/finance-files.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { BilledRows } from './billed-rows.js';

/**
 * The rates that the files are written with count as billed. A reversal takes the codes and the rate
 * under which what it reverses was booked.
 */
export function financeFilesOf(
  output: string,
  { finance, exchangeRates }: Pick<ReferenceTables, 'finance' | 'exchangeRates'>,
  ledger: Ledger,
  billed: BilledRows,
): FinanceFiles {
  const booked = new BookedCodesOf(output, ledger.batches);
  const entries = new Map(ledger.issued.map((entry) => [entry.number, entry]));
  return new FinanceFiles({
    ...finance,
    rates: (period, from, to) => {
      const found = exchangeRates.find(
        (row) => row.period === period && row.from.code === from && row.to.code === to,
      );
      if (found !== undefined) billed.addRate(found.from, found.to);
      return found?.rate;
    },
    bookedCodes: async ({ cancels }) => {
      const entry = cancels === null ? undefined : entries.get(cancels);
      return entry === undefined ? null : booked.codesOf(entry.number, entry.place.batch);
    },
  });
}
