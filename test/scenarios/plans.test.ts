/** Every hand-computed scenario of `fixtures/plans`, through the whole program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { scenariosOf } from '../../fixtures/scenario.js';
import { publishedDocuments } from '../run/run-demo.js';
import { billed } from '../support/billed.js';
import { shownInvoices, shownLines, shownProblems } from './shown.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

function rowsOf(scenario: string, file: string): Record<string, string>[] {
  const path = join(FIXTURES, scenario, 'expected', file);
  return parse(readFileSync(path), { columns: true, bom: true });
}

describe.each(scenariosOf('plans'))('%s', (scenario) => {
  it('bills what its README computes by hand', async () => {
    const { output, result } = await billed(scenario);
    const issued = await publishedDocuments(output, result);

    const byText = (left: object, right: object): number =>
      JSON.stringify(left) < JSON.stringify(right) ? -1 : 1;
    expect(shownProblems(result.problems).sort(byText)).toEqual(
      rowsOf(scenario, 'problems.csv').sort(byText),
    );
    expect(shownLines(issued)).toEqual(rowsOf(scenario, 'lines.csv'));
    expect(shownInvoices(issued)).toEqual(rowsOf(scenario, 'invoices.csv'));
  });
});
