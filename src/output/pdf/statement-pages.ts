/** The statement behind an invoice: attendance, times under surcharges, indicators, consultations per day, days served, sales. */
import type { Document } from '../../documents/document.js';
import { calendarsOf } from './attendance-calendar.js';
import { gap, rule, small, stack, text, type Block } from './engine/block.js';
import { chartOf } from './consultation-chart.js';
import { LABELS, PLAN_LABELS } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import type { Page } from './engine/page.js';
import { indicatorTables } from './indicator-rows.js';
import { custodyRows, eventRows, salesTable } from './statement-lists.js';
import type { Statement, StatementContract } from './statement.js';
import { surchargeColors, surchargeRows } from './surcharge-rows.js';
import { FULL, SIZE } from './engine/style.js';

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
  page.newPage();
  page.place(
    stack([
      text(`${say(LABELS.statement)}  ${document.period}`, FULL, {
        size: SIZE.title,
        bold: true,
        tag: 'H1',
      }),
      gap(4),
    ]),
  );
  for (const { contract, sections } of shown) {
    page.within('Sect', () => {
      drawContract(page, contract, sections, say);
    });
  }
}

/** A heading goes with the first block below it. */
function drawContract(
  page: Page,
  { plan, contractId }: StatementContract,
  sections: readonly Section[],
  say: Say,
): void {
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
      page.place(stack([above, block]));
      above = gap(0);
    }
  }
}

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function sectionsOf(document: Document, contract: StatementContract, say: Say): Section[] {
  const { usage, surcharged } = contract;
  const colors = surchargeColors(document, contract);
  const chart = chartOf(document, contract, say);
  const sections: Section[] = [
    {
      title: say(LABELS.attendance),
      blocks: calendarsOf(usage.attendance, { surcharged, colors }, document.period, say),
    },
    { title: say(LABELS.surcharges), blocks: surchargeRows(surcharged, colors, say) },
    { title: say(LABELS.indicators), blocks: indicatorTables(document, contract, say) },
    { title: say(LABELS.consultations), blocks: chart === null ? [] : [chart] },
    { title: say(LABELS.custody), blocks: custodyRows(usage.custodyDays, say) },
    { title: say(LABELS.events), blocks: eventRows(usage.eventDays, say) },
    ...usage.sales.map((sales) => ({
      title: `${say(LABELS.sales)}  ${sales.currency.code}`,
      blocks: [salesTable(sales, say)],
    })),
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}
