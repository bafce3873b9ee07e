/** What is drawn beside and behind an invoice's lines: the usage that they came from. Plain data, for any thread. */
import type { MinorUnits } from '../../money/amount.js';
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
  /** What the merchant owed before the document; null where it does not say that. */
  readonly balanceBefore: MinorUnits | null;
  readonly contracts: readonly StatementContract[];
}
