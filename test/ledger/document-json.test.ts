import { expect, it } from 'vitest';
import { documentFromJson, documentToJson } from '../../src/ledger/document-json.js';
import { decimal } from '../pricing/builders.js';
import { invoice, salaryLine } from '../output/pdf/documents.js';

it('gives a document back, whole and exact', () => {
  // 20.5 of 26 days is no decimal of finite length; 2^80 fen are more than a number holds.
  const quantity = decimal('20.5').dividedBy(decimal('26'));
  const line = { ...salaryLine('A1', 2n ** 80n), quantity };
  const document = invoice([line], { cancels: 'YD-202610-000001' });
  const read = documentFromJson(documentToJson(document));
  expect(read).toEqual(document);
  expect(read.lines[0]?.quantity.toFraction()).toBe('41/52');
  expect(read.total).toBe(1208925819614629174706176n);
});

it('is one line', () => {
  const odd = invoice([salaryLine('A\n1', 1n)]);
  expect(documentToJson(odd)).not.toContain('\n');
});
