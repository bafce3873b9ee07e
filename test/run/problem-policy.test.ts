import { expect, it } from 'vitest';
import type { ReferenceTables } from '../../src/reference/reference-tables.js';
import { ofKnownMerchants, policyOf } from '../../src/run/problem-policy.js';
import { problemOf } from '../support/problem-of.js';

it('lets a bad fact of a merchant whom nobody knows block nobody', () => {
  const tables = { merchants: [{ merchantId: 'M1' }] } as unknown as ReferenceTables;
  const found = ['M1', 'M9', null].map((merchantId) => problemOf('time-malformed', { merchantId }));
  const judged = ofKnownMerchants(found, tables);
  expect(judged.map(({ severity }) => severity)).toEqual(['error', 'warning', 'error']);
});

it.each(['score-missing', 'exchange-rate-missing', 'finance-code-missing'] as const)(
  'takes %s for a warning in a preview, and for an error in every other run',
  (code) => {
    const found = problemOf(code, { merchantId: 'M1' });
    expect(policyOf('preview')(found).severity).toBe('warning');
    for (const mode of ['publish', 'dry-run', 'check'] as const)
      expect(policyOf(mode)(found).severity).toBe('error');
  },
);

it('leaves every other error of a preview an error', () => {
  expect(policyOf('preview')(problemOf('tax-mixed')).severity).toBe('error');
});
