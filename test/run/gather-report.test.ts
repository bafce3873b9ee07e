/** The report of a second batch, compared with a month before that was revised, and with a preview. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import { localDate } from '../../src/period/local-date.js';
import { problem, type Problem } from '../../src/problem.js';
import { documentToJson } from '../../src/ledger/document-json.js';
import { withoutLines } from '../../src/ledger/issued-document.js';
import { controlTotals } from '../../src/ledger/control-totals.js';
import { renderReport } from '../../src/output/report/render-report.js';
import { gatherReport } from '../../src/run/gather-report.js';
import { span } from '../pricing/builders.js';
import { invoice, PROVIDER, salaryLine } from '../output/pdf/documents.js';
import { rowsOf, textOf } from '../output/report/page-text.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** An output folder with so much in its files. */
function output(files: Readonly<Record<string, readonly Document[] | string>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name, 'documents.jsonl');
    mkdirSync(dirname(file), { recursive: true });
    const text =
      typeof content === 'string' ? content : content.map((one) => `${documentToJson(one)}\n`);
    writeFileSync(file, typeof text === 'string' ? text : text.join(''));
  }
  return folder;
}

/** A document of a merchant over so much, without tax. */
function document(number: string, merchantId: string, net: bigint, changes = {}): Document {
  const made = invoice([salaryLine('A1', net)], { number, ...changes });
  return { ...made, merchant: { ...made.merchant, merchantId, name: `商家 ${merchantId}` } };
}

/** The page of October's second batch: M1 is billed anew, M2 and M3 stay, M3 is blocked. */
async function secondBatch(folder: string, problems: readonly Problem[] = []) {
  const first = document('I-1', 'M1', 500_000n);
  const standing = [first, document('I-2', 'M2', 70_000n), document('I-3', 'M3', 30_000n)];
  const batch = [
    document('I-4', 'M1', -500_000n, { cancels: 'I-1' }),
    document('I-5', 'M1', 480_000n, { replaces: 'I-1' }),
  ];
  const data = await gatherReport(folder, {
    provider: PROVIDER,
    language: 'en',
    merchants: standing.map(({ merchant }) => merchant),
    period: span('2026-10').period,
    batch: 2,
    issueDate: localDate('2026-11-20'),
    problems,
    rows: [],
    standing: standing.map(withoutLines),
    documents: batch.map(withoutLines),
  });
  return { page: renderReport(data), batch };
}

const SEPTEMBER = {
  '2026-09/batch-001': [document('S-1', 'M1', 400_000n), document('S-2', 'M9', 9_000n)],
  '2026-09/batch-002': [
    document('S-3', 'M1', -400_000n, { cancels: 'S-1' }),
    document('S-4', 'M1', 450_000n, { replaces: 'S-1' }),
  ],
};

it('leads from what stood to what stands, and its batch is the control totals', async () => {
  const { page, batch } = await secondBatch(output({}));
  expect(rowsOf(page, 'batch').slice(1)).toEqual([
    ['Issued CNY', '1', '4,800.00', '0.00', '4,800.00'],
    ['Cancelled CNY', '1', '−5,000.00', '0.00', '−5,000.00'],
    ['Batch CNY', '2', '−200.00', '0.00', '−200.00'],
    ['Left as issued CNY', '2', '1,000.00', '0.00', '1,000.00'],
    // 4,800.00 + 700.00 + 300.00
    ['In force now CNY', '3', '5,800.00', '0.00', '5,800.00'],
  ]);
  expect(controlTotals(batch)).toEqual([
    { currency: 'CNY', documents: 2, net: '-200.00', tax: '0.00', total: '-200.00' },
  ]);
});

it('compares with the month before, as it was revised, and with the preview', async () => {
  const preview = [document('PREVIEW-1', 'M1', 600_000n, { issueDate: '2026-10-31' })];
  const { page } = await secondBatch(output({ ...SEPTEMBER, '2026-10/preview': preview }));
  // September: 4,500.00 + 90.00 = 4,590.00. October: 5,800.00, which is 26.4 % more (1,210 / 4,590).
  const amounts = ['5,800.00', '4,590.00', '+1,210.00', '+26.4', '6,000.00', '−200.00'];
  expect(rowsOf(page, 'revenue')).toEqual([
    ['Plan', '2026-10', '2026-09', 'Change', '%', 'Preview of 2026-10-31', 'Change'],
    ['Fixed salary', ...amounts],
    ['Net', ...amounts],
    ['Tax', '0.00', '0.00', '0.00', '', '0.00', '0.00'],
    ['Total', ...amounts],
  ]);
});

it('names the largest changes by merchant: new, gone and changed ones', async () => {
  const { page } = await secondBatch(output(SEPTEMBER), [
    problem(
      'score-missing',
      { file: 'kpi-scores.csv', merchantId: 'M3' },
      { agentId: 'A1', contractId: 'C1', period: '2026-10' },
    ),
  ]);
  expect(rowsOf(page, 'changes').slice(1)).toEqual([
    ['商家 M2 M2', '0.00', '700.00', '+700.00'],
    ['商家 M1 M1', '4,500.00', '4,800.00', '+300.00'],
    ['商家 M3 M3 · blocked', '0.00', '300.00', '+300.00'],
    ['商家 M9 M9', '90.00', '0.00', '−90.00'],
  ]);
});

it('says of a blocked merchant what stands and what to do', async () => {
  const errors = [1, 2, 3, 4].map((record) =>
    problem(
      'number-malformed',
      { file: 'kpi-scores.csv', record, column: 'score', merchantId: 'M3' },
      { case: 'decimal', cell: `x${record}`, mistake: 'thousands' },
    ),
  );
  const { page } = await secondBatch(output({}), errors);
  const text = textOf(page);
  expect(text).toContain('商家 M3 M3 I-3 remains in force.');
  expect(text).toContain(
    'kpi-scores.csv · record 1 · score score is "x1", not a plain decimal → leave the thousands separator out: 1234.50',
  );
  expect(text).toContain('And 1 more, in problems.csv.');
  expect(text).toContain('Error number-malformed 4');
  expect(text).not.toContain('"x4"');
});

it('says so where a comparison cannot be read, and is written all the same', async () => {
  const folder = output({ '2026-09/batch-001': '{"number":', '2026-10/preview': 'null\n' });
  const text = textOf((await secondBatch(folder)).page);
  expect(text).toContain('2026-09 cannot be read from the ledger');
  expect(text).toContain('The preview cannot be read');
  expect(text).toContain('Total of the month CNY 5,800.00');
});

it('reads a name with a line separator as one line', async () => {
  const odd = document('S-1', 'M1', 450_000n);
  const named = { ...odd, merchant: { ...odd.merchant, name: 'a\u2028b' } };
  const { page } = await secondBatch(output({ '2026-09/batch-001': [named] }));
  expect(rowsOf(page, 'revenue')[1]?.[2]).toBe('4,500.00');
});
