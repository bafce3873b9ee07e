/** One line of a document: what a contract bills, under its plan. */
import type { ContractLine } from './contract-line.js';
import type { Plan } from './plans/registry.js';

export interface Line extends ContractLine {
  readonly plan: Plan;
}
