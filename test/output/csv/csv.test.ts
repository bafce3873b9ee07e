/** Cells that would break a CSV apart, read back by another reader's rules. */
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csvOf, INVOICES } from '../../../src/output/csv/csv.js';
import { invoice, salaryLine } from '../pdf/documents.js';

it.each(['a\n=1+1', 'a\r=1+1', 'a\r\nb', 'a,"b"'])('keeps a name in one cell: %j', (name) => {
  const document = invoice([salaryLine('A1', 100n)]);
  const named = { ...document, merchant: { ...document.merchant, name } };
  const rows: string[][] = parse(csvOf(INVOICES, [named]), { bom: true });
  expect(rows).toHaveLength(2);
  expect(rows[1]?.[4]).toBe(name);
});
