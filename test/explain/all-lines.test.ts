/** Over the demo and every scenario of `fixtures/plans`: each line's figures come to the printed amount. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReference } from '../../src/reference/read-reference.js';
import { periodOf, wholePeriod } from '../../src/period/period.js';
import { localDate } from '../../src/period/local-date.js';
import { withFacts } from '../../src/facts/roll-up.js';
import { explainDocument, withInputRows } from '../../src/explain/explain-document.js';
import type { ExplainedLine, Explanation } from '../../src/explain/explanation.js';
import { Figures } from '../../src/explain/figures.js';
import { findDocument, type FoundDocument } from '../../src/explain/find-document.js';
import { sayIn } from '../../src/words/language.js';
import { rowsOfLine, type LineRows, type RowsOf } from '../../src/explain/line-rows.js';
import { bill, DEMO, emptyFolder } from '../run/run-demo.js';

const PLANS = join(import.meta.dirname, '../../fixtures/plans');
const OCTOBER = periodOf(localDate('2026-10-01'));
const say = sayIn('en');
const folders: string[] = [];

function folder(): string {
  const made = emptyFolder();
  folders.push(made);
  return made;
}

afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true });
});

async function found(output: string, number: string): Promise<FoundDocument> {
  const document = await findDocument(output, number);
  if ('notFound' in document) throw new Error(document.notFound.case);
  return document;
}

function soundness(explanation: Explanation): object[] {
  return explanation.lines.map(({ line, doubts, orders, steps }) => ({
    kind: line.kind,
    doubts,
    orders: orders?.comesToBasis ?? true,
    isExplained: steps.length > 0,
  }));
}

function sound({ lines }: Explanation): object[] {
  return lines.map(({ line }) => ({
    kind: line.kind,
    doubts: [],
    orders: true,
    isExplained: true,
  }));
}

describe.each(readdirSync(PLANS).sort())('%s', (scenario) => {
  it('every line recomputes to the printed amount', async () => {
    const output = folder();
    const result = await bill(join(PLANS, scenario, 'input'), output);
    for (const { number } of result.documents) {
      const explanation = await explainDocument(output, await found(output, number), say);
      expect(explanation.lines.length).toBeGreaterThan(0);
      expect(soundness(explanation)).toEqual(sound(explanation));
    }
  });
});

describe('the demo', () => {
  const output = folder();
  const explanations: Explanation[] = [];

  beforeAll(async () => {
    const { documents } = await bill(DEMO, output);
    const { tables } = await readReference(DEMO);
    if (tables === null) throw new Error('the demo can be read');
    const job = { inputFolder: DEMO, workFolder: folder(), tables, span: wholePeriod(OCTOBER) };
    await withFacts(job, async (facts) => {
      for (const { number, merchantId } of documents) {
        const explanation = await explainDocument(output, await found(output, number), say);
        const context = { merchantId, period: '2026-10', tables, facts, rowsMax: 1_000_000 };
        const lines: ExplainedLine[] = [];
        for (const line of explanation.lines)
          lines.push({ ...line, rows: await rowsOfLine(line.line, context) });
        explanations.push({ ...explanation, lines });
      }
    });
  }, 60_000);

  it('every line recomputes to the printed amount', () => {
    expect(explanations).toHaveLength(16);
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
    for (const { line, rows } of lines) {
      const sales = new Figures(line).text('attributed_sales');
      const orders = rowsOf(rows, 'attributed_orders');
      const sum = orders.reduce((total, { cells }) => total + fen(cells['amount'] ?? ''), 0n);
      expect(sum).toBe(fen(sales));
      expect(orders.length).toBe(Number(new Figures(line).text('attributed_orders')));
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
      expect([...agents]).toEqual([new Figures(line).text('agent')]);
    }
  });

  it('scores and adjustments are found at their records', () => {
    const appraisal = linesOf(explanations, ['appraisal'])[0];
    const score = new Figures(appraisal?.line ?? { basis: [] }).text('score');
    expect(rowsOf(appraisal?.rows ?? null, 'scores').map(({ cells }) => cells['score'])).toEqual([
      score,
    ]);
    const adjustment = linesOf(explanations, ['adjustment'])[0];
    expect(rowsOf(adjustment?.rows ?? null, 'adjustments')).toMatchObject([
      { file: 'adjustments.csv', record: 1 },
    ]);
  });

  it('says that the input is the one that was billed, and names the file that is not', async () => {
    const input = folder();
    cpSync(DEMO, input, { recursive: true });
    const file = join(input, 'orders.csv');
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\r\n`);
    const document = await found(output, 'INV-202610-000001');
    const published = await explainDocument(output, document, say);
    const differing = async (folderOfInput: string): Promise<unknown> => {
      const whole = await withInputRows(published, document, folderOfInput, 1);
      return 'problems' in whole ? whole.problems : whole.input?.differing;
    };
    expect(await differing(DEMO)).toEqual([]);
    expect(await differing(input)).toEqual(['orders.csv']);
  });

  it('explains a reversal by the lines that it negates, and links both', async () => {
    await bill(DEMO, output, { reissued: new Set(['M05']) });
    const reversal = await found(output, 'INV-202610-000017');
    expect(reversal.document.cancels).toBe('INV-202610-000005');
    const explanation = await explainDocument(output, reversal, say);
    expect(soundness(explanation)).toEqual(sound(explanation));
    expect(explanation.lines[0]?.steps.at(-1)?.label).toBe('reversed');
    expect(await found(output, 'INV-202610-000005')).toMatchObject({
      cancelledBy: 'INV-202610-000017',
      replacedBy: 'INV-202610-000018',
    });
  });
});

function linesOf(explanations: readonly Explanation[], kinds: readonly string[]): ExplainedLine[] {
  return explanations.flatMap(({ lines }) => lines.filter(({ line }) => kinds.includes(line.kind)));
}

function rowsOf(rows: readonly LineRows[] | null, what: RowsOf): LineRows['rows'] {
  return (rows ?? []).filter((found) => found.what === what).flatMap((one) => one.rows);
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
