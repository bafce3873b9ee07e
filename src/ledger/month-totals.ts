/** What a published month comes to by merchant and currency, of its `invoices.csv` alone. */
import { join } from 'node:path';
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { findCurrency } from '../money/currency.js';
import { toMinorUnits, type MinorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import { throwSystemFault } from '../system-fault.js';
import { batchPlace } from './batch-place.js';
import { listBatches } from './list-batches.js';

/** By merchant and currency, see {@link seriesOf}. */
export type MonthTotals = ReadonlyMap<string, MinorUnits>;

export function seriesOf(merchantId: string, currency: string): string {
  return JSON.stringify([merchantId, currency]);
}

/**
 * Reversals count too: what was cancelled comes to nothing. Empty where nothing is published; a month
 * that cannot be read tells nothing either, since nothing is billed by it.
 */
export async function monthTotals(output: string, period: string): Promise<MonthTotals> {
  const totals = new Map<string, MinorUnits>();
  for (const sequence of await listBatches(output, period)) {
    const path = join(output, batchPlace(period, sequence), 'invoices.csv');
    const rows = createReadStream(path).pipe(parse({ bom: true, columns: true }));
    try {
      for await (const row of rows) addTo(totals, row as Readonly<Record<string, string>>);
    } catch (error) {
      throwSystemFault(error);
      return new Map();
    }
  }
  return totals;
}

function addTo(totals: Map<string, MinorUnits>, row: Readonly<Record<string, string>>): void {
  const currency = findCurrency(row['currency'] ?? '');
  const total = Rational.parseDecimal(row['total'] ?? '');
  if (currency === undefined || total === undefined) return;
  const amount = toMinorUnits(total, currency);
  const series = seriesOf(row['merchant_id'] ?? '', currency.code);
  totals.set(series, (totals.get(series) ?? 0n) + amount);
}
