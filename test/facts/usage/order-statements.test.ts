/**
 * The demo's commission lines, recomputed from the published statements alone, and in another way
 * than the program does: in fen and billionths, by hand-written tiers.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import { DEMO } from '../../run/run-demo.js';
import { billed } from '../../support/billed.js';

type Row = Record<string, string>;

let batch: string;
const rowsOf = (file: string): Row[] => parse(readFileSync(file), { columns: true, bom: true });
const cell = (row: Row, column: string): string => row[column] ?? '';
const BILLION = 1_000_000_000n;

/** `1.234` → 1,234,000,000: billionths. */
function billionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(9, '0'));
  return decimal.startsWith('-') ? -value : value;
}

function rounded(dividend: bigint, divisor: bigint): bigint {
  const magnitude = ((dividend < 0n ? -dividend : dividend) * 2n + divisor) / (2n * divisor);
  return dividend < 0n ? -magnitude : magnitude;
}

const fen = (decimal: string): bigint => rounded(billionths(decimal), 10_000_000n);

/** The rates and the parts of the net sales, in fen, that they are for. */
function commission(contract: Row, tiers: readonly Row[], net: bigint, average: bigint): bigint[] {
  const flat = cell(contract, 'commission_rate');
  if (flat !== '') return [rounded(net * billionths(flat), BILLION)];
  const [first] = tiers;
  const measure = first?.['scale'] === 'net_sales' ? net : average;
  if (first?.['mode'] === 'graduated') {
    let above = 0n;
    return tiers.flatMap((tier, at) => {
      const end =
        cell(tier, 'up_to') === '' || net < fen(cell(tier, 'up_to'))
          ? net
          : fen(cell(tier, 'up_to'));
      if (at > 0 && end <= above) return [];
      const part = end - above;
      above = end;
      return [rounded(part * billionths(cell(tier, 'price')), BILLION)];
    });
  }
  const tier = tiers.find((one) => cell(one, 'up_to') === '' || measure <= fen(cell(one, 'up_to')));
  return [rounded(net * billionths(cell(tier ?? {}, 'price')), BILLION)];
}

beforeAll(async () => {
  const { output, result } = await billed('demo');
  expect(result.problems).toEqual([]);
  batch = join(output, '2026-10/batch-001');
});

it('gives every commission line to the fen', () => {
  const contracts = rowsOf(join(DEMO, 'contracts.csv')).filter(
    ({ plan }) => plan === 'base_commission',
  );
  const tiers = rowsOf(join(DEMO, 'contract-tiers.csv'));
  const statements = readdirSync(join(batch, 'statements')).flatMap((file) =>
    rowsOf(join(batch, 'statements', file)),
  );
  const lines = rowsOf(join(batch, 'invoice-lines.csv')).filter(
    ({ kind }) => kind === 'commission',
  );
  let checked = 0;
  for (const contract of contracts) {
    const id = cell(contract, 'contract_id');
    const orders = statements.filter(({ contract_id }) => contract_id === id);
    const sum = (column: string): bigint =>
      orders.reduce((total, row) => total + fen(cell(row, column)), 0n);
    const [any] = orders;
    if (any === undefined) continue;
    const rate = billionths(cell(any, 'exchange_rate') || '1');
    const net = rounded(
      (sum('attributed_sales') - sum('refunds') - sum('late_refunds')) * rate,
      BILLION,
    );
    const attributed = orders.filter(({ outcome }) => outcome === 'billed').length;
    const gross = rounded(sum('attributed_sales') * rate, BILLION);
    const own = tiers.filter(
      ({ contract_id, scale }) => contract_id === id && scale !== 'consultations_per_agent_day',
    );
    const expected = commission(
      contract,
      own,
      net,
      attributed === 0 ? 0n : gross / BigInt(attributed),
    );
    const amounts = lines
      .filter(({ contract_id }) => contract_id === id)
      .map((line) => fen(cell(line, 'amount')));
    expect(amounts, id).toEqual(expected);
    checked++;
  }
  expect(checked).toBeGreaterThanOrEqual(6);
});

it('has the sums of each basis, and every row of the input once', () => {
  const lines = rowsOf(join(batch, 'invoice-lines.csv')).filter(
    ({ kind }) => kind === 'commission',
  );
  for (const line of lines) {
    const statement = rowsOf(join(batch, `statements/${cell(line, 'merchant_id')}-orders.csv`));
    const own = statement.filter(({ contract_id }) => contract_id === cell(line, 'contract_id'));
    const sums = own.reduce(
      (total, row) => total + fen(cell(row, 'attributed_sales')) - fen(cell(row, 'refunds')),
      0n,
    );
    // a figure of nothing that is taken off is not in the text
    const [attributed = '', refunds = ''] = [
      /attributed_sales\[\w+\] (\d[\d.]*)/,
      /refunds\[\w+\] (\d[\d.]*)/,
    ].map((figure) => figure.exec(cell(line, 'basis'))?.[1]);
    expect(sums).toBe(fen(attributed) - fen(refunds));
  }
  const accounted = rowsOf(join(batch, 'row-accounting.csv'));
  const read = accounted.reduce((total, { rows }) => total + Number(rows), 0);
  const files = readdirSync(DEMO).filter((file) => file.endsWith('.csv'));
  expect(read).toBe(files.reduce((total, file) => total + rowsOf(join(DEMO, file)).length, 0));
});
