import { expect, it } from 'vitest';
import { issuedDocument, moneyHash, withoutLines } from '../../src/ledger/issued-document.js';
import { invoice, salaryLine } from '../output/pdf/documents.js';
import { documentOf, reversalOf } from './written-ledger.js';

const document = documentOf('I-1', 'M1', 10_000n);

it('keeps what a run needs of a document, without its lines', () => {
  const kept = withoutLines(document);
  expect(kept).toMatchObject({ number: 'I-1', merchantId: 'M1', total: 10_000n, cancels: null });
  expect(kept).not.toHaveProperty('lines');
  expect([...kept.netByPlan]).toEqual([['fixed_salary', 10_000n]]);
});

it('has one hash for a document and for what cancels it', () => {
  expect(issuedDocument(document).moneyHash).toBe(moneyHash(document));
  expect(issuedDocument(reversalOf(document, 'I-2')).moneyHash).toBe(moneyHash(document));
});

it('has the hash of its money alone: neither names nor wording, but each fen', () => {
  const line = salaryLine('A1', 10_000n);
  const renamed = { ...line, description: { zh: '改', en: 'changed' } };
  expect(moneyHash(invoice([renamed]))).toBe(moneyHash(invoice([line])));
  expect(moneyHash(invoice([{ ...line, amount: 10_001n }]))).not.toBe(moneyHash(invoice([line])));
});
