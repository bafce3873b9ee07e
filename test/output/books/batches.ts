/** Two batches of the demo with every finance file: a whole month, and what a correction reissues. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { FINANCE_PROFILES } from '../../../src/reference/finance-profiles.js';
import type { Manifest } from '../../../src/ledger/manifest.js';
import { bill, DEMO } from '../../run/run-demo.js';
import { cellsInFile } from '../../support/workbook-cells.js';
import { SAMPLE } from './documents.js';
import { temporaryCopy, temporaryFolder } from '../../support/temporary-folder.js';

export function demoWithCodes(): string {
  const input = temporaryCopy(DEMO);
  copyFileSync(SAMPLE, join(input, 'finance.json'));
  return input;
}

/** The folders of the two batches. The second has reversals, and an adjustment that is credited. */
export async function billTwice(): Promise<[string, string]> {
  const [input, output] = [demoWithCodes(), temporaryFolder()];
  const publish = async (confirmRevisions = 0): Promise<void> => {
    const result = await bill(input, output, { finance: FINANCE_PROFILES, confirmRevisions });
    expect(result.status).toBe('published');
  };
  await publish();
  edit(join(input, 'contracts.csv'), (text) =>
    text
      .replace('fixed_salary,,2026-03-01,,CNY,,5200', 'fixed_salary,,2026-03-01,,CNY,,5300.33')
      .replace('fixed_salary,,2026-01-01,,CNY,3,4980', 'fixed_salary,,2026-01-01,,CNY,3,4981.57')
      .replace('fixed_salary,,2026-06-01,,USD,,780', 'fixed_salary,,2026-06-01,,USD,,781.19'),
  );
  edit(
    join(input, 'adjustments.csv'),
    (text) => `${text.trimEnd()}\nZ1,2026-10,M16,C16-1,CNY,-2000.01,compensation,finance\n`,
  );
  // Four documents are issued anew.
  await publish(4);
  return [join(output, '2026-10/batch-001'), join(output, '2026-10/batch-002')];
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

export function manifestOf(batch: string): Manifest {
  return JSON.parse(readFileSync(join(batch, 'manifest.json'), 'utf8')) as Manifest;
}

export type Row = Readonly<Record<string, string>>;

/** The rows of all files of a profile, by column name, each with the file that it is in. */
export function rowsOf(batch: string, profile: string): Row[] {
  const pattern = new RegExp(`^${profile}(-[^.]+)?\\.csv$`);
  const files = readdirSync(join(batch, 'finance')).filter((file) => pattern.test(file));
  return files.flatMap((file) =>
    parse<Row>(readFileSync(join(batch, 'finance', file)), { bom: true, columns: true }).map(
      (row) => ({ ...row, file }),
    ),
  );
}

/** The rows of a sheet below its header, by the header's names; numbers as their digits. */
export function sheetRows(batch: string, file: string, sheet: string, headerRow: number): Row[] {
  const bytes = readFileSync(join(batch, 'finance', file));
  const rows = cellsInFile(bytes).get(sheet) ?? [];
  const header = rows[headerRow] ?? [];
  return rows
    .slice(headerRow + 1)
    .map((row) =>
      Object.fromEntries(
        header.flatMap((name, at) =>
          name === '' ? [] : [[name, (row[at] ?? '').replace(/^=/, '')] as const],
        ),
      ),
    );
}
