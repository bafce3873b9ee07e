/** Every hand-computed scenario of `fixtures/plans`, through the whole program. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import { afterAll, describe, expect, it } from 'vitest';
import { formatAmount } from '../../src/money/amount.js';
import { localDate } from '../../src/period/local-date.js';
import { parsePeriod } from '../../src/period/period.js';
import { runBilling } from '../../src/run/billing-run.js';
import type { RunResult } from '../../src/run/run-request.js';
import { spanToPublish } from '../../src/run/choose-span.js';

const PLANS = join(import.meta.dirname, '../../fixtures/plans');
const outputs: string[] = [];

afterAll(() => {
  for (const output of outputs) rmSync(output, { recursive: true });
});

function rowsOf(scenario: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(PLANS, scenario, 'expected', file)), { columns: true, bom: true });
}

function bill(scenario: string): Promise<RunResult> {
  const output = mkdtempSync(join(tmpdir(), 'kefu-billing-test-'));
  outputs.push(output);
  return runBilling({
    mode: 'publish',
    input: join(PLANS, scenario, 'input'),
    output,
    strict: false,
    acceptRejected: 0,
    progress: () => undefined,
    spanOf: ({ timeZone, settlementDays }) =>
      spanToPublish(
        DateTime.fromISO('2026-11-20T09:00', { zone: timeZone }),
        parsePeriod('2026-10') ?? null,
        localDate('2026-11-20'),
        settlementDays,
      ),
  });
}

describe.each(readdirSync(PLANS).sort())('%s', (scenario) => {
  it('bills what its README computes by hand', async () => {
    const result = await bill(scenario);

    const documents = result.documents.map(({ merchant, currency, type, net, tax, total }) => ({
      merchant_id: merchant.merchantId,
      currency: currency.code,
      type,
      net: formatAmount(net, currency),
      tax: formatAmount(tax, currency),
      total: formatAmount(total, currency),
    }));
    const lines = result.documents.flatMap(({ merchant, currency, lines: of }) =>
      of.map((line) => ({
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
    const problems = result.problems.map(({ severity, code, merchantId }) => ({
      severity,
      code,
      merchant_id: merchantId ?? '',
    }));
    const byText = (left: object, right: object): number =>
      JSON.stringify(left) < JSON.stringify(right) ? -1 : 1;
    expect(problems.sort(byText)).toEqual(rowsOf(scenario, 'problems.csv').sort(byText));
    expect(lines).toEqual(rowsOf(scenario, 'lines.csv'));
    expect(documents).toEqual(rowsOf(scenario, 'invoices.csv'));
  });
});
