/** The rows behind lines of surcharges, indicators and charges, as the tables that people keep have them. */
import { expect, it } from 'vitest';
import { explainDocument, withInputRows } from '../../src/explain/explain-document.js';
import type { ExplainedLine } from '../../src/explain/explanation.js';
import { findDocument } from '../../src/ledger/find-document.js';
import { sayIn } from '../../src/words/language.js';
import { billed } from '../support/billed.js';

/** The explained lines of a scenario's one document, of a kind. */
async function linesOf(scenario: string, kind: string): Promise<ExplainedLine[]> {
  const { input, output, result } = await billed(scenario);
  const [document] = result.documents;
  const found = await findDocument(output, document?.number ?? '');
  if ('missing' in found) throw new Error('the document was published');
  const explanation = await explainDocument(output, found, sayIn('en'));
  const read = await withInputRows(explanation, found, output, input, 3);
  if ('problems' in read) throw new Error('the input can be read');
  return read.lines.filter(({ line }) => line.kind === kind);
}

/** `what count: file record, …` for each kind of rows. */
function rowsOf(line: ExplainedLine | undefined): string[] {
  return (line?.rows ?? []).map(
    ({ what, count, rows }) =>
      `${what} ${count}: ${rows.map(({ file, record }) => `${file} ${record}`).join(', ')}`,
  );
}

it('a surcharge rests on the shifts of its dates, its row, and the days of its tag', async () => {
  const [line] = await linesOf('plans/surcharge-statutory-holidays', 'surcharge');
  expect(rowsOf(line)).toEqual([
    'shifts_of_dates 3: shifts.csv 1, shifts.csv 2, shifts.csv 3',
    'surcharges 1: contract-surcharges.csv 1',
    'calendar 3: calendar.csv 1, calendar.csv 2, calendar.csv 3',
  ]);
  expect(line?.files.map(({ file }) => file)).toContain('calendar.csv');
});

it('the window of a surcharge is shown as it is kept', async () => {
  const [line] = await linesOf('plans/surcharge-nights', 'surcharge');
  expect(line?.rows?.find(({ what }) => what === 'surcharges')?.rows[0]?.cells).toEqual({
    surcharge: 'night',
    day_tag: '',
    window_start: '22:00',
    window_end: '06:00',
    multiplier: '1.3',
  });
});

it('a computed score rests on weights, values and the bands that they lie in', async () => {
  const [line] = await linesOf('plans/fixed-salary-indicators', 'appraisal');
  expect(rowsOf(line)).toEqual([
    'indicators 6: kpi-indicators.csv 1, kpi-indicators.csv 2, kpi-indicators.csv 3',
    'indicator_values 6: kpi-values.csv 1, kpi-values.csv 2, kpi-values.csv 3',
    // of three bands each, the second
    'bands 6: kpi-bands.csv 2, kpi-bands.csv 5, kpi-bands.csv 8',
  ]);
  expect(line?.files.map(({ file }) => file)).toContain('kpi-values.csv');
});

it('a charge rests on its row', async () => {
  const lines = await linesOf('plans/charges', 'charge');
  expect(lines.map(rowsOf)).toEqual([['charges 1: charges.csv 1'], ['charges 1: charges.csv 2']]);
});
