/** Every hand-computed scenario of `fixtures/plans`, through the whole program. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import type { RunResult } from '../../src/run/run-result.js';
import { bill, emptyFolder, publishedDocuments } from '../run/run-demo.js';
import { shownInvoices, shownLines, shownProblems } from './shown.js';

const PLANS = join(import.meta.dirname, '../../fixtures/plans');
const outputs: string[] = [];

afterAll(() => {
  for (const output of outputs) rmSync(output, { recursive: true });
});

function rowsOf(scenario: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(PLANS, scenario, 'expected', file)), { columns: true, bom: true });
}

async function run(scenario: string): Promise<{ result: RunResult; issued: Document[] }> {
  const output = emptyFolder();
  outputs.push(output);
  const result = await bill(join(PLANS, scenario, 'input'), output);
  return { result, issued: await publishedDocuments(output, result) };
}

describe.each(readdirSync(PLANS).sort())('%s', (scenario) => {
  it('bills what its README computes by hand', async () => {
    const { result, issued } = await run(scenario);

    const byText = (left: object, right: object): number =>
      JSON.stringify(left) < JSON.stringify(right) ? -1 : 1;
    expect(shownProblems(result.problems).sort(byText)).toEqual(
      rowsOf(scenario, 'problems.csv').sort(byText),
    );
    expect(shownLines(issued)).toEqual(rowsOf(scenario, 'lines.csv'));
    expect(shownInvoices(issued)).toEqual(rowsOf(scenario, 'invoices.csv'));
  });
});
