/** The lines of one merchant → one draft per currency. */
import { groupInOrder } from '../group-by.js';
import { sumAmounts } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { LocalDate } from '../period/local-date.js';
import type { Period } from '../period/period.js';
import type { Contract } from '../pricing/plans/registry.js';
import type { Line } from '../pricing/line.js';
import { assert, problem, type Problem } from '../problem.js';
import type { Draft, Merchant } from './document.js';
import { dueDate } from './due-date.js';
import { taxSubtotals } from './tax.js';

/** Drafts in order of currency; none where a document would mix tax included and excluded. */
export function draftDocuments(
  merchant: Merchant,
  contracts: readonly Contract[],
  lines: readonly Line[],
  period: Period,
  issueDate: LocalDate,
): { drafts: Draft[]; problems: Problem[] } {
  const contractById = new Map(contracts.map((contract) => [contract.contractId, contract]));
  const currencyOf = ({ contractId }: Line): Currency => {
    const contract = contractById.get(contractId);
    assert(contract !== undefined, 'a line is of a contract of its merchant');
    return contract.currency;
  };
  const byCurrency = groupInOrder(lines, (line) => currencyOf(line).code);
  const groups = [...byCurrency.values()].map((of) => ({ currency: currencyOf(of[0]), lines: of }));
  const problems = groups.flatMap((group) => taxMixed(merchant, group.currency, group.lines));
  if (problems.length > 0) return { drafts: [], problems };
  const termsOf = (of: readonly Line[]): Contract['paymentTerms'][] =>
    of.flatMap(({ contractId }) => contractById.get(contractId)?.paymentTerms ?? []);
  return {
    drafts: groups.map((group) => ({
      merchant,
      currency: group.currency,
      lines: group.lines,
      ...totals(group.currency, group.lines),
      dueDate: dueDate(termsOf(group.lines), period, issueDate),
    })),
    problems: [],
  };
}

function totals(
  currency: Currency,
  lines: readonly Line[],
): Pick<Draft, 'taxes' | 'net' | 'tax' | 'total'> {
  const taxes = taxSubtotals({ currency, lines });
  const net = sumAmounts(taxes.map(({ base }) => base));
  const tax = sumAmounts(taxes.map((subtotal) => subtotal.tax));
  return { taxes, net, tax, total: net + tax };
}

function taxMixed(merchant: Merchant, currency: Currency, lines: readonly Line[]): Problem[] {
  const included = new Set(lines.map(({ taxIncluded }) => taxIncluded));
  if (included.size < 2) return [];
  return [
    problem(
      'tax-mixed',
      { file: 'contracts.csv', column: 'tax_included', merchantId: merchant.merchantId },
      { merchantId: merchant.merchantId, currency: currency.code },
    ),
  ];
}
