/** A title above the names of the columns is told as what it is, in every kind of table. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isTitle } from '../../src/reference/title-row.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { bill } from '../run/run-demo.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';
import { workbookParts, writeZip } from '../support/workbook-parts.js';

const BASE = join(import.meta.dirname, '../../fixtures/problems/base');
const COLUMNS = ['merchant_id', 'name', 'address'];

it.each<[boolean, string[], string[]]>([
  [true, ['十月商家', '', ''], ['商家编号', '名称', '地址']],
  [true, ['Merchants'], ['merchant_id', 'name', 'notes', '']],
  // a header with a mistake is a header
  [false, ['merchant_id', 'nmae'], ['M1', 'Lotus']],
  // one name may be a cell
  [false, ['id', 'title'], ['M1', 'name']],
  [false, ['id', 'title'], ['M1', 'Lotus']],
])('%s: %j above %j', (expected, header, below) => {
  expect(isTitle(header, below, COLUMNS)).toBe(expected);
});

/** What the errors of a month say in which a table stands under a title. */
async function saidOf(change: (input: string) => void): Promise<string[]> {
  const input = temporaryCopy(BASE);
  change(input);
  const { problems } = await bill(input, temporaryFolder(), { mode: 'check' });
  const errors = problems.filter(({ severity }) => severity === 'error');
  return errors.map((found) => `${found.file}: ${problemSentence(found, 'en').message}`);
}

const SHIFTS = 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status';

it('shifts.csv and contracts.csv', async () => {
  const said = await saidOf((input) => {
    writeFileSync(join(input, 'shifts.csv'), `Roster of October,,,,,,,,\n\n${SHIFTS}\n`);
    writeFileSync(join(input, 'merchants.csv'), 'Our merchants\nmerchant_id,name\nM1,Lotus\n');
  });
  expect(said).toEqual([
    'merchants.csv: the first row is "Our merchants", and the names of the columns stand in row 2',
    'shifts.csv: the first row is "Roster of October", and the names of the columns stand in row 3',
  ]);
});

it('shifts.xlsx', async () => {
  const cells = (row: number, texts: readonly string[]): string =>
    `<row r="${row}">${texts.map((one) => `<c t="inlineStr"><is><t>${one}</t></is></c>`).join('')}</row>`;
  const said = await saidOf((input) => {
    rmSync(join(input, 'shifts.csv'));
    const rows = cells(1, ['Roster']) + cells(2, SHIFTS.split(','));
    writeZip(join(input, 'shifts.xlsx'), workbookParts(rows));
  });
  expect(said).toEqual([
    'shifts.xlsx: the first row is "Roster", and the names of the columns stand in row 2',
  ]);
});
