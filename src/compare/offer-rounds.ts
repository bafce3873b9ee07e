/**
 * Which offers can be rolled up together. Two that make the same use of facts would compete for them, so
 * that each round has one contract for each use; offers that the engine sees alike share one.
 *
 * > Salary and custody both use shifts, a ladder uses consultations: two rounds, salary with the ladder
 * > and custody. Two salaries at different rates are one.
 */
import { seenOfContract } from '../facts/usage/load-contracts.js';
import { groupBy } from '../group-by.js';
import { factsOf, type Contract } from '../pricing/plans/registry.js';
import type { Offer } from '../reference/offers.js';

/** A contract that owns the facts of the offers that are seen as it is. */
interface Carrier {
  /** What they have in common. */
  readonly key: string;
  readonly contract: Contract;
}

export type Round = readonly Carrier[];

export function carrierKey({ contract }: Offer): string {
  return seenOfContract(contract);
}

export function offerRounds(offers: readonly Offer[]): Round[] {
  const rounds: Carrier[][] = [];
  for (const [key, [{ contract }]] of groupBy(offers, carrierKey)) {
    const carrier = { key, contract };
    const free = rounds.find((round) => !round.some((one) => compete(one.contract, contract)));
    if (free === undefined) rounds.push([carrier]);
    else free.push(carrier);
  }
  return rounds;
}

function compete(left: Contract, right: Contract): boolean {
  const uses = new Set(factsOf(left));
  return factsOf(right).some((use) => uses.has(use));
}
