/** The statement behind an invoice: attendance or days of custody, times under surcharges, indicators, consultations per day, events, sales. */
import type { Document } from '../../documents/document.js';
import type { ClockWindow } from '../../pricing/contract.js';
import { calendarsOf, type CalendarDay } from './attendance-calendar.js';
import { gap, rule, small, stack, text, type Block } from './engine/block.js';
import { chartOf } from './consultation-chart.js';
import { clockTime } from '../../words/clock-times.js';
import { LABELS, PLAN_LABELS } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import type { Page } from './engine/page.js';
import { indicatorTables } from './indicator-rows.js';
import { eventRows, salesTable } from './statement-lists.js';
import type { Statement, StatementContract } from './statement.js';
import { surchargeColors, surchargeRows } from './surcharge-rows.js';
import { BOTTOM, FULL, SIZE, TOP } from './engine/style.js';

export function drawStatement(
  page: Page,
  document: Document,
  { contracts }: Statement,
  say: Say,
): void {
  const shown = contracts
    .map((contract) => ({ contract, sections: sectionsOf(document, contract, say) }))
    .filter(({ sections }) => sections.length > 0);
  if (shown.length === 0) return;
  const title = `${say(LABELS.statement)}  ${document.period}`;
  const below = stack([gap(ABOVE_TITLE), titleBlock(title, SIZE.lead)]);
  const drawn = shown.map(({ contract, sections }) => blocksOf(contract, sections, say));
  const height = [below, ...drawn.flat()].reduce((sum, block) => sum + block.height, 0);
  if (page.hasRoomFor(Math.min(height, HALF_PAGE))) page.place(below);
  else {
    page.newPage();
    page.place(stack([titleBlock(title, SIZE.title), gap(4)]));
  }
  for (const blocks of drawn)
    page.within('Sect', () => {
      for (const block of blocks) page.place(block);
    });
}

/** A statement that does not fit begins below the invoice where so much of the page is free. */
const HALF_PAGE = (BOTTOM - TOP) / 2;

/** Between an invoice and a statement below it. */
const ABOVE_TITLE = 14;

function titleBlock(title: string, size: number): Block {
  return text(title, FULL, { size, bold: true, tag: 'H1' });
}

/** A heading goes with the first block below it. */
function blocksOf(
  { plan, contractId }: StatementContract,
  sections: readonly Section[],
  say: Say,
): Block[] {
  const placed: Block[] = [];
  let above: Block = stack([
    gap(8),
    rule(),
    gap(6),
    text(`${say(PLAN_LABELS[plan])}  ·  ${say(LABELS.contract)} ${contractId}`, FULL, {
      bold: true,
      tag: 'H2',
    }),
  ]);
  for (const { title, blocks } of sections) {
    above = stack([above, gap(8), small(title), gap(4)]);
    for (const block of blocks) {
      placed.push(stack([above, block]));
      above = gap(0);
    }
  }
  return placed;
}

/** `托管日期  08:00–24:00`: only time in the window is billed. */
function custodyTitle({ startMinute, endMinute }: ClockWindow, say: Say): string {
  const [from, to] = [startMinute, endMinute].map((minute) =>
    clockTime(BigInt(minute) * MICROSECONDS_PER_MINUTE),
  );
  return `${say(LABELS.custody)}  ${from ?? ''}–${to ?? ''}`;
}

const MICROSECONDS_PER_MINUTE = 60_000_000n;

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function sectionsOf(document: Document, contract: StatementContract, say: Say): Section[] {
  const { usage, surcharged } = contract;
  const colors = surchargeColors(document, contract);
  const chart = chartOf(document, contract, say);
  const isCustody = contract.window !== undefined;
  const days: readonly CalendarDay[] = isCustody
    ? usage.custodyDays.map((day) => ({ ...day, workedMicroseconds: null }))
    : usage.attendance;
  const marks = { surcharged, colors, fullDay: contract.fullDayMicroseconds ?? 0n };
  const sections: Section[] = [
    {
      title: isCustody ? custodyTitle(contract.window, say) : say(LABELS.attendance),
      blocks: calendarsOf(days, marks, document.period, say),
    },
    { title: say(LABELS.surcharges), blocks: surchargeRows(surcharged, colors, say) },
    { title: say(LABELS.indicators), blocks: indicatorTables(document, contract, say) },
    { title: say(LABELS.consultations), blocks: chart === null ? [] : [chart] },
    { title: say(LABELS.events), blocks: eventRows(usage.eventDays, say) },
    ...usage.sales.map((sales) => ({
      title: `${say(LABELS.sales)}  ${sales.currency.code}`,
      blocks: [salesTable(sales, say)],
    })),
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}
