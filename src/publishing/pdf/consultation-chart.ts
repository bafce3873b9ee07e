/** Consultations per day as bars, with the limits of the ladder's steps as thin lines. */
import type { Document } from '../../documents/document.js';
import { groupDigits } from '../../money/amount.js';
import type { ConsultationDay } from '../../pricing/usage.js';
import { figure, ONE_LINE, type Block, type Canvas } from './block.js';
import { LABELS, type Say } from './labels.js';
import { monthShape } from './numbers.js';
import type { StatementContract } from './statement.js';
import { COLOR, LEFT, SIZE, WIDTH } from './style.js';

const HEIGHT = { bars: 80, above: 10, below: 14 } as const;
/** To the right of the bars, for the limits. */
const MARGIN = 34;

interface Chart {
  readonly period: string;
  readonly days: readonly ConsultationDay[];
  readonly limits: readonly number[];
  /** What the bars' whole height stands for. */
  readonly top: number;
}

export function chartOf(
  { period, lines }: Document,
  { usage, plan, limits: known, contractId }: StatementContract,
  say: Say,
): Block | null {
  const days = usage.consultationDays;
  if (days.length === 0) return null;
  const ofLines = lines
    .filter((line) => line.contractId === contractId)
    .flatMap(({ basis }) => basis.filter(({ name }) => name === 'tier_up_to'))
    .map(({ value }) => Number(value))
    .filter((limit) => limit > 0);
  const limits = plan === 'consultation_ladder' ? [...new Set(known ?? ofLines)] : [];
  const most = Math.max(1, ...days.map(({ consultations }) => Number(consultations)));
  const next = Math.min(...limits.filter((limit) => limit >= most));
  // a limit far above all bars would flatten them
  const top = next <= most * 2 ? next : most;
  const shown = limits.filter((limit) => limit > 0 && limit <= top);
  const words = days.map(({ date, consultations }) => `${date.slice(5)} ${consultations}`);
  const alt = `${say(LABELS.consultations)}: ${words.join(', ')}`;
  return figure(HEIGHT.above + HEIGHT.bars + HEIGHT.below, alt, (canvas, y) => {
    drawChart(canvas, { period, days, limits: shown, top }, y + HEIGHT.above + HEIGHT.bars);
  });
}

function drawChart({ pdf }: Canvas, { period, days, limits, top }: Chart, base: number): void {
  const step = (WIDTH - MARGIN) / monthShape(period).days;
  const heightOf = (value: number): number => (value / top) * HEIGHT.bars;
  const label = (content: string, x: number, y: number, width: number): void => {
    const slack = Math.max(0, width - pdf.widthOfString(content)) / 2;
    pdf.text(content, x + slack, y, ONE_LINE);
  };
  pdf.font('regular').fontSize(SIZE.tiny);
  for (const limit of limits) {
    const y = base - heightOf(limit);
    pdf.rect(LEFT, y, WIDTH - MARGIN, 0.4).fill(COLOR.rule);
    pdf.fillColor(COLOR.muted);
    label(`≤ ${groupDigits(String(limit))}`, LEFT + WIDTH - MARGIN + 4, y + 2, 0);
  }
  const counts = new Map<string, number>(
    days.map(({ date, consultations }) => [date, Number(consultations)]),
  );
  const dates = Array.from({ length: monthShape(period).days }, (_, at) => ({
    x: LEFT + at * step,
    day: String(at + 1),
    count: counts.get(`${period}-${String(at + 1).padStart(2, '0')}`),
  }));
  for (const { x, count = 0 } of dates)
    pdf.rect(x + 1.5, base - heightOf(count), step - 3, heightOf(count));
  pdf.fill(COLOR.mark);
  pdf.rect(LEFT, base, WIDTH - MARGIN, 0.6).fill(COLOR.rule);
  for (const { x, day, count } of dates) {
    pdf.fillColor(count === undefined ? COLOR.faint : COLOR.muted);
    label(day, x, base + 8, step);
    if (count === undefined) continue;
    const height = heightOf(count);
    // in the bar, where it is high enough: there no line crosses it
    const isInside = height > 2 * SIZE.tiny;
    pdf.fillColor(isInside ? COLOR.paper : COLOR.muted);
    label(groupDigits(String(count)), x, base - height + (isInside ? SIZE.tiny + 1 : -2), step);
  }
}
