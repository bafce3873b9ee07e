/** `receipts.csv`: what merchants paid, and what was paid back to them. */
import type { Receipt } from '../documents/accounts/receipt.js';
import { toMinorUnits } from '../money/amount.js';
import { problem, type Problem } from '../problem.js';
import { nearestWord } from '../words/nearest-word.js';
import { namedMerchant, readTable, type RowOf, type TableRead } from './read-table.js';
import { RECEIPTS } from './table-specs.js';

export interface ReceiptsRead extends TableRead<(typeof RECEIPTS)['shape']> {
  /** Without those that have a problem. */
  readonly receipts: readonly Receipt[];
}

export const NO_RECEIPTS: ReceiptsRead = {
  file: RECEIPTS.file,
  place: RECEIPTS.file,
  receipts: [],
  rows: [],
  cells: [],
  rejected: [],
  blankRows: 0,
  headerRow: 1,
  headers: new Map(),
  problems: [],
  read: null,
};

type ReceiptCells = RowOf<(typeof RECEIPTS)['shape']>;

/** `merchants` are those that there are, whatever else is known of them; null: nobody can tell yet. */
export async function readReceipts(
  folder: string,
  merchants: ReadonlySet<string> | null,
): Promise<ReceiptsRead> {
  const table = await readTable(folder, RECEIPTS, (cells) => {
    const merchantId = namedMerchant(cells);
    return merchantId !== null && isKnown(merchantId, merchants) ? merchantId : null;
  });
  const { rows, problems } = table;
  const doubled = new Set(
    problems.flatMap(({ code, record }) => (code === 'key-conflict' ? (record ?? []) : [])),
  );
  const found = rows.map((row) => receiptProblem(row, merchants));
  const isSound = (row: ReceiptCells, at: number): boolean =>
    found[at] === null && !doubled.has(row.record);
  return {
    ...table,
    receipts: rows.filter(isSound).map(receiptOf),
    problems: [...problems, ...found.flatMap((one) => one ?? [])],
  };
}

function receiptOf(row: ReceiptCells): Receipt {
  return {
    record: row.record,
    receiptId: row.receipt_id,
    merchantId: row.merchant_id,
    currency: row.currency,
    receivedOn: row.received_on,
    kind: row.kind,
    amount: toMinorUnits(row.amount.value, row.currency),
    number: row.number,
  };
}

function isKnown(merchantId: string, merchants: ReadonlySet<string> | null): boolean {
  return merchants?.has(merchantId) ?? true;
}

function receiptProblem(row: ReceiptCells, merchants: ReadonlySet<string> | null): Problem | null {
  const { record, receipt_id: receiptId, merchant_id: merchantId, currency } = row;
  const { value, fractionDigits } = row.amount;
  const place = { file: RECEIPTS.file, record, merchantId };
  if (!isKnown(merchantId, merchants))
    return problem(
      'merchant-unknown',
      { ...place, column: 'merchant_id', merchantId: null },
      {
        case: 'receipt',
        receiptId,
        merchantId,
        nearest: nearestWord(merchantId, [...(merchants ?? [])]),
      },
    );
  if (value.isNegative() || value.isZero())
    return problem(
      'number-out-of-range',
      { ...place, column: 'amount' },
      { case: 'positive', cell: value.toDecimal() },
    );
  if (fractionDigits > currency.fractionDigits)
    return problem(
      'money-too-precise',
      { ...place, column: 'amount' },
      {
        case: 'receipt',
        receiptId,
        digits: fractionDigits,
        currency: currency.code,
        digitsMax: currency.fractionDigits,
      },
    );
  return null;
}
