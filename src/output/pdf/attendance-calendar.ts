/**
 * Attendance as a small calendar per agent: a month from Monday to Sunday, worked days filled. A day is in
 * the colour of a surcharge where it lies under that alone, and has a bar of it where a part of it does. A day
 * of less than a whole one is pale, which stands above the calendar.
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
import { BASELINE, COLOR, FULL, SIZE, span } from './engine/style.js';
import { swatch } from './swatch.js';

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

/** A date on which an agent worked; a day of custody is a whole one, however long its shifts were. */
export interface CalendarDay extends Pick<AttendanceDay, 'agentId' | 'date'> {
  readonly workedMicroseconds: bigint | null;
}

/** Rows of calendars, in order of agent; an agent without worked time has none. */
export function calendarsOf(
  attendance: readonly CalendarDay[],
  marks: CalendarMarks,
  period: string,
  say: Say,
): Block[] {
  const worked = attendance.filter(({ workedMicroseconds }) => workedMicroseconds !== 0n);
  const agents = [...groupInOrder(worked, ({ agentId }) => agentId)].map(([agentId, days]) => {
    return { agentId, days, marked: marksOf(agentId, days, marks) };
  });
  const rows: Block[] = [];
  for (let at = 0; at < agents.length; at += PER_ROW) {
    const some = agents.slice(at, at + PER_ROW);
    const columns = some.map((_, place) => span(place * 3, place * 3 + 3));
    const heads = some.map((agent, place) => headOf(agent, say, columns[place]));
    const months = some.map((agent, place) => monthOf(agent, period, say, columns[place]));
    rows.push(stack([beside(heads), gap(3), beside(months), gap(10)]));
  }
  return rows;
}

interface CalendarAgent {
  readonly agentId: string;
  readonly days: readonly CalendarDay[];
  readonly marked: DayMarks;
}

/** Who it is, how much was worked, and how many days are pale. */
function headOf({ agentId, days, marked }: CalendarAgent, say: Say, column = FULL): Block {
  const count = String(marked.size);
  const worked = sumAmounts(days.map(({ workedMicroseconds }) => workedMicroseconds ?? 0n));
  const hours = Rational.of(worked, MICROSECONDS_PER_HOUR).toFixed(1);
  const inDays = `${count} ${say(counted(count, LABELS.days))}`;
  const inHours = worked === 0n ? '' : `  ·  ${hours} ${say(LABELS.hours)}`;
  const short = shortDates(marked).length;
  const indent = SIZE.small + 1;
  const legend =
    short === 0
      ? gap(0)
      : beside([
          swatch(COLOR.part, column.x, SIZE.small),
          small(`${say(LABELS.shortDays)} ${short}`, {
            x: column.x + indent,
            width: column.width - indent,
          }),
        ]);
  return stack([text(agentId, column), small(inDays + inHours, column), legend]);
}

function monthOf(
  { agentId, marked }: CalendarAgent,
  period: string,
  say: Say,
  column = FULL,
): Block {
  const { days, startsOn } = monthShape(period);
  const height = Math.ceil((startsOn + days) / 7) * (CELL.height + CELL.gap);
  const short = shortDates(marked);
  const told = short.length === 0 ? '' : `; ${say(LABELS.shortDays)}: ${dateRuns(short)}`;
  return figure(height, `${agentId}: ${dateRuns([...marked.keys()])}${told}`, (canvas, y) => {
    drawMonth(canvas, marked, period, column.x, y);
  });
}

function shortDates(marked: DayMarks): string[] {
  return [...marked].flatMap(([date, { isShort }]) => (isShort ? [date] : []));
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
  days: readonly CalendarDay[],
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
      const isCustody = ofDate.some(({ workedMicroseconds }) => workedMicroseconds === null);
      const worked = sumAmounts(ofDate.map(({ workedMicroseconds }) => workedMicroseconds ?? 0n));
      const dearer = sumAmounts(under.flatMap(({ times }) => times.map(({ length }) => length)));
      return [
        date,
        {
          colors: [...colors].flatMap(([name, color]) => (names.has(name) ? [color] : [])),
          isWhole: isCustody || worked === dearer,
          isShort: !isCustody && worked < fullDay,
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
