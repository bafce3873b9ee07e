/** Consultations per day as bars, with the limits of the ladder's steps as thin lines. */
import type { Document } from '../../documents/document.js';
import { groupDigits } from '../../money/amount.js';
import type { ConsultationDay } from '../../pricing/usage.js';
import { figure, type Block } from './engine/block.js';
import { centered, type Canvas, type PlacedText, type Rectangle } from './engine/canvas.js';
import { LABELS } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import { monthShape } from '../../words/numbers.js';
import type { StatementContract } from './statement.js';
import { COLOR, LEFT, SIZE, WIDTH } from './engine/style.js';

const HEIGHT = { bars: 70, above: 10, below: 14 } as const;
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
  { period }: Document,
  { usage, limits: known }: StatementContract,
  say: Say,
): Block | null {
  const days = usage.consultationDays;
  if (days.length === 0) return null;
  const limits = [...new Set(known)];
  const most = days.reduce((size, { consultations }) => Math.max(size, Number(consultations)), 1);
  const next = limits
    .filter((limit) => limit >= most)
    .reduce((least, limit) => Math.min(least, limit), Infinity);
  // a limit far above all bars would flatten them
  const top = next <= most * 2 ? next : most;
  const shown = limits.filter((limit) => limit > 0 && limit <= top);
  const words = days.map(({ date, consultations }) => `${date.slice(5)} ${consultations}`);
  const alt = `${say(LABELS.consultations)}: ${words.join(', ')}`;
  return figure(HEIGHT.above + HEIGHT.bars + HEIGHT.below, alt, (canvas, y) => {
    drawChart(canvas, { period, days, limits: shown, top }, y + HEIGHT.above + HEIGHT.bars);
  });
}

function drawChart(canvas: Canvas, chart: Chart, base: number): void {
  const write = (texts: readonly PlacedText[], color: string): void => {
    if (texts.length > 0) canvas.write(texts, { size: SIZE.tiny, color });
  };
  for (const limit of chart.limits) {
    const y = base - heightOf(limit, chart);
    canvas.fill([{ x: LEFT, y, width: WIDTH - MARGIN, height: 0.4 }], COLOR.rule);
    const content = `≤ ${groupDigits(String(limit))}`;
    write([{ content, x: LEFT + WIDTH - MARGIN + 4, baseline: y + 2 }], COLOR.muted);
  }
  const bars = barsOf(chart, base);
  const known = bars.filter(({ isKnown }) => isKnown);
  const rectangles = known.map(({ rectangle }) => rectangle);
  canvas.fill(rectangles, COLOR.mark);
  canvas.fill([{ x: LEFT, y: base, width: WIDTH - MARGIN, height: 0.6 }], COLOR.rule);
  const daysOf = (some: readonly Bar[]): PlacedText[] => some.map(({ day }) => day);
  const countsOf = (some: readonly Bar[]): PlacedText[] => some.map(({ count }) => count);
  write(daysOf(bars.filter(({ isKnown }) => !isKnown)), COLOR.faint);
  write([...daysOf(known), ...countsOf(known.filter(({ isInside }) => !isInside))], COLOR.muted);
  write(countsOf(known.filter(({ isInside }) => isInside)), COLOR.paper);
}

interface Bar {
  readonly rectangle: Rectangle;
  readonly day: PlacedText;
  readonly count: PlacedText;
  readonly isKnown: boolean;
  /** The count stands in the bar, where it is high enough: there no line crosses it. */
  readonly isInside: boolean;
}

/** A bar for each day of the month, also for those of which nothing is known. */
function barsOf(chart: Chart, base: number): Bar[] {
  const { period, days } = chart;
  const dayCount = monthShape(period).days;
  const width = (WIDTH - MARGIN) / dayCount;
  const counts = new Map<string, bigint>(
    days.map(({ date, consultations }) => [date, consultations]),
  );
  return Array.from({ length: dayCount }, (_, at) => {
    const count = counts.get(`${period}-${String(at + 1).padStart(2, '0')}`);
    const [x, height] = [LEFT + at * width, heightOf(Number(count ?? 0n), chart)];
    const label = (content: string, baseline: number): PlacedText =>
      centered(content, { x, baseline, width }, SIZE.tiny);
    const isInside = height > 2 * SIZE.tiny;
    const countAt = base - height + (isInside ? SIZE.tiny + 1 : -2);
    return {
      rectangle: { x: x + 1.5, y: base - height, width: width - 3, height },
      day: label(String(at + 1), base + 8),
      count: label(groupDigits(String(count ?? 0n)), countAt),
      isKnown: count !== undefined,
      isInside,
    };
  });
}

function heightOf(value: number, { top }: Chart): number {
  return (value / top) * HEIGHT.bars;
}
