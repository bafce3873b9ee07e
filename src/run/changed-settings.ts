/** Settings that all months of a ledger share: a change would count refunds twice or never. */
import type { Provider } from '../documents/document.js';
import type { Batch } from '../ledger/batch.js';
import { problem, type Problem } from '../problem.js';

/** Compares with what a published batch was billed with; null: none is published yet. */
export function changedSettings(
  published: Pick<Batch, 'manifest'> | null,
  { settlementDays, timeZone }: Pick<Provider, 'settlementDays' | 'timeZone'>,
): Problem[] {
  if (published === null) return [];
  const { manifest } = published;
  if (manifest.settlement_days === settlementDays && manifest.time_zone === timeZone) return [];
  const { period } = manifest;
  return [problem('settings-changed', { file: 'provider.json' }, { period })];
}
