/** What each offer would have come to month by month, where months and offers fit on the page. */
import { groupInOrder } from '../../group-by.js';
import { formatAmountGrouped } from '../../money/amount.js';
import type { Say } from '../../words/bilingual.js';
import { WORDS } from '../../words/comparison-words.js';
import {
  beside,
  fitted,
  gap,
  rule,
  small,
  stack,
  tagged,
  type Block,
} from '../pdf/engine/block.js';
import { FULL, type Column } from '../pdf/engine/style.js';
import type { ComparisonCell, ComparisonData } from './comparison-data.js';

const OFFERS_MAX = 6;
const PERIOD_WIDTH = 48;
const GUTTER = 6;

/** A row a month, a column an offer, and what was billed; null where there are too many of them. */
export function monthsBlock(data: ComparisonData, title: Block, say: Say): Block | null {
  const { offers, periods, cells } = data;
  if (offers.length > OFFERS_MAX || periods.length < 2) return null;
  const columns = columnsFor(offers.length + 1);
  const right = { align: 'right' } as const;
  const head = [...offers.map(({ name }) => name), say(WORDS.billed)].map((label, at) =>
    small(label, columns[at], { ...right, tag: 'TH' }),
  );
  const period: Column = { x: FULL.x, width: PERIOD_WIDTH };
  const rows = [...groupInOrder(cells, (cell) => cell.period)].map(([month, of]) =>
    tagged(
      'TR',
      beside([
        small(month, period, { tag: 'TD' }),
        ...cellsOf(of, data).map((shown, at) =>
          shown === ''
            ? gap(0)
            : fitted(shown, columns[at] ?? period, { ...right, size: 7.5, tag: 'TD' }),
        ),
      ]),
    ),
  );
  const heading = tagged('TR', beside([small(say(WORDS.period), period, { tag: 'TH' }), ...head]));
  return stack([title, tagged('Table', stack([heading, gap(3), rule(), gap(3), ...rows]))]);
}

/** The totals in the order of the offers; behind them what was billed, as the first offer counts it. */
function cellsOf(of: readonly ComparisonCell[], { offers }: ComparisonData): string[] {
  const byOffer = new Map(of.map((cell) => [cell.offerId, cell]));
  const totals = offers.map(({ offerId, currency }) => {
    const total = byOffer.get(offerId)?.total ?? null;
    return total === null ? '–' : formatAmountGrouped(total, currency);
  });
  const [first] = offers;
  const billed = first === undefined ? null : (byOffer.get(first.offerId)?.billed ?? null);
  const isBilled = first !== undefined && billed !== null;
  return [...totals, isBilled ? formatAmountGrouped(billed, first.currency) : '–'];
}

function columnsFor(count: number): Column[] {
  const width = (FULL.width - PERIOD_WIDTH) / count;
  return Array.from({ length: count }, (_, at) => ({
    x: FULL.x + PERIOD_WIDTH + at * width + GUTTER,
    width: width - GUTTER,
  }));
}
