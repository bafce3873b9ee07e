/** The currencies there are → a table of the engine. */
import { allCurrencies } from '../../money/currency.js';
import type { Database } from '../database.js';
import { emptyTable } from '../engine-tables/engine-tables.js';

/** Makes `currencies`. */
export async function loadCurrencies(database: Database): Promise<void> {
  await database.run(emptyTable('currencies'));
  await database.append(
    'currencies',
    [...allCurrencies()].map(({ code, fractionDigits }) => [code, String(fractionDigits)]),
  );
}
