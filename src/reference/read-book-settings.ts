/** What files for the books need of an input folder besides documents: codes, formats and rates. */
import type { Rational } from '../money/rational.js';
import type { Problem } from '../problem.js';
import type { FinanceProfileName } from './finance-profiles.js';
import type { FinanceSettings } from './finance-settings.js';
import { NO_FINANCE, readFinance } from './read-finance.js';
import { readProvider } from './read-provider.js';
import type { FinanceTemplate } from './reference-tables.js';
import { readTable } from './read-table.js';
import { atPlaces, placesOf } from './table-places.js';
import { EXCHANGE_RATES } from './table-specs.js';

export interface BookSettings {
  readonly profiles: readonly FinanceProfileName[];
  readonly settings: FinanceSettings;
  readonly template: FinanceTemplate | null;
  /** Units of the second currency per unit of the first in a period. */
  readonly rates: (period: string, from: string, to: string) => Rational | undefined;
  readonly problems: readonly Problem[];
}

/** `profiles`: the accounting systems to write for; null: those of provider.json. */
export async function readBookSettings(
  folder: string,
  profiles: readonly FinanceProfileName[] | null,
): Promise<BookSettings> {
  const provider = profiles === null ? await readProvider(folder) : null;
  const wanted = profiles ?? provider?.finance ?? [];
  const finance = wanted.length === 0 ? NO_FINANCE : await readFinance(folder);
  const rates = await readTable(folder, EXCHANGE_RATES);
  return {
    profiles: wanted,
    settings: finance.settings ?? {},
    template: finance.template,
    rates: (period, from, to) =>
      rates.rows.find(
        (row) =>
          row.period === period && row.from_currency.code === from && row.to_currency.code === to,
      )?.rate,
    problems: [
      ...(provider?.problems ?? []),
      ...finance.problems,
      ...atPlaces(rates.problems, placesOf([rates])),
    ],
  };
}
