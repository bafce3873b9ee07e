/** A statement of orders → what it says of each contract: how many orders of each kind, and the first of them. */
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { unguarded } from '../formula-guard.js';
import { findCurrency } from '../money/currency.js';
import { Rational, sum } from '../money/rational.js';
import type { FigureName } from '../pricing/figures.js';
import { formatAmount, sumAmounts, toMinorUnits, type MinorUnits } from '../money/amount.js';
import type { Line } from '../pricing/line.js';
import { figuresOf } from '../pricing/terms.js';
import { ORDER_KINDS, type OrderKind } from '../words/explain-words.js';

/** Orders of one contract, currency and kind. */
export interface OrderGroup {
  readonly contractId: string;
  readonly kind: OrderKind;
  readonly currency: string;
  readonly orders: number;
  /** A plain decimal: the paid amounts; of refunded and late orders what was taken off. */
  readonly sum: string;
  readonly first: readonly StatedOrder[];
}

interface StatedOrder {
  readonly orderId: string;
  readonly paidAt: string;
  readonly agentId: string;
  /** What of the order is in the sum. */
  readonly amount: string;
}

type Row = Readonly<Record<string, string>>;

/** What an order is in, and the column that says with how much. */
const MEMBERSHIP: Readonly<Record<OrderKind, { is: (row: Row) => boolean; column: string }>> = {
  attributed: { is: ({ outcome }) => outcome === 'billed', column: 'attributed_sales' },
  silent: { is: ({ outcome }) => outcome === 'silent_order', column: 'amount' },
  refunded: { is: ({ refunds = '' }) => /[1-9]/.test(refunds), column: 'refunds' },
  late: { is: ({ late_refunds: late = '' }) => /[1-9]/.test(late), column: 'late_refunds' },
};

interface Tally {
  contractId: string;
  kind: OrderKind;
  currency: string;
  orders: number;
  minorUnits: MinorUnits;
  first: StatedOrder[];
}

/** Reads a statement once, row by row: it may be longer than memory. */
export async function orderGroups(csv: Readable, firstMax: number): Promise<OrderGroup[]> {
  const tallies = new Map<string, Tally>();
  for await (const record of csv.pipe(parse({ columns: true, bom: true }))) {
    const row = record as Row;
    for (const kind of ORDER_KINDS) if (MEMBERSHIP[kind].is(row)) add(tallies, kind, row, firstMax);
  }
  return [...tallies.values()].map(({ minorUnits, ...rest }) => ({
    ...rest,
    sum: decimalOf(minorUnits, rest.currency),
  }));
}

function add(tallies: Map<string, Tally>, kind: OrderKind, row: Row, firstMax: number): void {
  const { contract_id: contract = '', currency = '' } = row;
  const contractId = unguarded(contract);
  const key = JSON.stringify([contractId, kind, currency]);
  const tally = tallies.get(key) ?? {
    contractId,
    kind,
    currency,
    orders: 0,
    minorUnits: 0n,
    first: [],
  };
  const amount = row[MEMBERSHIP[kind].column] ?? '';
  tally.orders += 1;
  tally.minorUnits += minorUnitsOf(amount, currency);
  if (tally.first.length < firstMax)
    tally.first.push({
      // a tab keeps a spreadsheet from taking the id for a number
      orderId: unguarded(row['order_id'] ?? '').replace(/\t$/, ''),
      paidAt: row['paid_at'] ?? '',
      agentId: unguarded(row['agent_id'] ?? ''),
      amount,
    });
  tallies.set(key, tally);
}

/** The groups of one contract, in order of currency and kind. */
export function groupsOf(groups: readonly OrderGroup[], contractId: string): OrderGroup[] {
  const rank = ({ kind }: OrderGroup): number => ORDER_KINDS.indexOf(kind);
  return groups
    .filter((group) => group.contractId === contractId)
    .sort((left, right) =>
      left.currency === right.currency
        ? rank(left) - rank(right)
        : left.currency < right.currency
          ? -1
          : 1,
    );
}

/** Whether the orders of the statement come to the figures of a commission line. */
export function comesToBasis(groups: readonly OrderGroup[], { terms }: Line): boolean {
  const figures = figuresOf(terms.quantity);
  const stated = (kind: OrderKind, code: string): MinorUnits =>
    sumAmounts(
      groups
        .filter((group) => group.kind === kind && group.currency === code)
        .map(({ sum }) => minorUnitsOf(sum, code)),
    );
  const printed = (name: FigureName, code: string): Rational =>
    sum(
      figures
        .filter((figure) => figure.name === name && figure.currency?.code === code)
        .map(({ value }) => value),
    );
  return figures
    .filter(({ name }) => name === 'attributed_sales')
    .every(({ currency }) => {
      if (currency === null) return false;
      const isSame = (kind: OrderKind, name: FigureName): boolean =>
        stated(kind, currency.code) === toMinorUnits(printed(name, currency.code), currency);
      return (
        isSame('attributed', 'attributed_sales') &&
        isSame('refunded', 'refunds') &&
        isSame('late', 'late_refunds')
      );
    });
}

function minorUnitsOf(decimal: string, code: string): MinorUnits {
  const currency = findCurrency(code);
  const value = Rational.parseDecimal(decimal);
  return currency === undefined || value === undefined ? 0n : toMinorUnits(value, currency);
}

function decimalOf(amount: MinorUnits, code: string): string {
  const currency = findCurrency(code);
  return currency === undefined ? String(amount) : formatAmount(amount, currency);
}
