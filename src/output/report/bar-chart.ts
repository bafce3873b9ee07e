/** A bar chart as SVG that needs no script: each row has a name, the exact amount, and below them its bar. */
import type { MinorUnits } from '../../money/amount.js';
import { absolute } from '../../money/rational.js';
import { html, legend, type Html } from './html.js';

/** One bar, or two of the same thing: what it is now, and thinner what it was before. */
interface Bar {
  readonly name: string;
  readonly amount: MinorUnits;
  readonly earlier: MinorUnits | null;
  /** The exact amount, as people read it. */
  readonly text: string;
}

interface Chart {
  readonly id: string;
  readonly title: string;
  readonly bars: readonly Bar[];
  /** What the two bars of a pair are called, where there are pairs. */
  readonly pair: { readonly now: string; readonly earlier: string } | null;
}

/** Units of the drawing; a page shows it as wide as there is room. */
const WIDTH = 420;
const ROW_HEIGHT = 36;
const BASELINE = 13;
const NOW = { top: 18, height: 9 };
const EARLIER = { top: 28, height: 3 };
const AXIS = { top: 16, height: 17 };
/** Names are cut so that the amounts have room: what a letter takes is a guess, since no font is at hand. */
const NAME_WIDTH = 310;
const WIDE_LETTER = 13;
const NARROW_LETTER = 7.5;

/** A figure with its title; a person who does not see it is told its names and amounts. */
export function barChart({ id, title, bars, pair }: Chart): Html {
  const description = bars.map(({ name, text }) => `${name} ${text}`).join('; ');
  const height = bars.length * ROW_HEIGHT;
  const scale = scaleOf(bars);
  return html`<figure>
    <figcaption>${title} ${pair === null ? null : legend(Object.entries(pair))}</figcaption>
    <svg
      role="img"
      aria-labelledby="${id}-title ${id}-description"
      viewBox="0 0 ${WIDTH} ${height}"
    >
      <title id="${id}-title">${title}</title>
      <desc id="${id}-description">${description}</desc>
      ${bars.map((bar, at) => rowOf(bar, at * ROW_HEIGHT, scale))}
    </svg>
  </figure>`;
}

/** Where zero lies, and what length the largest amount has; the drawing needs whole units alone. */
interface Scale {
  readonly zero: bigint;
  readonly room: bigint;
  readonly largest: MinorUnits;
}

/** Zero is at the left, at the right where all is below it, and in the middle where there is both. */
function scaleOf(bars: readonly Bar[]): Scale {
  const amounts = bars.flatMap(({ amount, earlier }) => [amount, earlier ?? 0n]);
  const largest = amounts.map(absolute).reduce((most, size) => (size > most ? size : most), 0n);
  const hasBelow = amounts.some((amount) => amount < 0n);
  const hasAbove = amounts.some((amount) => amount > 0n);
  const width = BigInt(WIDTH);
  if (!hasBelow) return { zero: 0n, room: width, largest };
  return hasAbove
    ? { zero: width / 2n, room: width / 2n, largest }
    : { zero: width, room: width, largest };
}

function rowOf({ name, amount, earlier, text }: Bar, top: number, scale: Scale): Html {
  return html`<text x="0" y="${top + BASELINE}">${shortened(name)}</text>
    <text class="amount" x="${WIDTH}" y="${top + BASELINE}">${text}</text>
    ${barOf(amount, 'now', top + NOW.top, NOW.height, scale)}
    ${earlier === null ? null : barOf(earlier, 'earlier', top + EARLIER.top, EARLIER.height, scale)}
    <path class="zero" d="M${scale.zero} ${top + AXIS.top}v${AXIS.height}" />`;
}

/** From zero to the amount's share of the largest one, in whole units towards zero. */
function barOf(
  amount: MinorUnits,
  kind: string,
  top: number,
  height: number,
  { zero, room, largest }: Scale,
): Html {
  const length = largest === 0n ? 0n : (absolute(amount) * room) / largest;
  const left = amount < 0n ? zero - length : zero;
  return html`<rect class="${kind}" x="${left}" y="${top}" width="${length}" height="${height}" />`;
}

/** What fits, with `…` where it is cut; marks that turn the direction of writing would turn the chart's text. */
function shortened(name: string): string {
  const letters = Array.from(name.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, ''));
  let width = 0;
  const end = letters.findIndex((letter) => {
    width += /[\u1100-\uFFFFA-Z\u{10000}-\u{3FFFF}]/u.test(letter) ? WIDE_LETTER : NARROW_LETTER;
    return width > NAME_WIDTH;
  });
  return end === -1 ? letters.join('') : `${letters.slice(0, end).join('')}…`;
}
