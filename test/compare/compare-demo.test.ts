/** Over the demo's two months each of the five usual offers comes to what a run with such contracts bills. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonCell } from '../../src/output/comparison/comparison-data.js';
import { DEMO } from '../run/run-demo.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';
import { billedAmount, billedUnder, comparedAmount } from './billed-under.js';
import { compareIn, writeTable } from './inputs.js';

const MONTHS = ['2026-10', '2026-11'] as const;
/** What plan, rate, commission_rate and overflow_rate each offer is. */
const OFFERS = {
  salary: 'fixed_salary,5200,,',
  base: 'base_commission,1500,0.02,',
  ladder: 'consultation_ladder,,,1.20',
  event: 'event_hosting,200,,',
  custody: 'temporary_custody,150,,',
};
/** Tables that speak of contracts which the copy no longer has. */
const SIGNED = [
  'adjustments.csv',
  'charges.csv',
  'contract-surcharges.csv',
  'kpi-bands.csv',
  'kpi-indicators.csv',
  'kpi-scores.csv',
  'kpi-values.csv',
];

let cells: readonly ComparisonCell[];

beforeAll(async () => {
  const { data } = await compareIn(DEMO, temporaryFolder(), MONTHS);
  cells = data?.cells ?? [];
});

describe.each(Object.entries(OFFERS))('%s', (id, prices) => {
  it.each(MONTHS)('of %s', async (period) => {
    const compared = cells.filter((cell) => cell.offerId === id && cell.period === period);
    const billed = await billedUnder(signedByAll(id, prices), period);
    expect(compared).toHaveLength(19);
    expect(compared.some(({ total }) => total !== null && total > 0n)).toBe(true);
    expect(compared.map(comparedAmount)).toEqual(
      compared.map((cell) => billedAmount(cell, billed)),
    );
  });
});

/** The demo, but every merchant has the offer and nothing else, since long before. */
function signedByAll(id: string, prices: string): string {
  const copy = temporaryCopy(DEMO);
  for (const file of SIGNED) rmSync(join(copy, file));
  const merchants = merchantIds(copy).map((of) => ({ of, contract: `${id}-${of}` }));
  writeTable(
    copy,
    'contracts.csv',
    'contract_id,merchant_id,starts_on,currency,tax_rate,tax_included,payment_terms,plan,rate,commission_rate,overflow_rate',
    merchants.map(
      ({ of, contract }) => `${contract},${of},2020-01-01,CNY,0,false,net 30,${prices}`,
    ),
  );
  const tiers = id === 'ladder' ? ['50,60', '100,110', '150,150'] : [];
  writeTable(
    copy,
    'contract-tiers.csv',
    'contract_id,scale,up_to,price',
    merchants.flatMap(({ contract }) =>
      tiers.map((tier) => `${contract},daily_consultations,${tier}`),
    ),
  );
  return copy;
}

function merchantIds(folder: string): string[] {
  const rows: string[][] = parse(readFileSync(join(folder, 'merchants.csv')), { from_line: 2 });
  return rows.map(([id = '']) => id);
}
