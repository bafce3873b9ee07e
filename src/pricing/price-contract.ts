/** One contract, its usage and what people keep by hand → its lines. */
import type { BillingSpan } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import type { ContractLine } from './contract-line.js';
import { isInForce } from './contract.js';
import type { Line } from './line.js';
import { adjustmentLine, type Adjustment } from './lines/adjustment.js';
import { chargeLines } from './lines/charge.js';
import { discountLines } from './lines/discount.js';
import { maximumLines } from './lines/maximum.js';
import { minimumLines } from './lines/minimum.js';
import type { PricingContext } from './plans/plan.js';
import { definitionOf, type Contract } from './plans/registry.js';
import type { Usage } from './usage.js';

/** Lines, or the problems for which there are none. */
export interface Priced {
  readonly lines: readonly Line[];
  readonly problems: readonly Problem[];
}

/** The lines in their order: plan, discount, minimum, maximum, charges. */
export function priceContract(contract: Contract, usage: Usage, context: PricingContext): Priced {
  const unknown = unknownTags(contract, context);
  if (unknown.length > 0) return { lines: [], problems: unknown };
  const plan = definitionOf(contract.plan).price(contract, usage, context);
  const { span } = context;
  const lines = [discountLines, minimumLines, maximumLines, chargeLines].reduce<
    readonly ContractLine[]
  >((before, linesOf) => [...before, ...linesOf(contract, span, before)], plan.lines);
  return { lines: lines.map((line) => ofPlan(contract, line)), problems: plan.problems };
}

/** A tag that no date of the year has is a slip of the hand, or a calendar that nobody has written yet. */
function unknownTags(contract: Contract, { span, calendar }: PricingContext): Problem[] {
  if (!('surcharges' in contract)) return [];
  const year = span.period.id.slice(0, 4);
  const known = calendar.tagsOf(year);
  const tags = new Set(contract.surcharges.flatMap(({ dayTag }) => dayTag ?? []));
  return [...tags]
    .filter((tag) => !known.includes(tag))
    .map((tag) =>
      problem(
        'tag-unknown',
        { file: 'calendar.csv', column: 'tag', merchantId: contract.merchantId },
        { contractId: contract.contractId, tag, year, tags: known },
      ),
    );
}

/** A line taxed as its contract is, or as the lowest contract id in force in its currency. */
export function priceAdjustment(
  adjustment: Adjustment,
  contracts: readonly Contract[],
  span: BillingSpan,
): Priced {
  const contract = contractOf(adjustment, contracts, span);
  if (contract === undefined) return { lines: [], problems: [withoutContract(adjustment, span)] };
  return { lines: [ofPlan(contract, adjustmentLine(contract, span, adjustment))], problems: [] };
}

function ofPlan({ plan }: Contract, line: ContractLine): Line {
  return { ...line, plan };
}

function contractOf(
  { contractId, currency }: Adjustment,
  contracts: readonly Contract[],
  { period, through }: BillingSpan,
): Contract | undefined {
  if (contractId !== null) return contracts.find((contract) => contract.contractId === contractId);
  return contracts
    .filter((contract) => contract.currency.code === currency.code)
    .filter((contract) => isInForce(contract, period.firstDay, through))
    .sort((left, right) => (left.contractId < right.contractId ? -1 : 1))[0];
}

function withoutContract(adjustment: Adjustment, span: BillingSpan): Problem {
  return problem(
    'adjustment-without-contract',
    {
      file: 'adjustments.csv',
      record: adjustment.record,
      column: 'contract_id',
      merchantId: adjustment.merchantId,
    },
    {
      adjustmentId: adjustment.adjustmentId,
      merchantId: adjustment.merchantId,
      currency: adjustment.currency.code,
      period: span.period.id,
    },
  );
}
