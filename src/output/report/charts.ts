/** Bar charts as SVG that needs no script: shares of a length, with the exact amounts as text. */
import type { MinorUnits } from '../../money/amount.js';
import { absolute } from '../../money/rational.js';
import { html, Html, legend } from './html.js';

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

/** A figure with its title; a person who does not see it is told its names and amounts. */
export type DrawChart = (chart: Chart) => Html;

const WIDTH = 420;
/** The library guesses how wide text is, so that names have a fifth of it to spare. */
const NAME_WIDTH = 156;
const AMOUNT_WIDTH = 92;
const ROW_HEIGHT = 30;
const FONT = 'system-ui, sans-serif';

/** The library is heavy, so it is loaded when a report is drawn. */
export async function loadCharts(): Promise<DrawChart> {
  const [{ init, use }, { BarChart }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  use([BarChart, GridComponent, SVGRenderer]);
  return (chart) => {
    const height = chart.bars.length * ROW_HEIGHT;
    const canvas = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
    canvas.setOption(optionOf(chart.bars));
    const svg = canvas.renderToSVGString({ useViewBox: true });
    canvas.dispose();
    return figure(svg, chart);
  };
}

/**
 * Where an amount ends on a scale from −1 to 1: a place on the page, for which a millionth is enough.
 * This is the only place where an amount becomes a number, and no text is made of it.
 */
function positionOf(amount: MinorUnits, largest: MinorUnits): number {
  return largest === 0n ? 0 : Number((amount * 1_000_000n) / largest) / 1_000_000;
}

function optionOf(bars: readonly Bar[]): Record<string, unknown> {
  const amounts = bars.flatMap(({ amount, earlier }) => [amount, earlier ?? 0n]);
  const largest = amounts.map(absolute).reduce((most, size) => (size > most ? size : most), 0n);
  const hasBelow = amounts.some((amount) => amount < 0n);
  const hasAbove = amounts.some((amount) => amount > 0n);
  const position = (amount: MinorUnits): number => positionOf(amount, largest);
  const names = bars.map(({ name }) => withoutDirection(name));
  const texts = bars.map(({ text }) => text);
  const now = bars.map(({ amount }) => position(amount));
  const earlier = bars.flatMap((bar) => (bar.earlier === null ? [] : [position(bar.earlier)]));
  return {
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: 12 },
    grid: { left: NAME_WIDTH, right: AMOUNT_WIDTH, top: 0, bottom: 0 },
    xAxis: {
      type: 'value',
      show: false,
      min: hasBelow ? -1 : 0,
      max: hasAbove || !hasBelow ? 1 : 0,
    },
    yAxis: [labels(names, 'left', NAME_WIDTH * 0.8), labels(texts, 'right', AMOUNT_WIDTH)],
    series: [
      series(now, 12, 'var(--mark)'),
      ...(earlier.length === 0 ? [] : [series(earlier, 4, 'var(--faint)')]),
    ],
  };
}

function labels(data: readonly string[], side: 'left' | 'right', width: number): object {
  return {
    type: 'category',
    position: side,
    inverse: true,
    data,
    axisLine: { show: side === 'left', lineStyle: { color: 'var(--faint)' } },
    axisTick: { show: false },
    axisLabel: {
      color: 'var(--ink)',
      width,
      overflow: side === 'left' ? 'truncate' : 'none',
      ellipsis: '…',
      interval: 0,
      ...(side === 'right' ? { align: 'right', margin: width } : {}),
    },
  };
}

function series(data: readonly number[], barWidth: number, color: string): object {
  return { type: 'bar', silent: true, data, barWidth, barGap: '15%', itemStyle: { color } };
}

/** Marks that turn the direction of writing would turn the whole chart's text. */
function withoutDirection(name: string): string {
  return name.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
}

/** The SVG without what serves the library's own script, and differs each time. */
function figure(svg: string, { id, title, bars, pair }: Chart): Html {
  const bare = svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:ecmeta_\w+|class|version|baseProfile|xmlns:xlink)="[^"]*"/g, '')
    .replace(/^<svg width="\d+" height="\d+"/, '');
  const description = bars.map(({ name, text }) => `${name} ${text}`).join('; ');
  const meaning = html`role="img" aria-labelledby="${id}-title ${id}-description"`;
  const texts = html`<title id="${id}-title">${title}</title>
    <desc id="${id}-description">${description}</desc>`;
  const keys = pair === null ? null : legend(Object.entries(pair));
  return html`<figure>
    <figcaption>${title} ${keys}</figcaption>
    <svg ${meaning} ${new Html(bare.replace('>', () => `>${texts.text}`))}
  </figure>`;
}
