/** What a document shows as the markup of Typst: texts, tables and charts, which it lays out anew. */
import type { Document } from '../../../src/documents/document.js';
import { drawnWidthInEms, fonts } from '../../../src/output/pdf/engine/fonts.js';
import { LEFT, WIDTH } from '../../../src/output/pdf/engine/style.js';
import type { Drawn, DrawnText } from './drawn-content.js';

export function typstMarkup(document: Document, csv: string, drawn: Drawn): string {
  const facts = [
    ['number', document.number],
    ['author', document.issuer.name],
    ['lang', document.merchant.language === 'en' ? 'en' : 'zh'],
    ['date', document.issueDate],
    ['csv', csv],
  ].map(([name = '', value = '']) => `${name}: ${quoted(value)}`);
  return `#import "template.typ": *\n#show: document-of.with(${facts.join(', ')})\n${flow(drawn.children)}`;
}

/** Siblings below one another, and in a grid where they stand beside each other. */
function flow(siblings: readonly Drawn[]): string {
  return rowsOf(siblings)
    .map((row) => {
      const columns = row.map((column) => column.map(markup).join('\n'));
      if (columns.length === 1) return columns.join('');
      return `#beside(${columns.map((column) => `[${column}]`).join(', ')})`;
    })
    .join('\n');
}

function markup(drawn: Drawn): string {
  const { tag, children, texts } = drawn;
  switch (tag) {
    case 'Table':
      return `#table-of(${cellsOf(children)})\n`;
    case 'Figure':
      return figureOf(drawn);
    case 'Artifact':
      return drawn.rectangles
        .map(({ width, height, color }) => `#bar(${width}pt, ${height}pt, ${quoted(color)})\n`)
        .join('');
    case 'H1':
    case 'H2':
      return `#heading(level: ${tag.slice(1)})[${line(texts)}]\n`;
    default:
      return texts.length > 0 ? `${line(texts)}\n` : flow(children);
  }
}

/** The cells of a table, row by row, without the line below its headings, which are Typst's own header. */
function cellsOf(rows: readonly Drawn[]): string {
  return rows
    .filter(({ tag }) => tag === 'TR')
    .map(({ children }) => {
      const cells = children.map(
        (cell) => `table.cell(colspan: ${cell.columns ?? 1})[${contentOf(cell)}]`,
      );
      const isHeader = children[0]?.tag === 'TH';
      return isHeader ? `table.header(${cells.join(', ')})` : cells.join(', ');
    })
    .join(',\n');
}

function contentOf({ texts, children }: Drawn): string {
  return texts.length > 0 ? line(texts) : flow(children);
}

function figureOf({ alt = '', rectangles, texts }: Drawn): string {
  const left = least(rectangles.map(({ x }) => x));
  const top = least(rectangles.map(({ y }) => y));
  const bottom = -least([
    ...rectangles.map(({ y, height }) => -y - height),
    ...texts.map(({ baseline }) => -baseline),
  ]);
  const drawn = [
    ...rectangles.map(
      ({ x, y, width, height, color }) =>
        `rect-at(${points(x - left)}, ${points(y - top)}, ${points(width)}, ${points(height)}, ${quoted(color)})`,
    ),
    ...texts.map(
      ({ content, x, baseline, size, color }) =>
        `text-at(${points(x - left)}, ${points(baseline - top)}, ${points(size)}, ${quoted(color)}, ${quoted(content)})`,
    ),
  ];
  return `#chart(${points(bottom - top)}, ${quoted(alt)}, {\n${drawn.join('\n')}\n})\n`;
}

/** A text whose lines Typst breaks anew. */
function line(texts: readonly DrawnText[]): string {
  const [first] = texts;
  if (first === undefined) return '';
  const { size, bold, color, x } = first;
  const content = texts.map((text) => text.content).reduce(joined);
  const typeface = bold ? fonts().bold : fonts().regular;
  const right = x + drawnWidthInEms(first.content, typeface) * size;
  const isRight = x > LEFT + 1 && Math.abs(right - LEFT - WIDTH) < 2;
  return `#said(${points(size)}, ${bold}, ${quoted(color)}, ${isRight ? 'right' : 'auto'}, ${quoted(content)})`;
}

/** Lines are broken at blanks, which are gone, and between Chinese characters. */
function joined(before: string, after: string): string {
  return /[\x20-\x7e]$/.test(before) && /^[\x20-\x7e]/.test(after)
    ? `${before} ${after}`
    : before + after;
}

/** Where columns stand side by side: each begins where the drawing went up again. */
function rowsOf(siblings: readonly Drawn[]): Drawn[][][] {
  const rows: Drawn[][][] = [];
  for (const one of siblings) {
    const row = rows.at(-1);
    const before = row?.at(-1)?.at(-1);
    if (row === undefined || before === undefined || topOf(one) > lowest(row) + 1) {
      rows.push([[one]]);
      continue;
    }
    if (topOf(one) > topOf(before) + 1) {
      row.at(-1)?.push(one);
      continue;
    }
    // the first column may have begun some siblings ago
    while (rows.length > 1 && (rows.at(-1)?.length ?? 0) === 1 && isAbove(one, rows.at(-1)))
      mergeLast(rows);
    rows.at(-1)?.push([one]);
  }
  return rows;
}

function isAbove(one: Drawn, row: Drawn[][] | undefined): boolean {
  const first = row?.[0]?.[0];
  return first !== undefined && topOf(one) < topOf(first) - 1;
}

function mergeLast(rows: Drawn[][][]): void {
  const last = rows.pop();
  rows.at(-1)?.[0]?.push(...(last?.[0] ?? []));
}

function lowest(row: readonly (readonly Drawn[])[]): number {
  return -least(row.flat().map((one) => -topOf(one)));
}

const PAGE = 1000;

/** From the top of the first page. */
function topOf({ page, texts, rectangles, children }: Drawn): number {
  const own = [
    ...texts.map(({ baseline, size }) => baseline - size),
    ...rectangles.map(({ y }) => y),
  ];
  if (own.length > 0) return page * PAGE + least(own);
  return least(children.map(topOf));
}

function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
}

function points(value: number): string {
  return `${Math.round(value * 100) / 100}pt`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
