/** The plans there are, in the order in which they are listed everywhere. What is said of a plan is asked here. */
import { assert } from '../../problem.js';
import type { HasTag } from '../calendar.js';
import type { PlanColumn } from '../contract-cells.js';
import type { Tiers } from '../contract.js';
import { surchargedShifts, type SurchargedShift } from '../surcharged-shifts.js';
import type { FactUse, Usage } from '../usage.js';
import { baseCommission } from './base-commission.js';
import { consultationLadder } from './consultation-ladder.js';
import { eventHosting } from './event-hosting.js';
import { fixedSalary } from './fixed-salary.js';
import { hourly } from './hourly.js';
import { perConsultation } from './per-consultation.js';
import type { PlanDefinition } from './plan.js';
import { temporaryCustody } from './temporary-custody.js';

const DEFINITIONS = [
  fixedSalary,
  baseCommission,
  consultationLadder,
  eventHosting,
  temporaryCustody,
  hourly,
  perConsultation,
] as const;

type Definition = (typeof DEFINITIONS)[number];

export type Plan = Definition['plan'];
export const PLANS: readonly Plan[] = DEFINITIONS.map(({ plan }) => plan);

/** Any contract: a union discriminated by `plan`. */
export type Contract = NonNullable<ReturnType<Definition['contractOf']>>;

const BY_PLAN: ReadonlyMap<string, PlanDefinition<Contract>> = new Map(
  DEFINITIONS.map((one): [string, PlanDefinition<Contract>] => [one.plan, one]),
);

export function definitionOf(plan: Plan): PlanDefinition<Contract> {
  const definition = BY_PLAN.get(plan);
  assert(definition !== undefined, `${plan} is in the list of plans`);
  return definition;
}

/** Every column that some plan takes and others must leave blank. */
export const PLAN_COLUMNS: readonly PlanColumn[] = [
  ...new Set(DEFINITIONS.flatMap(({ columns }): readonly PlanColumn[] => columns)),
];

/**
 * The facts that a contract is priced from: those of its plan, what its workload is measured by, and the
 * times of its shifts where a surcharge looks at the clock.
 */
export function factsOf(contract: Contract): readonly FactUse[] {
  const facts = new Set<FactUse>(definitionOf(contract.plan).facts);
  if (workloadTiers(contract) !== null) facts.add('workload_consultations');
  if ('surcharges' in contract && contract.surcharges.length > 0) facts.add('shift_times');
  return [...facts];
}

/** The worked time that the surcharge lines of a contract rest on. */
export function surchargedOf(
  contract: Contract,
  usage: Usage,
  hasTag: HasTag,
): readonly SurchargedShift[] {
  if (!('surcharges' in contract)) return [];
  const definition = definitionOf(contract.plan);
  return (
    definition.surcharged?.(contract, usage, hasTag) ?? surchargedShifts(contract, usage, hasTag)
  );
}

/** The tiers by which a contract prices consultations per agent-day, if it does. */
function workloadTiers(contract: Contract): Tiers | null {
  return 'workload' in contract ? contract.workload : null;
}
