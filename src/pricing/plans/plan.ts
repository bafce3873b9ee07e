/** What a plan is: everything that is said of it, in one value of its own file. */
import type { BillingSpan } from '../../period/period.js';
import type { PlanColumn } from '../contract-cells.js';
import type { ContractReader } from '../contract-reader.js';
import type { ContractTerms, Scale } from '../contract.js';
import type { ExchangeRates } from '../exchange.js';
import type { Achievements } from '../lines/appraisal.js';
import type { Calendar, HasTag } from '../calendar.js';
import type { PricedLines } from '../priced.js';
import type { SurchargedShift } from '../surcharged-shifts.js';
import type { FactUse, Usage } from '../usage.js';

/** What people keep by hand for the billed period, beside the contract. */
export interface PricingContext {
  readonly span: BillingSpan;
  readonly achieved: Achievements;
  readonly rates: ExchangeRates;
  readonly calendar: Calendar;
}

export interface PlanDefinition<Contract extends ContractTerms = ContractTerms> {
  readonly plan: string;
  /** The facts that every contract of the plan is priced from; see {@link FactUse}. */
  readonly facts: readonly FactUse[];
  /** The columns of `contracts.csv` that it takes besides those of every contract. */
  readonly columns: readonly PlanColumn[];
  /** The scales of tiers that it takes. */
  readonly scales: readonly Scale[];
  /** The contract that a row says; null where the row has a problem, which the reader holds. */
  contractOf(reader: ContractReader): Contract | null;
  /** The lines of a contract, before what every contract may add to them. */
  price(contract: Contract, usage: Usage, context: PricingContext): PricedLines;
  /** The worked time that its surcharge lines rest on, where that is not all that lies under a surcharge. */
  surcharged?(contract: Contract, usage: Usage, hasTag: HasTag): readonly SurchargedShift[];
}
