/** Who owns a fact that several contracts fit. */
import { expect, it } from 'vitest';
import { besideFewRows } from '../../support/of-few-rows.js';
import { billSmall } from '../small-input.js';

const HEADER =
  'contract_id,merchant_id,store_id,plan,role,starts_on,currency,rate,commission_rate,tax_rate,tax_included,payment_terms\n';
const commission = (id: string, store: string, role: string): string =>
  `${id},M1,${store},base_commission,${role},2026-10-01,CNY,1500,0.02,0.06,false,net 30\n`;

async function problemsOf(contracts: string): Promise<string[]> {
  return billSmall({ 'contracts.csv': HEADER + contracts }, ({ problems }) =>
    besideFewRows(problems).map(
      ({ severity, code, file, record }) => `${severity} ${code} ${file}:${record ?? '-'}`,
    ),
  );
}

it('an order has no role: commission contracts of two roles both fit it', async () => {
  const contracts = commission('C1', '', 'pre_sales') + commission('C2', '', 'after_sales');
  expect(await problemsOf(contracts)).toEqual(['error contract-ambiguous orders.csv:1']);
});

it('of those two, the one that names the store of the order owns it', async () => {
  const contracts = commission('C1', '', 'pre_sales') + commission('C2', 'S1', 'after_sales');
  expect(await problemsOf(contracts)).toEqual([]);
});
