/** A shop's own count beside those of its agents: each day would be billed twice. */
import { expect, it } from 'vitest';
import { formatAmount } from '../../../src/money/amount.js';
import { problemSentence } from '../../../src/words/problem-sentence.js';
import { billSmall } from '../small-input.js';

const CNY = { code: 'CNY', fractionDigits: 2 };
const CONTRACT =
  'contract_id,merchant_id,plan,starts_on,ends_on,currency,tax_rate,tax_included,payment_terms\n' +
  'C1,M1,consultation_ladder,2026-10-01,2026-10-03,CNY,0,false,net 30\n';
const TIERS =
  'contract_id,scale,up_to,price\nC1,daily_consultations,50,60\nC1,daily_consultations,,110\n';

/** What three days come to, given as `date agent count`. */
function billed(...rows: readonly string[]): Promise<string[]> {
  const lines = rows.map((row) => {
    const [day = '', agent = '', count = ''] = row.split(' ');
    return `2026-10-0${day},M1,,pre_sales,${agent.replace('-', '')},${count}`;
  });
  const header = 'date,merchant_id,store_id,role,agent_id,consultations';
  const files = {
    'contracts.csv': CONTRACT,
    'contract-tiers.csv': TIERS,
    'consultations.csv': `${[header, ...lines].join('\n')}\n`,
  };
  return billSmall(files, ({ documents, problems }) => [
    ...documents.map(({ net }) => formatAmount(net, CNY)),
    ...problems
      .filter(({ severity }) => severity === 'error')
      .map(
        (found) => `${found.code} ${String(found.record)}: ${problemSentence(found, 'en').message}`,
      ),
  ]);
}

it('refuses rows that are the sum of their agents on every day', async () => {
  // 30 a day, and not 60
  const days = ['1', '2', '3'].flatMap((day) => [`${day} - 30`, `${day} a 20`, `${day} b 10`]);
  expect(await billed(...days)).toEqual([
    "row-total 1: the row holds the sum of its day's agents, and its agent_id is blank (and 2 more rows like it): the day would count twice",
  ]);
});

it('counts rows of nobody that are no such sum, be it that one of them is by chance', async () => {
  // 60, 40 and 36 a day: 110.00 + 60.00 + 60.00
  const chance = ['1 - 30', '1 a 30', '2 - 10', '2 a 30', '3 - 6', '3 a 30'];
  expect(await billed(...chance)).toEqual(['230.00']);
  // two days alone that are such sums: 60, 40 and 36 a day
  expect(await billed('1 - 30', '1 a 30', '2 - 20', '2 a 20', '3 a 36')).toEqual(['230.00']);
  // 2, 4 and 2 a day are few enough for it
  expect(await billed('1 - 1', '1 a 1', '2 - 2', '2 a 2', '3 - 1', '3 a 1')).toEqual(['180.00']);
});
