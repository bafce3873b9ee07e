/** Over the demo and every scenario of `fixtures/plans`: each line's term and rows come to the printed amount. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readReference } from '../../src/reference/read-reference.js';
import { periodOf, wholePeriod } from '../../src/period/period.js';
import { localDate } from '../../src/period/local-date.js';
import { openFacts } from '../../src/facts/facts.js';
import { explainDocument, withInputRows } from '../../src/explain/explain-document.js';
import type { ExplainedLine, Explanation } from '../../src/explain/explanation.js';
import { findDocument, type FoundDocument } from '../../src/ledger/find-document.js';
import { sayIn } from '../../src/words/language.js';
import { comesToAmount } from '../../src/explain/explain-draft.js';
import { rowsOfLine, type LineRows } from '../../src/explain/line-rows.js';
import type { RowsOf } from '../../src/words/explain-words.js';
import type { FigureName } from '../../src/pricing/figures.js';
import { sum } from '../../src/money/rational.js';
import { scenariosOf } from '../../fixtures/scenario.js';
import { bill, DEMO } from '../run/run-demo.js';
import { billed } from '../support/billed.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';

const OCTOBER = periodOf(localDate('2026-10-01'));
const say = sayIn('en');

async function found(output: string, number: string): Promise<FoundDocument> {
  const document = await findDocument(output, number);
  if ('missing' in document) throw new Error(`${number} is ${document.missing}`);
  return document;
}

function soundness(explanation: Explanation): object[] {
  return explanation.lines.map(({ line, orders, steps }) => ({
    kind: line.kind,
    comesToAmount: comesToAmount(line, explanation.draft),
    orders: orders?.comesToBasis ?? true,
    isExplained: steps.length > 0,
  }));
}

function sound({ lines }: Explanation): object[] {
  return lines.map(({ line }) => ({
    kind: line.kind,
    comesToAmount: true,
    orders: true,
    isExplained: true,
  }));
}

describe.each(scenariosOf('plans'))('%s', (scenario) => {
  it('every line recomputes to the printed amount', async () => {
    const { output, result } = await billed(scenario);
    for (const { number } of result.documents) {
      const explanation = await explainDocument(output, await found(output, number), say);
      expect(explanation.lines.length).toBeGreaterThan(0);
      expect(soundness(explanation)).toEqual(sound(explanation));
    }
  });
});

describe('the demo', () => {
  const explanations: Explanation[] = [];
  let output: string;

  beforeAll(async () => {
    const demo = await billed('demo');
    output = demo.output;
    const { tables, reads } = await readReference(DEMO);
    if (tables === null) throw new Error('the demo can be read');
    const job = {
      inputFolder: DEMO,
      workFolder: temporaryFolder(),
      tables,
      span: wholePeriod(OCTOBER),
    };
    await using facts = await openFacts(job);
    for (const { number, merchantId } of demo.result.documents) {
      const explanation = await explainDocument(output, await found(output, number), say);
      const context = {
        merchantId,
        period: '2026-10',
        tables,
        reads,
        facts,
        places: new Map(),
        rowsMax: 1_000_000,
      };
      const lines: ExplainedLine[] = [];
      for (const line of explanation.lines)
        lines.push({ ...line, rows: await rowsOfLine(line.line, context) });
      explanations.push({ ...explanation, lines });
    }
  }, 60_000);

  it('every line recomputes to the printed amount', () => {
    expect(explanations).toHaveLength(19);
    for (const explanation of explanations)
      expect(soundness(explanation)).toEqual(sound(explanation));
  });

  it('the total of each document is its last step', () => {
    for (const { draft, totals } of explanations)
      expect(totals.at(-1)?.result.replaceAll(',', '')).toBe(fixed(draft.total));
  });

  it('the rows behind a commission come to its sales, in fen', () => {
    const lines = linesOf(explanations, ['commission']);
    expect(lines.length).toBeGreaterThan(5);
    for (const explained of lines) {
      const orders = rowsOf(explained.rows, 'attributed_orders');
      const paid = orders.reduce((total, { cells }) => total + fen(cells['amount'] ?? ''), 0n);
      expect(paid).toBe(fen(figureOf(explained, 'attributed_sales')));
      if (explained.figures.some(({ name }) => name === 'attributed_orders'))
        expect(String(orders.length)).toBe(figureOf(explained, 'attributed_orders'));
    }
  });

  it('the rows behind a day of a ladder come to its consultations', () => {
    const lines = linesOf(explanations, ['ladder', 'overflow']);
    expect(lines.length).toBeGreaterThan(5);
    for (const { line, rows } of lines) {
      const dates = new Set(rowsOf(rows, 'consultations').map(({ cells }) => cells['date']));
      const days = line.unit === 'day' ? Number(line.quantity.toDecimal()) : dates.size;
      expect(dates.size).toBe(days);
      expect(dates.size).toBeGreaterThan(0);
    }
  });

  it('each salary, base and custody line has the shifts of its agent alone', () => {
    const lines = linesOf(explanations, ['salary', 'base', 'custody']);
    expect(lines.length).toBeGreaterThan(15);
    for (const { line, rows } of lines) {
      const shifts = rowsOf(rows, 'shifts');
      const agents = new Set(shifts.map(({ cells }) => cells['agent_id']));
      expect([...agents]).toEqual([line.subject.agent]);
    }
  });

  it('scores and adjustments are found at their records', () => {
    // those of C19-1 are computed from indicators
    const [computed, given] = [true, false].map((isComputed) =>
      linesOf(explanations, ['appraisal']).filter(
        ({ line }) => (line.contractId === 'C19-1') === isComputed,
      ),
    );
    expect(given?.length).toBeGreaterThan(0);
    expect(computed?.map(({ rows }) => rowsOf(rows, 'indicator_values').length)).toEqual([3, 3]);
    for (const one of given ?? []) {
      const found = rowsOf(one.rows, 'scores').map(({ cells }) => cells['score']);
      expect(found).toEqual([figureOf(one, 'score')]);
    }
    const adjustments = linesOf(explanations, ['adjustment']);
    expect(adjustments.map(({ rows }) => rowsOf(rows, 'adjustments'))).toMatchObject([
      [{ file: 'adjustments.csv', record: 1 }],
      [{ file: 'adjustments.csv', record: 2 }],
    ]);
  });

  it('says that the input is the one that was billed, and names the file that is not', async () => {
    const input = temporaryCopy(DEMO);
    const file = join(input, 'orders.csv');
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\r\n`);
    const document = await found(output, 'INV-202610-000001');
    const published = await explainDocument(output, document, say);
    const differing = async (folderOfInput: string): Promise<unknown> => {
      const whole = await withInputRows(published, document, output, folderOfInput, 1);
      return 'problems' in whole ? whole.problems : whole.input?.differing;
    };
    expect(await differing(DEMO)).toEqual([]);
    expect(await differing(input)).toEqual(['orders.csv']);
  });

  it('explains a reversal by the lines that it negates, and links both', async () => {
    const ledger = temporaryCopy(output);
    await bill(DEMO, ledger, { reissued: new Set(['M05']) });
    const reversal = await found(ledger, 'INV-202610-000020');
    expect(reversal.document.cancels).toBe('INV-202610-000005');
    const explanation = await explainDocument(ledger, reversal, say);
    expect(soundness(explanation)).toEqual(sound(explanation));
    expect(explanation.lines[0]?.steps.at(-1)?.label).toBe('reversed');
    expect(await found(ledger, 'INV-202610-000005')).toMatchObject({
      cancelledBy: 'INV-202610-000020',
      replacedBy: 'INV-202610-000021',
    });
  });
});

function linesOf(explanations: readonly Explanation[], kinds: readonly string[]): ExplainedLine[] {
  return explanations.flatMap(({ lines }) => lines.filter(({ line }) => kinds.includes(line.kind)));
}

function rowsOf(rows: readonly LineRows[] | null, what: RowsOf): LineRows['rows'] {
  return (rows ?? []).filter((found) => found.what === what).flatMap((one) => one.rows);
}

/** The sum of the figures of a name in a line, as it is printed. */
function figureOf({ figures }: ExplainedLine, name: FigureName): string {
  return sum(figures.filter((one) => one.name === name).map(({ value }) => value)).toDecimal();
}

/** `12.5` → 1250, by text alone. */
function fen(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

function fixed(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '−' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
