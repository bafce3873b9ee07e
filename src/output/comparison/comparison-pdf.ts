/** One page for one merchant, to take to a talk: what each offer would have come to. It says that it is no bill. */
import type { Merchant } from '../../documents/document.js';
import { formatAmountGrouped } from '../../money/amount.js';
import { Rational } from '../../money/rational.js';
import type { LocalDate } from '../../period/local-date.js';
import type { Say } from '../../words/bilingual.js';
import { SENTENCES, WORDS } from '../../words/comparison-words.js';
import { inLanguage } from '../../words/labels.js';
import { spokenOf } from '../../words/language.js';
import { money } from '../../words/numbers.js';
import { problemSentence } from '../../words/problem-sentence.js';
import { createPdf } from '../pdf/create-pdf.js';
import {
  beside,
  fitted,
  gap,
  rule,
  small,
  stack,
  tagged,
  text,
  type Block,
} from '../pdf/engine/block.js';
import { Canvas } from '../pdf/engine/canvas.js';
import { Page } from '../pdf/engine/page.js';
import { BOTTOM, COLOR, FULL, SIZE, span, TOP, type Column } from '../pdf/engine/style.js';
import { letterheadBlock, type Letterhead } from '../pdf/letterhead.js';
import { breakEvenSentence } from './break-even-sentence.js';
import { BREAK_EVEN_CSV, COMPARISON_CSV, type ComparisonData } from './comparison-data.js';
import { differenceText, isComplete, type MerchantSum, type OfferSum } from './comparison-sums.js';
import { monthsBlock } from './comparison-pdf-months.js';

/** `data` are the cells and break-evens of this merchant alone; `created` makes the bytes repeat. */
export function renderComparison(
  merchant: Merchant,
  sum: MerchantSum,
  data: ComparisonData,
  created: LocalDate,
): Buffer {
  const say: Say = (words) => inLanguage(words, merchant.language);
  const letterhead = { provider: data.provider, logo: data.logo };
  const pdf = createPdf({
    title: `${say(WORDS.comparison)} ${merchant.merchantId}`,
    author: data.provider.name,
    language: merchant.language,
    created,
  });
  const canvas = new Canvas(pdf);
  const page = new Page(canvas);
  const head = headOf(merchant, letterhead, data, say);
  page.place(head);
  const room = new Room(head);
  for (const block of sectionsOf(merchant, sum, data, say, room)) page.place(block);
  page.number(`${say(WORDS.comparison)}  ${merchant.merchantId}  ·  ${say(WORDS.noBill)}`);
  canvas.embedFonts();
  pdf.end();
  return pdf.read() as Buffer;
}

/** What is left of the one page. */
class Room {
  private left: number;

  constructor({ height }: Block) {
    this.left = BOTTOM - TOP - height;
  }

  /** A section of as many rows as there is room for, with how many are left out; none without a row. */
  take(title: Block, rows: readonly Block[], more: (count: number) => Block): Block[] {
    const kept: Block[] = [];
    const needed = title.height + more(rows.length).height;
    let height = needed;
    for (const row of rows) {
      if (height + row.height > this.left) break;
      kept.push(row);
      height += row.height;
    }
    if (kept.length === 0) return [];
    this.left -= height;
    const rest = rows.length - kept.length;
    return [stack([title, ...kept]), ...(rest > 0 ? [more(rest)] : [])];
  }

  /** The block, if there is room for all of it. */
  whole(block: Block): Block[] {
    if (block.height > this.left) return [];
    this.left -= block.height;
    return [block];
  }
}

function headOf(
  merchant: Merchant,
  letterhead: Letterhead,
  { periods }: ComparisonData,
  say: Say,
): Block {
  return stack([
    letterheadBlock(letterhead, say),
    gap(20),
    text(say(WORDS.comparison), FULL, { size: SIZE.title, bold: true, tag: 'H1' }),
    text(say(SENTENCES.span(periods[0] ?? '', periods.at(-1) ?? ''))),
    gap(6),
    rule(COLOR.alert, 2),
    gap(6),
    text(say(WORDS.noBill), FULL, { size: SIZE.lead, bold: true, color: COLOR.alert }),
    small(say(WORDS.noBillWhy)),
    gap(12),
    text(shortened(merchant.name), FULL, { size: SIZE.lead, bold: true }),
    small(merchant.merchantId),
  ]);
}

