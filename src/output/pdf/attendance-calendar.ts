/**
 * Attendance as a small calendar per agent: a month from Monday to Sunday, worked days filled. A day is in
 * the colour of a surcharge where it lies under that alone, and has a bar of it where a part of it does. A day
 * of less than a whole one is pale.
 */
import { groupBy, groupInOrder } from '../../group-by.js';
import { sumAmounts } from '../../money/amount.js';
import { Rational } from '../../money/rational.js';
import type { AttendanceDay } from '../../pricing/usage.js';
import { beside, figure, gap, small, stack, text, type Block } from './engine/block.js';
import { centered, type Canvas, type Rectangle } from './engine/canvas.js';
import { counted, LABELS } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import { dateRuns, monthShape } from '../../words/numbers.js';
import type { SurchargedTimes } from './statement.js';
import { BASELINE, COLOR, SIZE, span, type Column } from './engine/style.js';

const PER_ROW = 4;
const MICROSECONDS_PER_HOUR = 3_600_000_000n;
/** Of a surcharge that holds for a part of the day. */
const BAR = 2.5;
const CELL = { width: 14, height: 11, gap: 1.5 } as const;

/** What makes worked time dearer, and in which colour it is shown. */
export interface CalendarMarks {
  readonly surcharged: readonly SurchargedTimes[];
  /** By surcharge, in the order of the contract's lines. */
  readonly colors: ReadonlyMap<string, string>;
  /** From how much worked time on a day is a whole one, in microseconds. */
  readonly fullDay: bigint;
}

/** Rows of calendars, in order of agent; an agent without worked time has none. */
export function calendarsOf(
  attendance: readonly AttendanceDay[],
  marks: CalendarMarks,
  period: string,
  say: Say,
): Block[] {
  const worked = attendance.filter(({ workedMicroseconds }) => workedMicroseconds > 0n);
  const agents = [...groupInOrder(worked, ({ agentId }) => agentId)];
  const rows: Block[] = [];
  for (let at = 0; at < agents.length; at += PER_ROW) {
    const row = agents
      .slice(at, at + PER_ROW)
      .map(([agentId, days], place) =>
        calendarOf(
          agentId,
          days,
          marksOf(agentId, days, marks),
          period,
          say,
          span(place * 3, place * 3 + 3),
        ),
      );
    rows.push(stack([beside(row), gap(10)]));
  }
  return rows;
}

function calendarOf(
  agentId: string,
  days: readonly AttendanceDay[],
  marked: DayMarks,
  period: string,
  say: Say,
  column: Column,
): Block {
  const dates = [...new Set(days.map(({ date }) => date))];
  const worked = sumAmounts(days.map(({ workedMicroseconds }) => workedMicroseconds));
  const hours = Rational.of(worked, MICROSECONDS_PER_HOUR).toFixed(1);
  const { days: dayCount, startsOn } = monthShape(period);
  const height = Math.ceil((startsOn + dayCount) / 7) * (CELL.height + CELL.gap);
  const short = [...marked].flatMap(([date, { isShort }]) => (isShort ? [date] : []));
  const parts = [
    `${dates.length} ${say(counted(String(dates.length), LABELS.days))}`,
    `${hours} ${say(LABELS.hours)}`,
    ...(short.length === 0 ? [] : [`${say(LABELS.shortDays)} ${short.length}`]),
  ];
  const told = short.length === 0 ? '' : `; ${say(LABELS.shortDays)}: ${dateRuns(short)}`;
  return stack([
    text(agentId, column),
    small(parts.join('  ·  '), column),
    gap(3),
    figure(height, `${agentId}: ${dateRuns(dates)}${told}`, (canvas, y) => {
      drawMonth(canvas, marked, period, column.x, y);
    }),
  ]);
}

interface DayMark {
  /** Of its surcharges. */
  readonly colors: readonly string[];
  /** Whether no worked time lies outside of them. */
  readonly isWhole: boolean;
  /** Whether less was worked than a whole day. */
  readonly isShort: boolean;
}

/** By worked date. */
type DayMarks = ReadonlyMap<string, DayMark>;

function marksOf(
  agentId: string,
  days: readonly AttendanceDay[],
  { surcharged, colors, fullDay }: CalendarMarks,
): DayMarks {
  const own = groupBy(
    surcharged.filter((one) => one.agentId === agentId),
    ({ date }) => date,
  );
  return new Map(
    [...groupBy(days, ({ date }) => date)].map(([date, ofDate]) => {
      const under = own.get(date) ?? [];
      const names = new Set(under.map(({ surcharge }) => surcharge));
      const worked = sumAmounts(ofDate.map(({ workedMicroseconds }) => workedMicroseconds));
      const dearer = sumAmounts(under.flatMap(({ times }) => times.map(({ length }) => length)));
      return [
        date,
        {
          colors: [...colors].flatMap(([name, color]) => (names.has(name) ? [color] : [])),
          isWhole: worked === dearer,
          isShort: worked < fullDay,
        },
      ];
    }),
  );
}

/** On pale cells; on all others letters are white. */
const LABEL_COLORS: ReadonlyMap<string, string> = new Map([
  [COLOR.tint, COLOR.muted],
  [COLOR.part, COLOR.ink],
]);

interface Cell extends Rectangle {
  readonly label: string;
  readonly fill: string;
  /** Colours of bars along the lower edge, side by side. */
  readonly bars: readonly string[];
}

function drawMonth(
  canvas: Canvas,
  marked: DayMarks,
  period: string,
  left: number,
  top: number,
): void {
  const cells = cellsOf(marked, period, left, top);
  for (const [fill, some] of groupBy(cells, (cell) => cell.fill)) {
    canvas.fill(some, fill);
    const size = SIZE.tiny;
    const labels = some.map(({ label, x, y, width }) =>
      centered(label, { x, baseline: y + size * BASELINE + 1.3, width }, size),
    );
    canvas.write(labels, { size, color: LABEL_COLORS.get(fill) ?? COLOR.paper });
  }
  for (const { bars, x, y, width, height } of cells)
    for (const [at, color] of bars.entries()) {
      const part = width / bars.length;
      canvas.fill([{ x: x + at * part, y: y + height - BAR, width: part, height: BAR }], color);
    }
}

function cellsOf(marked: DayMarks, period: string, left: number, top: number): Cell[] {
  const { days, startsOn } = monthShape(period);
  return Array.from({ length: days }, (_, at) => {
    const place = startsOn + at;
    const day = marked.get(`${period}-${String(at + 1).padStart(2, '0')}`);
    const { colors, isWhole, isShort } = day ?? { colors: [], isWhole: false, isShort: false };
    const [first] = colors;
    const isFilled = isWhole && !isShort && colors.length === 1 && first !== undefined;
    const ofWork = isShort ? COLOR.part : COLOR.mark;
    const worked = day === undefined ? COLOR.tint : ofWork;
    return {
      label: String(at + 1),
      fill: isFilled ? first : worked,
      bars: isFilled ? [] : colors,
      x: left + (place % 7) * (CELL.width + CELL.gap),
      y: top + Math.floor(place / 7) * (CELL.height + CELL.gap),
      width: CELL.width,
      height: CELL.height,
    };
  });
}
