/** Prices the contracts of some merchants, and builds their documents: what each owes, without a number yet. */
import { append } from '../append.js';
import type { Draft } from '../documents/document.js';
import type { Facts } from '../facts/facts.js';
import type { Contract } from '../pricing/plans/registry.js';
import type { SurchargedShift } from '../pricing/surcharged-shifts.js';
import type { Usage } from '../pricing/usage.js';
import { blockedMerchants, type Problem } from '../problem.js';
import type { SliceMember } from './merchant-slices.js';
import type { Pricing } from './price-merchants.js';

/** A merchant that no error blocks, and what it is billed, in order of currency. */
interface PricedMember extends SliceMember {
  readonly drafts: readonly Draft[];
}

export interface PricedSlice {
  readonly members: readonly PricedMember[];
  /** The contracts of its merchants, and what they were priced from. */
  readonly contracts: readonly Contract[];
  readonly usageOf: (contractId: string) => Usage;
  readonly surchargedOf: (contract: Contract) => readonly SurchargedShift[];
  readonly problems: readonly Problem[];
}

const NOTHING = { drafts: [], problems: [] };

export async function priceSlice(
  slice: readonly SliceMember[],
  pricing: Pick<Pricing, 'contractsOf' | 'price' | 'surchargedOf'>,
  facts: Pick<Facts, 'usageOf'>,
): Promise<PricedSlice> {
  const contracts = slice.flatMap(({ merchantId }) => pricing.contractsOf(merchantId));
  const usageOf = await facts.usageOf(contracts.map(({ contractId }) => contractId));
  const problems: Problem[] = [];
  const members: PricedMember[] = [];
  for (const member of slice) {
    const { merchant } = member;
    const priced = merchant === null ? NOTHING : pricing.price(merchant, usageOf);
    append(problems, priced.problems);
    if (blockedMerchants(priced.problems).size === 0)
      members.push({ ...member, drafts: priced.drafts });
  }
  const surchargedOf: PricedSlice['surchargedOf'] = (contract) =>
    pricing.surchargedOf(contract, usageOf(contract.contractId));
  return { members, contracts, usageOf, surchargedOf, problems };
}
