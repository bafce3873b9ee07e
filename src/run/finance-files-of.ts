/** The writer of a run's files for accounting systems, which may be for none. */
import { FinanceFiles } from '../output/books/finance-files.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { BilledRows } from './billed-rows.js';

/** The rates that the files are written with count as billed. */
export function financeFilesOf(
  { finance, exchangeRates }: Pick<ReferenceTables, 'finance' | 'exchangeRates'>,
  billed: BilledRows,
): FinanceFiles {
  return new FinanceFiles(finance.profiles, finance.settings, (period, from, to) => {
    const found = exchangeRates.find(
      (row) => row.period === period && row.from.code === from && row.to.code === to,
    );
    if (found !== undefined) billed.addRate(found.from, found.to);
    return found?.rate;
  });
}
