/** What tables beside contracts.csv say of each contract: tiers, surcharges, charges, indicators. */
import type { ContractAttachments } from '../pricing/contract-reader.js';
import { groupBy } from '../group-by.js';
import type { Problem } from '../problem.js';
import { chargesOf, type ChargeCells } from './charges.js';
import { tiersByScale, type TierRow } from './tiers-by-scale.js';
import { indicatorsOf, type BandCells, type IndicatorCells } from './indicators.js';
import { surchargesOf, type SurchargeCells } from './surcharges.js';
import type { ContractRow } from './table-specs.js';

/** The readable rows of the tables that are about contracts. */
export interface AttachedRows {
  readonly tiers: readonly TierRow[];
  readonly surcharges: readonly SurchargeCells[];
  readonly charges: readonly ChargeCells[];
  readonly indicators: readonly IndicatorCells[];
  readonly bands: readonly BandCells[];
}

/** Looks up what is attached to one contract; a problem belongs to the contract's merchant. */
export type Attachments = (contract: ContractRow) => {
  readonly attachments: ContractAttachments;
  readonly problems: readonly Problem[];
};

export function attachmentsOf(rows: AttachedRows): Attachments {
  const tiers = byContract(rows.tiers);
  const surcharges = byContract(rows.surcharges);
  const charges = byContract(rows.charges);
  const indicators = byContract(rows.indicators);
  const bands = byContract(rows.bands);
  return (contract) => {
    const { contract_id: id, merchant_id: merchantId } = contract;
    const ofTiers = tiersByScale(tiers(id), merchantId);
    const ofSurcharges = surchargesOf(surcharges(id), merchantId);
    const ofCharges = chargesOf(charges(id), contract);
    const ofIndicators = indicatorsOf(indicators(id), bands(id), merchantId);
    return {
      attachments: {
        tiersByScale: ofTiers.byScale,
        surcharges: ofSurcharges.surcharges,
        charges: ofCharges.charges,
        indicators: ofIndicators.indicators,
      },
      problems: [
        ...ofTiers.problems,
        ...ofSurcharges.problems,
        ...ofCharges.problems,
        ...ofIndicators.problems,
      ],
    };
  };
}

/** Rows by contract, in the order of the file. */
function byContract<Row extends { readonly contract_id: string }>(
  rows: readonly Row[],
): (contractId: string) => readonly Row[] {
  const groups = groupBy(rows, ({ contract_id: contractId }) => contractId);
  return (contractId) => groups.get(contractId) ?? [];
}
