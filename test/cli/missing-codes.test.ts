/** Every code that finance.json lacks, to be pasted into it. */
import { expect, it } from 'vitest';
import { missingCodes } from '../../src/cli/missing-codes.js';
import { problem } from '../../src/problem.js';

const missing = (column: string, of: string | null) =>
  problem('finance-code-missing', { file: 'finance.json', column }, { missing: 'account', of });

it('stands as in the file; a rate keeps its point, and a key that is there twice stands once', () => {
  const snippet = missingCodes([
    missing('kingdee.accounts.hourly', 'hourly'),
    missing('kingdee.accounts.fixed_salary', 'fixed_salary'),
    missing('kingdee.output_tax.0.06', '0.06'),
    missing('kingdee.receivable', null),
    missing('customers.M.1', 'M.1'),
    missing('kingdee.accounts.hourly', 'hourly'),
  ]);
  expect(JSON.parse(snippet ?? '')).toEqual({
    kingdee: {
      accounts: { hourly: '', fixed_salary: '' },
      output_tax: { '0.06': '' },
      receivable: '',
    },
    customers: { 'M.1': '' },
  });
});

it('nothing where none is missing', () => {
  expect(missingCodes([])).toBeNull();
});
