/** Settings that all months of a ledger share: a change would count refunds twice or never. */
import type { Provider } from '../documents/document.js';
import type { Batch } from '../ledger/batch.js';
import { problem, type Problem } from '../problem.js';

/** Compares with what a published batch was billed with; null: none is published yet. */
export function changedSettings(
  published: Pick<Batch, 'manifest'> | null,
  provider: Pick<Provider, 'settlementDays' | 'timeZone' | 'name' | 'taxId'>,
): Problem[] {
  if (published === null) return [];
  const { manifest } = published;
  const { settlementDays, timeZone } = provider;
  const { period } = manifest;
  const problems: Problem[] = [];
  if (manifest.settlement_days !== settlementDays || manifest.time_zone !== timeZone)
    problems.push(
      problem('settings-changed', { file: 'provider.json' }, { case: 'refunds', period }),
    );
  const { name, tax_id: taxId } = manifest.provider;
  if (!isSameProvider(manifest.provider, provider))
    problems.push(
      problem(
        'settings-changed',
        { file: 'provider.json' },
        { case: 'provider', period, name, taxId },
      ),
    );
  return problems;
}

/** A company may take another name, and keeps its tax id. */
function isSameProvider(
  published: Batch['manifest']['provider'],
  { name, taxId }: Pick<Provider, 'name' | 'taxId'>,
): boolean {
  if (published.tax_id !== taxId) return false;
  return taxId !== '' || published.name === name;
}
