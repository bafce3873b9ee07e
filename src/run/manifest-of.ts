/** The manifest of what a run publishes, before its files are written. */
import { controlTotals } from '../ledger/control-totals.js';
import type { Manifest } from '../ledger/manifest.js';
import { sha256 } from '../ledger/sha256.js';
import type { Billing } from './billing.js';
import { inputRecords } from './input-records.js';
import type { RunSoFar } from './run-so-far.js';
import { VERSION } from '../version.js';

/** The first batch of a ledger gives it its id, which comes of its input alone, so that bytes repeat. */
export function manifestOf(billing: Billing, { documents }: RunSoFar): Omit<Manifest, 'outputs'> {
  const { tables, ledger, span, facts } = billing;
  const inputs = inputRecords(billing);
  return {
    period: span.period.id,
    batch: ledger.batches.length + 1,
    previous: ledger.last?.hash ?? null,
    earlier: ledger.earlier,
    ledger: ledger.id ?? sha256(JSON.stringify(inputs)).slice(0, 16),
    version: VERSION,
    arguments: argumentsOf(billing),
    provider: { name: tables.provider.name, tax_id: tables.provider.taxId },
    settlement_days: tables.provider.settlementDays,
    time_zone: tables.provider.timeZone,
    facts: facts.extents.tables,
    inputs,
    control_totals: controlTotals(documents),
  };
}

function argumentsOf({ request, issueDate }: Billing): Manifest['arguments'] {
  const accepted = [...request.acceptIncomplete].sort().join(',');
  return {
    issue_date: issueDate,
    accept_rejected: request.acceptRejected,
    ...(request.clock != null && { clock: request.clock }),
    ...(accepted !== '' && { accept_incomplete: accepted }),
  };
}
