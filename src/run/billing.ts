/** What is known of a run once its facts are rolled up and its ledger is read. */
import type { Facts } from '../facts/facts.js';
import type { Ledger } from '../ledger/read-ledger.js';
import type { LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import type { ReferenceRead } from '../reference/read-reference.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { BalancesBefore } from './balances-before.js';
import type { RunRequest } from './run-request.js';

export interface Billing {
  readonly request: RunRequest;
  readonly tables: ReferenceTables;
  readonly reference: Pick<ReferenceRead, 'files' | 'reads'>;
  readonly facts: Facts;
  readonly ledger: Ledger;
  readonly balances: BalancesBefore;
  readonly span: BillingSpan;
  readonly issueDate: LocalDate;
}