function sectionsOf(
  merchant: Merchant,
  sum: MerchantSum,
  data: ComparisonData,
  say: Say,
  room: Room,
): Block[] {
  const moreIn =
    (file: string) =>
    (count: number): Block =>
      small(say(SENTENCES.more(count, file)));
  const { cheapest } = sum;
  const total = cheapest === null ? '' : money(cheapest.offer, cheapest.total);
  const best =
    cheapest === null
      ? gap(0)
      : stack([
          gap(6),
          text(say(SENTENCES.cheapestIs(shortened(cheapest.offer.name), total)), FULL, {
            bold: true,
          }),
        ]);
  const title = (words: (typeof WORDS)[keyof typeof WORDS]): Block =>
    stack([gap(14), text(say(words), FULL, { bold: true, tag: 'H2' }), gap(4)]);
  const sentences = data.breakEvens.map((one) => text(breakEvenSentence(one, data.offers, say)));
  const [{ period } = { period: '' }] = data.breakEvens;
  const reasons = reasonsOf(merchant, data);
  const months = monthsBlock(data, title(WORDS.months), say);
  return [
    ...room.take(
      offersHeading(title(WORDS.totals), say),
      offerRows(sum, say),
      moreIn(COMPARISON_CSV),
    ),
    ...room.whole(best),
    ...room.take(
      stack([title(WORDS.breakEvens), small(say(SENTENCES.asInMonth(period))), gap(2)]),
      sentences,
      moreIn(BREAK_EVEN_CSV),
    ),
    ...(months === null ? [] : room.whole(months)),
    ...room.take(
      title(WORDS.notPriced),
      reasons.map((one) => small(one)),
      moreIn(COMPARISON_CSV),
    ),
  ];
}

const COLUMNS = {
  offer: span(0, 4),
  bar: span(4, 8),
  total: span(8, 10),
  difference: span(10, 12),
} as const;

function offersHeading(title: Block, say: Say): Block {
  const right = { align: 'right', tag: 'TH' } as const;
  return stack([
    title,
    tagged(
      'TR',
      beside([
        small(say(WORDS.offer), COLUMNS.offer, { tag: 'TH' }),
        small(say(WORDS.total), COLUMNS.total, right),
        small(say(WORDS.difference), COLUMNS.difference, right),
      ]),
    ),
    gap(3),
    rule(),
    gap(4),
  ]);
}

/** The bars of a currency share one scale. */
function offerRows({ sums }: MerchantSum, say: Say): Block[] {
  const largestOf = (code: string): bigint =>
    sums.reduce(
      (most, { offer, total }) => (offer.currency.code === code && total > most ? total : most),
      0n,
    );
  return sums.map((sum) => offerRow(sum, largestOf(sum.offer.currency.code), say));
}

function offerRow(sum: OfferSum, largest: bigint, say: Say): Block {
  const { offer, total, withLines } = sum;
  const right = { align: 'right', tag: 'TD' } as const;
  const amount =
    withLines > 0 ? formatAmountGrouped(total, offer.currency) : say(WORDS.nothingBilled);
  const shown = isComplete(sum) ? amount : say(WORDS.notPriced);
  const isBarred = isComplete(sum) && total > 0n;
  return stack([
    tagged(
      'TR',
      beside([
        tagged('TD', text(shortened(offer.name), COLUMNS.offer)),
        isBarred ? bar(COLUMNS.bar, total, largest) : gap(0),
        fitted(shown, COLUMNS.total, right),
        fitted(
          isComplete(sum) ? (differenceText(sum, say) ?? '–') : '–',
          COLUMNS.difference,
          right,
        ),
      ]),
    ),
    gap(5),
  ]);
}

/** A share of the column's width, which the amount beside it says in figures. */
function bar({ x, width }: Column, amount: bigint, largest: bigint): Block {
  const share = Number(Rational.of(amount, largest).toFixed(4));
  return {
    height: 12,
    draw: (canvas, y) => {
      canvas.tags.artifact(() => {
        canvas.fill([{ x, y: y + 3, width: width * share, height: 7 }], COLOR.mark);
      });
    },
  };
}

/** Each reason once, with the months and offers that it keeps from being priced. */
function reasonsOf(merchant: Merchant, { cells, offers }: ComparisonData): string[] {
  const spoken = spokenOf(merchant.language);
  const nameOf = new Map(offers.map(({ offerId, name }) => [offerId, name]));
  const sentences = cells.flatMap(({ period, offerId, reason }) =>
    reason === null
      ? []
      : [`${period} ${nameOf.get(offerId) ?? offerId}: ${problemSentence(reason, spoken).message}`],
  );
  return [...new Set(sentences)];
}

const NAME_CHARACTERS_MAX = 80;

/** A name of hundreds of characters would leave no room for the figures. */
function shortened(name: string): string {
  const characters = Array.from(name);
  return characters.length <= NAME_CHARACTERS_MAX
    ? name
    : `${characters.slice(0, NAME_CHARACTERS_MAX).join('')}…`;
}
