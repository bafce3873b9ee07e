/** Writes `comparison/` of the output folder anew: two CSVs, a page, and a one-page PDF for each merchant. */
import type { Language } from '../../documents/document.js';
import { groupBy } from '../../group-by.js';
import { replaceFolder } from '../../ledger/replace-folder.js';
import { writeSynced } from '../../ledger/write-synced.js';
import { localDate } from '../../period/local-date.js';
import { parsePeriod } from '../../period/period.js';
import { assert } from '../../problem.js';
import { spokenOf } from '../../words/language.js';
import { csvOf } from '../csv/csv.js';
import { breakEvenTable, comparisonTable } from './comparison-csv.js';
import {
  BREAK_EVEN_CSV,
  COMPARISON_CSV,
  COMPARISON_PAGE,
  comparisonPdf,
  type ComparisonData,
} from './comparison-data.js';
import { comparisonPage } from './comparison-page.js';
import { renderComparison } from './comparison-pdf.js';
import { sumsByMerchant } from './comparison-sums.js';

export const COMPARISON_FOLDER = 'comparison';

/** `language` is that of the page and of the CSVs; each PDF is in its merchant's. */
export async function writeComparison(
  output: string,
  data: ComparisonData,
  language: Language,
): Promise<void> {
  const { cells, breakEvens } = data;
  const spoken = spokenOf(language);
  await replaceFolder(output, COMPARISON_FOLDER, async (folder) => {
    const csv = csvOf(comparisonTable(data, spoken), cells);
    const meetings = csvOf(breakEvenTable(data, spoken), breakEvens);
    const written = [
      await writeSynced(folder, COMPARISON_CSV, csv, cells.length),
      await writeSynced(folder, BREAK_EVEN_CSV, meetings, breakEvens.length),
      await writeSynced(folder, COMPARISON_PAGE, comparisonPage(data, language), null),
    ];
    for (const { merchantId, pdf } of pdfsOf(data))
      written.push(await writeSynced(folder, comparisonPdf(merchantId), pdf, null));
    return written;
  });
}

/** One after the other: nothing holds all of them. */
function* pdfsOf(data: ComparisonData): Generator<{ merchantId: string; pdf: Buffer }> {
  const merchants = new Map(data.merchants.map((one) => [one.merchantId, one]));
  const cells = groupBy(data.cells, ({ merchantId }) => merchantId);
  const breakEvens = groupBy(data.breakEvens, ({ merchantId }) => merchantId);
  const last = parsePeriod(data.periods.at(-1) ?? '');
  const created = last?.lastDay ?? localDate('2000-01-01');
  for (const sum of sumsByMerchant(data)) {
    const { merchantId } = sum;
    const merchant = merchants.get(merchantId);
    assert(merchant !== undefined, `${merchantId} is a merchant that was compared`);
    const own = {
      ...data,
      cells: cells.get(merchantId) ?? [],
      breakEvens: breakEvens.get(merchantId) ?? [],
    };
    yield { merchantId, pdf: renderComparison(merchant, sum, own, created) };
  }
}
