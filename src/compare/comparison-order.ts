/** In which order a comparison is told, and which problems of the input it has nothing to do with. */
import { groupInOrder } from '../group-by.js';
import type { ComparisonCell } from '../output/comparison/comparison-data.js';
import type { Problem } from '../problem.js';
import {
  ADJUSTMENTS,
  CHARGES,
  CONTRACT_SURCHARGES,
  CONTRACT_TIERS,
  CONTRACTS,
  KPI_BANDS,
  KPI_INDICATORS,
  KPI_VALUES,
} from '../reference/table-specs.js';

/** By merchant, period, and offer as the offers are listed; each month had them by merchant and offer. */
export function inOrderOfCells(
  cells: readonly ComparisonCell[],
  offers: readonly { readonly offerId: string }[],
): ComparisonCell[] {
  const places = new Map(offers.map(({ offerId }, at) => [offerId, at]));
  const placeOf = ({ offerId }: ComparisonCell): number => places.get(offerId) ?? 0;
  return [...groupInOrder(cells, ({ merchantId }) => merchantId).values()].flatMap((of) =>
    [...groupInOrder(of, ({ period }) => period).values()].flatMap((month) =>
      [...month].sort((left, right) => placeOf(left) - placeOf(right)),
    ),
  );
}

/** What merchants have signed. */
const OF_CONTRACTS: readonly string[] = [
  CONTRACTS,
  CONTRACT_TIERS,
  CONTRACT_SURCHARGES,
  CHARGES,
  KPI_INDICATORS,
  KPI_BANDS,
  KPI_VALUES,
  ADJUSTMENTS,
].map(({ file }) => file);

/** An offer is priced whatever is wrong with the contract in whose place it would stand. */
export function notAboutContracts({ file }: Problem): boolean {
  return !OF_CONTRACTS.includes(file);
}
