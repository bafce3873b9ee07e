/** Attendance as a small calendar per agent: a month from Monday to Sunday, worked days filled. */
import { groupInOrder } from '../../group-by.js';
import { sumAmounts } from '../../money/amount.js';
import { Rational } from '../../money/rational.js';
import type { AttendanceDay } from '../../pricing/usage.js';
import { beside, figure, gap, small, stack, text, type Block } from './engine/block.js';
import { centered, type Canvas } from './engine/canvas.js';
import { counted, LABELS } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import { dateRuns, monthShape } from '../../words/numbers.js';
import { BASELINE, COLOR, SIZE, span, type Column } from './engine/style.js';

const PER_ROW = 4;
const MICROSECONDS_PER_HOUR = 3_600_000_000n;
const CELL = { width: 14, height: 11, gap: 1.5 } as const;

/** Rows of calendars, in order of agent; an agent without worked time has none. */
export function calendarsOf(
  attendance: readonly AttendanceDay[],
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
        calendarOf(agentId, days, period, say, span(place * 3, place * 3 + 3)),
      );
    rows.push(stack([beside(row), gap(10)]));
  }
  return rows;
}

function calendarOf(
  agentId: string,
  days: readonly AttendanceDay[],
  period: string,
  say: Say,
  column: Column,
): Block {
  const dates = [...new Set(days.map(({ date }) => date))];
  const worked = sumAmounts(days.map(({ workedMicroseconds }) => workedMicroseconds));
  const hours = Rational.of(worked, MICROSECONDS_PER_HOUR).toFixed(1);
  const { days: dayCount, startsOn } = monthShape(period);
  const height = Math.ceil((startsOn + dayCount) / 7) * (CELL.height + CELL.gap);
  return stack([
    text(agentId, column),
    small(
      `${dates.length} ${say(counted(String(dates.length), LABELS.days))}  ·  ${hours} ${say(LABELS.hours)}`,
      column,
    ),
    gap(3),
    figure(height, `${agentId}: ${dateRuns(dates)}`, (canvas, y) => {
      drawMonth(canvas, new Set(dates), period, column.x, y);
    }),
  ]);
}

function drawMonth(
  canvas: Canvas,
  dates: ReadonlySet<string>,
  period: string,
  left: number,
  top: number,
): void {
  const { days, startsOn } = monthShape(period);
  const cells = Array.from({ length: days }, (_, at) => {
    const place = startsOn + at;
    return {
      label: String(at + 1),
      isWorked: dates.has(`${period}-${String(at + 1).padStart(2, '0')}`),
      x: left + (place % 7) * (CELL.width + CELL.gap),
      y: top + Math.floor(place / 7) * (CELL.height + CELL.gap),
    };
  });
  const size = SIZE.tiny;
  for (const isWorked of [false, true]) {
    const some = cells.filter((cell) => cell.isWorked === isWorked);
    if (some.length === 0) continue;
    canvas.fill(
      some.map(({ x, y }) => ({ x, y, width: CELL.width, height: CELL.height })),
      isWorked ? COLOR.mark : COLOR.tint,
    );
    const color = isWorked ? COLOR.paper : COLOR.muted;
    const labels = some.map(({ label, x, y }) => {
      const baseline = y + size * BASELINE + 1.3;
      return centered(label, { x, baseline, width: CELL.width }, size);
    });
    canvas.write(labels, { size, color });
  }
}
