import { describe, expect, it } from 'vitest';
import { termFromJson, type StoredTerm } from '../../src/ledger/term-json.js';
import { documentFromJson, documentToJson } from '../../src/ledger/document-json.js';
import { invoice } from '../output/pdf/documents.js';
import { LINES, REVERSED_SALARY } from '../pricing/lines-of-every-kind.js';

describe('terms come back as they were', () => {
  it.each([...Object.entries(LINES), ['a reversed salary', REVERSED_SALARY] as const])(
    '%s',
    (_name, line) => {
      const [read] = documentFromJson(documentToJson(invoice([line]))).lines;
      expect(read?.terms).toEqual(line.terms);
    },
  );
});

it('numbers are fractions, and currencies their codes', () => {
  const { lines } = JSON.parse(documentToJson(invoice([LINES.salaryOfEndlessDays]))) as {
    lines: [{ terms: { quantity: object; unitPrice: object } }];
  };
  // 31/24 agent-days of 26 at 5,200
  expect(lines[0].terms).toMatchObject({
    quantity: { kind: 'result', term: { dividend: { value: '31/24' }, divisor: { value: '26' } } },
    unitPrice: { kind: 'figure', value: '5200', currency: 'CNY' },
  });
});

it('a currency that nobody knows is a broken promise of the ledger', () => {
  const stored = JSON.parse(documentToJson(invoice([LINES.salary]))) as {
    lines: [{ terms: { unitPrice: StoredTerm } }];
  };
  const unitPrice = { ...stored.lines[0].terms.unitPrice, currency: 'XXQ' } as StoredTerm;
  expect(() => termFromJson(unitPrice)).toThrow('currency of ISO 4217');
});
