/** The documents of a slice, each with the usage behind its lines. */
import type { Document } from '../documents/document.js';
import type { DocumentWithStatement } from '../output/batch-writer.js';
import type { StatementContract } from '../output/pdf/statement.js';
import type { Rational } from '../money/rational.js';
import type { Contract } from '../pricing/plans/registry.js';
import type { BalancesBefore } from './balances-before.js';
import type { PricedSlice } from './price-slice.js';

const MICROSECONDS_PER_HOUR = 3_600_000_000n;

/** A reversal has none, since it is made from the ledger alone. */
export function documentsWithStatements(
  documents: readonly Document[],
  priced: Pick<PricedSlice, 'contracts' | 'usageOf' | 'surchargedOf'>,
  balances: Pick<BalancesBefore, 'before'>,
  /** By merchant, for workbooks; null where none is asked for. */
  orders: ReadonlyMap<string, string> | null = null,
): DocumentWithStatement[] {
  const contractById = new Map(priced.contracts.map((contract) => [contract.contractId, contract]));
  return documents.map((document) => {
    const ids = document.cancels === null ? contractIdsOf(document) : [];
    const { merchantId } = document.merchant;
    const isReversal = document.cancels !== null;
    const shown = ids.flatMap((id) => contractById.get(id) ?? []);
    return {
      document,
      statement: {
        balanceBefore: balances.before(document),
        contracts: shown.map((contract) => statementOf(contract, priced)),
      },
      workbookOrders: orders === null ? null : isReversal ? '' : (orders.get(merchantId) ?? ''),
    };
  });
}

/** In order of id. */
function contractIdsOf({ lines }: Document): string[] {
  return [...new Set(lines.map(({ contractId }) => contractId))].sort();
}

function statementOf(
  contract: Contract,
  { usageOf, surchargedOf }: Pick<PricedSlice, 'usageOf' | 'surchargedOf'>,
): StatementContract {
  const { contractId, plan } = contract;
  const usage = usageOf(contractId);
  const surcharged = surchargedOf(contract).map(({ surcharge, agentId, date, times }) => {
    return { surcharge: surcharge.name, agentId, date, times };
  });
  const shown = { contractId, plan, usage, surcharged };
  if (plan === 'temporary_custody') return { ...shown, window: contract.window };
  if ('hoursPerDay' in contract)
    return { ...shown, fullDayMicroseconds: fullDayOf(contract.hoursPerDay) };
  if (plan !== 'consultation_ladder') return shown;
  const limits = contract.tiers.flatMap(({ upTo }) =>
    upTo === null ? [] : Number(upTo.numerator) / Number(upTo.denominator),
  );
  return { ...shown, limits };
}

/** Cut to a whole microsecond: it is drawn, and never billed. */
function fullDayOf(hoursPerDay: Rational): bigint {
  return (hoursPerDay.numerator * MICROSECONDS_PER_HOUR) / hoursPerDay.denominator;
}
