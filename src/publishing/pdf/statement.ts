/** What is drawn behind an invoice: the usage that its lines came from. */
import type { Plan } from '../../pricing/contract.js';
import type { Usage } from '../../pricing/usage.js';

export interface Statement {
  readonly contracts: readonly {
    readonly contractId: string;
    readonly plan: Plan;
    readonly usage: Usage;
  }[];
}
