/** What is drawn behind an invoice: the usage that its lines came from. Plain data, for any thread. */
import type { Plan } from '../../pricing/plans/registry.js';
import type { Usage } from '../../pricing/usage.js';

export interface StatementContract {
  readonly contractId: string;
  readonly plan: Plan;
  readonly usage: Usage;
  /** Up to how many consultations the steps of a ladder go; without them, those that the lines name are drawn. */
  readonly limits?: readonly number[];
}

export interface Statement {
  readonly contracts: readonly StatementContract[];
}
