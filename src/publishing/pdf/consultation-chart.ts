/** Consultations per day as bars, with the limits of the ladder's steps as thin lines. */
import type { Document } from '../../documents/document.js';
import { groupDigits } from '../../money/amount.js';
import type { ConsultationDay } from '../../pricing/usage.js';
import { figure, type Block } from './block.js';
import type { Canvas, Rectangle } from './canvas.js';
import { drawnWidthInEms, fonts } from './fonts.js';
import { LABELS, type Say } from './labels.js';
import { monthShape } from './numbers.js';
import type { StatementContract } from './statement.js';
import { COLOR, LEFT, SIZE, WIDTH } from './style.js';

const HEIGHT = { bars: 80, above: 10, below: 14 } as const;
/** To the right of the bars, for the limits. */
const MARGIN = 34;

type Place = Pick<Rectangle, 'x' | 'y' | 'width'>;

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

function drawChart(canvas: Canvas, { period, days, limits, top }: Chart, base: number): void {
  const step = (WIDTH - MARGIN) / monthShape(period).days;
  const size = SIZE.tiny;
  const heightOf = (value: number): number => (value / top) * HEIGHT.bars;
  const label = (content: string, { x, y, width }: Place, color: string): void => {
    const slack = Math.max(0, width - drawnWidthInEms(content, fonts().regular) * size) / 2;
    canvas.text(content, x + slack, y, { size, color });
  };
  for (const limit of limits) {
    const y = base - heightOf(limit);
    canvas.fill([{ x: LEFT, y, width: WIDTH - MARGIN, height: 0.4 }], COLOR.rule);
    const right = { x: LEFT + WIDTH - MARGIN + 4, y: y + 2, width: 0 };
    label(`≤ ${groupDigits(String(limit))}`, right, COLOR.muted);
  }
  const counts = new Map<string, number>(
    days.map(({ date, consultations }) => [date, Number(consultations)]),
  );
  const dates = Array.from({ length: monthShape(period).days }, (_, at) => ({
    x: LEFT + at * step,
    day: String(at + 1),
    count: counts.get(`${period}-${String(at + 1).padStart(2, '0')}`),
  }));
  const bars = dates.map(({ x, count = 0 }) => {
    const height = heightOf(count);
    return { x: x + 1.5, y: base - height, width: step - 3, height };
  });
  canvas.fill(bars, COLOR.mark);
  canvas.fill([{ x: LEFT, y: base, width: WIDTH - MARGIN, height: 0.6 }], COLOR.rule);
  for (const { x, day, count } of dates) {
    const below = { x, y: base + 8, width: step };
    label(day, below, count === undefined ? COLOR.faint : COLOR.muted);
  }
  for (const { x, count } of dates) {
    if (count === undefined) continue;
    const height = heightOf(count);
    // in the bar, where it is high enough: there no line crosses it
    const isInside = height > 2 * size;
    const y = base - height + (isInside ? size + 1 : -2);
    label(groupDigits(String(count)), { x, y, width: step }, isInside ? COLOR.paper : COLOR.muted);
  }
}
