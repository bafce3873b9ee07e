/** Documents and problems as the CSVs of a scenario's expectations have them. */
import type { Document } from '../../src/documents/document.js';
import { formatAmount } from '../../src/money/amount.js';
import type { Problem } from '../../src/problem.js';
import { besideFewRows } from '../support/of-few-rows.js';

type Row = Readonly<Record<string, string>>;

export function shownInvoices(documents: readonly Document[]): Row[] {
  return documents.map(({ merchant, currency, type, net, tax, total }) => ({
    merchant_id: merchant.merchantId,
    currency: currency.code,
    type,
    net: formatAmount(net, currency),
    tax: formatAmount(tax, currency),
    total: formatAmount(total, currency),
  }));
}

export function shownLines(documents: readonly Document[]): Row[] {
  return documents.flatMap(({ merchant, currency, lines }) =>
    lines.map((line) => ({
      merchant_id: merchant.merchantId,
      currency: currency.code,
      contract_id: line.contractId,
      kind: line.kind,
      quantity: line.quantity.toDecimal(),
      unit: line.unit,
      unit_price: line.unitPrice.toDecimal(),
      amount: formatAmount(line.amount, currency),
    })),
  );
}

export function shownProblems(problems: readonly Problem[]): Row[] {
  return besideFewRows(problems).map(({ severity, code, merchantId }) => ({
    severity,
    code,
    merchant_id: merchantId ?? '',
  }));
}
