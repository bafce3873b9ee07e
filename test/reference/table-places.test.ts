/** Problems name the place, and the column as the header of that place calls it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeStartingFolder } from '../../src/cli/init.js';
import { conversationIn } from '../../src/cli/conversation.js';
import { captured } from '../cli/captured.js';
import { bill } from '../run/run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const CONTRACTS = '合同编号,商家编号,计费方式,岗位,开始日期,币种,价格,税率,是否含税,付款期限\n';

async function problemsOf(file: string, content: string) {
  const input = temporaryFolder();
  const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
  await writeStartingFolder(input, {}, { ...io, ...conversationIn('zh', io) });
  writeFileSync(join(input, file), content);
  const { problems, documents } = await bill(input, temporaryFolder(), { mode: 'check' });
  return { problems, documents };
}

const shown = ({ problems }: Awaited<ReturnType<typeof problemsOf>>) =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file, record, column }) => [code, file, record, column]);

it.each([
  ['开具后30天', []],
  ['次月10日', []],
  ['次月 10 日', []],
  ['net 30天', [['value-unknown', 'contracts.csv', 1, '付款期限']]],
  ['次月32日', [['value-unknown', 'contracts.csv', 1, '付款期限']]],
])('%s as terms of payment', async (terms, expected) => {
  const row = `C01,M01,固定月薪,售前,2026-10-01,CNY,5200,0.06,否,${terms}\n`;
  const found = shown(await problemsOf('contracts.csv', CONTRACTS + row));
  expect(found.filter(([code]) => code === 'value-unknown')).toEqual(expected);
});

it('a column that is missing is called as we call it, one that is wrong as it stands there', async () => {
  const found = await problemsOf('merchants.csv', '商家编号,税号x\nM01,1\n');
  expect(shown(found)).toEqual([
    ['column-missing', 'merchants.csv', null, 'name'],
    ['column-unknown', 'merchants.csv', null, '税号x'],
  ]);
});

it('English and Chinese names may stand side by side, but not for one column', async () => {
  const found = await problemsOf('merchants.csv', '商家编号,merchant_id,名称\nM01,M01,甲\n');
  expect(shown(found)).toEqual([['column-doubled', 'merchants.csv', null, '商家编号']]);
});

it('words of closed lists in facts', async () => {
  const header = '班次编号,商家编号,客服编号,岗位,班次,上班时间,下班时间,出勤状态,店铺编号\n';
  const shift = (id: string, status: string): string =>
    `${id},M01,小荷,售前,早班,2026-10-0${id} 09:00,2026-10-0${id} 17:00,${status},\n`;
  const rows = shift('1', '出勤') + shift('2', '旷工') + shift('3', '请假') + shift('4', '迟到');
  const { problems } = await problemsOf('shifts.csv', header + rows);
  const malformed = problems.filter(({ code }) => code === 'value-unknown');
  expect(malformed.map(({ record }) => record)).toEqual([4]);
});
