/** What is drawn beside and behind an invoice's lines: the usage that they came from. Plain data, for any thread. */
import type { MinorUnits } from '../../money/amount.js';
import type { ClockSpan } from '../../period/clock-spans.js';
import type { LocalDate } from '../../period/local-date.js';
import type { ClockWindow } from '../../pricing/contract.js';
import type { Plan } from '../../pricing/plans/registry.js';
import type { Usage } from '../../pricing/usage.js';

/** Times of one shift under one surcharge. */
export interface SurchargedTimes {
  readonly surcharge: string;
  readonly agentId: string;
  /** The date on which the shift starts. */
  readonly date: LocalDate;
  /** In order of time; a time over midnight is two. */
  readonly times: readonly ClockSpan[];
}

export interface StatementContract {
  readonly contractId: string;
  readonly plan: Plan;
  readonly usage: Usage;
  /** What its surcharges rest on, in order of start. */
  readonly surcharged: readonly SurchargedTimes[];
  /** From how much worked time on a day is a whole one; without it, every day is. */
  readonly fullDayMicroseconds?: bigint;
  /** In which time custody is billed. */
  readonly window?: ClockWindow;
  /** Up to how many consultations the steps of a ladder go; without them, those that the lines name are drawn. */
  readonly limits?: readonly number[];
}

export interface Statement {
  /** What the merchant owed before the document; null where it does not say that. */
  readonly balanceBefore: MinorUnits | null;
  readonly contracts: readonly StatementContract[];
}
