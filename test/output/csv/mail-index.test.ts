import { describe, expect, it } from 'vitest';
import { attachmentName } from '../../../src/output/csv/attachment-name.js';
import { csvOf } from '../../../src/output/csv/csv.js';
import { MAIL_INDEX, mailEntries } from '../../../src/output/csv/mail-index.js';
import { exclusiveInvoice } from '../books/documents.js';

const nameFor = (name: string): string =>
  attachmentName(exclusiveInvoice({ merchant: { ...exclusiveInvoice().merchant, name } }));

describe('a name under which a person files a document', () => {
  it.each([
    ['杭州某某', 'INV-202610-000001 杭州某某.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j', 'INV-202610-000001 a_b_c_d_e_f_g_h_i_j.pdf'],
    ['../../etc/passwd', 'INV-202610-000001 .._.._etc_passwd.pdf'],
    ['line\nbreak\u0000\u202Efdp.exe', 'INV-202610-000001 line_break__fdp.exe.pdf'],
    ['Harbor & Pine Ltd. . ', 'INV-202610-000001 Harbor & Pine Ltd.pdf'],
    ['two  \u3000blanks', 'INV-202610-000001 two blanks.pdf'],
    ['CON', 'INV-202610-000001 CON.pdf'],
    ['', 'INV-202610-000001.pdf'],
    // e and a combining accent are one letter
    ['Cafe\u0301', 'INV-202610-000001 Café.pdf'],
  ])('%j', (name, expected) => {
    expect(nameFor(name)).toBe(expected);
  });

  it('120 characters: the number 17, a blank, 98 of the name, and .pdf', () => {
    expect(nameFor('x'.repeat(300))).toBe(`INV-202610-000001 ${'x'.repeat(98)}.pdf`);
  });

  it('255 bytes: 18 + 77 × 3 + 4 is 253, and one more would be 256', () => {
    const name = nameFor('锦'.repeat(300));
    expect(name).toBe(`INV-202610-000001 ${'锦'.repeat(77)}.pdf`);
    expect(Buffer.byteLength(name)).toBe(253);
  });

  it('never half a character', () => {
    expect(nameFor('😀'.repeat(200))).toBe(`INV-202610-000001 ${'😀'.repeat(58)}.pdf`);
  });
});

it('the index has a row per document, with the files that lie beside it', () => {
  const items = mailEntries(exclusiveInvoice(), true).map((entry) => {
    return { ...entry, statement: 'statements/M01-orders.csv' };
  });
  expect(csvOf(MAIL_INDEX, items).split('\r\n')).toEqual([
    '\uFEFFnumber,merchant_id,merchant_name,email,language,type,total,currency,due_date,pdf,attachment_name,statement,workbook',
    'INV-202610-000001,M01,云栖茶事,finance@yunqi.example,en,invoice,106.04,CNY,2026-12-05,pdf/INV-202610-000001.pdf,INV-202610-000001 云栖茶事.pdf,statements/M01-orders.csv,workbooks/INV-202610-000001.xlsx',
    '',
  ]);
});

it('nobody is sent a preview', () => {
  const document = exclusiveInvoice({ number: 'PREVIEW-202610-000001' });
  expect(mailEntries(document, true)).toEqual([]);
});
