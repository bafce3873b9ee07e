/** What the font of the documents lacks is told before anything is sent. */
import { expect, it } from 'vitest';
import { billSmall } from '../facts/small-input.js';

const MERCHANTS = 'merchant_id,name,legal_name,address\n';

async function warnings(files: Readonly<Record<string, string>>): Promise<unknown[]> {
  return billSmall(files, ({ problems, status }) => {
    expect(status).toBe('published');
    return problems
      .filter(({ code }) => code === 'text-undrawable')
      .map(({ severity, file, record, column, merchantId, values }) => [
        ...[severity, file, record, column, merchantId, values],
      ]);
  });
}

it('names the field, the merchant, the characters and what is printed', async () => {
  const found = await warnings({
    'merchants.csv': `${MERCHANTS}M1,𠮷田屋,Lotus 😀,18 Wensan Road\n`,
  });
  const rest = { moreCharacters: 0 };
  expect(found).toEqual([
    [
      'warning',
      'merchants.csv',
      1,
      'name',
      'M1',
      { cell: '𠮷田屋', characters: ['𠮷'], printed: '[U+20BB7]田屋', ...rest },
    ],
    [
      'warning',
      'merchants.csv',
      1,
      'legal_name',
      'M1',
      { cell: 'Lotus 😀', characters: ['😀'], printed: 'Lotus [U+1F600]', ...rest },
    ],
  ]);
});

it('looks at what contracts are called', async () => {
  const contracts =
    'contract_id,merchant_id,plan,starts_on,currency,rate,commission_rate,tax_rate,tax_included,payment_terms\n김1,M1,base_commission,2026-10-01,CNY,1500,0.02,0.06,false,net 30\n';
  const found = await warnings({ 'contracts.csv': contracts });
  expect(found).toMatchObject([
    ['warning', 'contracts.csv', 1, 'contract_id', 'M1', { cell: '김1' }],
  ]);
});

it('looks at agents and shifts of the facts too, each once', async () => {
  const shift = (id: string, day: string): string =>
    `${id},M1,S1,김민지,pre_sales,day,2026-10-${day}T09:00,2026-10-${day}T17:00,worked\n`;
  const found = await warnings({
    'shifts.csv': `shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status\n${shift('W1', '01')}${shift('W2', '02')}`,
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject([
    'warning',
    'shifts.csv',
    1,
    'agent_id',
    'M1',
    { cell: '김민지' },
  ]);
});

it.each(['杭州云栖', 'Café Zoë', 'Cafe\u0301', 'Übung №1', '客服\u200bA', '¥ € ①'])(
  '%j has all of its characters',
  async (name) => {
    expect(await warnings({ 'merchants.csv': `${MERCHANTS}M1,${name},,\n` })).toEqual([]);
  },
);
