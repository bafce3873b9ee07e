/** What scores were computed from: for each agent the indicators with value, band, points and weight. */
import type { Document } from '../../documents/document.js';
import { Rational } from '../../money/rational.js';
import { measuredIndicators } from '../../pricing/indicators.js';
import type { Line } from '../../pricing/line.js';
import type { Say } from '../../words/bilingual.js';
import { LABELS } from '../../words/labels.js';
import { plain } from '../../words/numbers.js';
import { beside, fitted, gap, small, stack, tagged, text, type Block } from './engine/block.js';
import { span, type Column } from './engine/style.js';
import type { StatementContract } from './statement.js';

const COLUMNS: readonly Column[] = [span(0, 4), span(4, 6), span(6, 8), span(8, 10), span(10, 12)];

/** A table per agent whose appraisal has a line; a score that was given has no indicators. */
export function indicatorTables(
  { lines }: Pick<Document, 'lines'>,
  { contractId }: Pick<StatementContract, 'contractId'>,
  say: Say,
): Block[] {
  const own = lines.filter((line) => line.contractId === contractId && line.kind === 'appraisal');
  const byAgent = new Map(own.map((line) => [line.subject.agent ?? '', line]));
  return [...byAgent].flatMap(([agentId, line]) => tableOf(agentId, line, say));
}

function tableOf(agentId: string, { quantity, terms }: Line, say: Say): Block[] {
  const measured = measuredIndicators(terms.quantity);
  if (measured.length === 0) return [];
  const score = `${say(LABELS.score)} ${quantity.plus(Rational.ONE).toDecimal()}`;
  const { indicator, weight, value, bandFrom, points } = LABELS;
  const labels = [indicator, value, bandFrom, points, weight].map((label) => say(label));
  const rows = measured.map((one) => {
    const band = one.from === null ? say(LABELS.belowBands) : `≥ ${number(one.from)}`;
    return [one.name, number(one.value), band, number(one.points), number(one.weight)];
  });
  return [
    stack([
      beside([text(agentId, span(0, 4)), text(score, span(4, 12))]),
      gap(2),
      tagged('Table', stack([rowOf(labels, 'TH'), ...rows.map((cells) => rowOf(cells, 'TD'))])),
      gap(8),
    ]),
  ];
}

function rowOf(cells: readonly string[], tag: 'TH' | 'TD'): Block {
  const blocks = cells.map((cell, at) => {
    const column = COLUMNS[at] ?? span(0, 12);
    const style = { align: at === 0 ? 'left' : 'right', tag } as const;
    return tag === 'TH' ? small(cell, column, style) : fitted(cell, column, style);
  });
  return tagged('TR', beside(blocks));
}

function number(value: Rational): string {
  return plain(value.toDecimal());
}
