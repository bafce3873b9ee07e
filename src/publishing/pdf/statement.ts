/** What is drawn behind an invoice: the usage that its lines came from. */
import type { Plan, Tier } from '../../pricing/contract.js';
import type { Usage } from '../../pricing/usage.js';

export interface StatementContract {
  readonly contractId: string;
  readonly plan: Plan;
  readonly usage: Usage;
  /** The steps of a consultation ladder; without them, those that the lines name are drawn. */
  readonly tiers?: readonly Tier[];
}

export interface Statement {
  readonly contracts: readonly StatementContract[];
}
