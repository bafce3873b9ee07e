/** What is laid out before it is drawn: blocks of a known height, stacked and set side by side. */
import type { Canvas } from './canvas.js';
import { drawable, drawnWidthInEms, fonts, widthInEms } from './fonts.js';
import { BASELINE, COLOR, FULL, LEADING, SIZE, type Column } from './style.js';
import type { Said, Tag, Tags } from './tags.js';
import { wrapText } from './wrap-text.js';

export interface Block {
  readonly height: number;
  readonly draw: (canvas: Canvas, y: number) => void;
  /** From top to bottom, for a block that no page can hold. */
  readonly parts?: () => readonly Block[];
}

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly tag?: Tag;
}

export function gap(height: number): Block {
  return { height, draw: () => undefined };
}

export function rule(
  color: string = COLOR.rule,
  thickness = 0.6,
  { x, width }: Column = FULL,
): Block {
  return {
    height: thickness,
    draw: (canvas, y) => {
      canvas.tags.artifact(() => {
        canvas.fill([{ x, y, width, height: thickness }], color);
      });
    },
  };
}

/** A text in a column, wrapped; no block at all where there is no text. */
export function text(content: string, column: Column = FULL, style: TextStyle = {}): Block {
  const { size = SIZE.body, bold = false, color = COLOR.ink, align = 'left', tag = 'P' } = style;
  const typeface = bold ? fonts().bold : fonts().regular;
  const lines = content === '' ? [] : wrapText(drawable(content), typeface, column.width / size);
  const leading = size * LEADING;
  let element: ReturnType<Tags['element']> | undefined;
  const parts = lines.map((line) => ({
    height: leading,
    draw: (canvas: Canvas, y: number): void => {
      element ??= canvas.tags.element(tag);
      canvas.tags.content(element, tag, () => {
        const slack = align === 'left' ? 0 : column.width - drawnWidthInEms(line, typeface) * size;
        const x = column.x + (align === 'center' ? slack / 2 : slack);
        const placed = { content: line, x, baseline: y + size * BASELINE };
        canvas.write([placed], { size, bold, color });
      });
    },
  }));
  return stack(parts);
}

/** A text on one line, in smaller type where it would be wider than its column: a number never wraps. */
export function fitted(content: string, column: Column, style: TextStyle = {}): Block {
  const { size = SIZE.body, bold = false } = style;
  const ems = widthInEms(drawable(content), bold ? fonts().bold : fonts().regular);
  const fitting = Math.min(size, Math.floor((column.width / ems) * 10) / 10);
  const line = text(content, column, { ...style, size: fitting });
  const drop = (size - fitting) * BASELINE;
  return {
    height: size * LEADING,
    draw: (canvas, y) => {
      line.draw(canvas, y + drop);
    },
  };
}

/** A muted text of small type. */
export function small(content: string, column: Column = FULL, style: TextStyle = {}): Block {
  return text(content, column, { size: SIZE.small, color: COLOR.muted, ...style });
}

/** Blocks below one another. */
export function stack(parts: readonly Block[]): Block {
  const height = parts.reduce((total, part) => total + part.height, 0);
  const draw = (canvas: Canvas, y: number): void => {
    let at = y;
    for (const part of parts) {
      part.draw(canvas, at);
      at += part.height;
    }
  };
  return { height, draw, parts: () => parts };
}

/** Blocks that begin at one height; as high as the highest. */
export function beside(columns: readonly Block[]): Block {
  const height = largest(columns.map((column) => column.height));
  const draw = (canvas: Canvas, y: number): void => {
    for (const column of columns) column.draw(canvas, y);
  };
  return { height, draw, parts: () => rowsOf(columns) };
}

/** The parts of columns, each beside those of the others. */
function rowsOf(columns: readonly Block[]): Block[] {
  const parts = columns.map((column) => column.parts?.() ?? [column]);
  const count = largest(parts.map(({ length }) => length));
  return Array.from({ length: count }, (_, at) => beside(parts.flatMap((some) => some[at] ?? [])));
}

/** 0 where there is none. */
function largest(sizes: readonly number[]): number {
  return sizes.reduce((most, size) => Math.max(most, size), 0);
}

/** A block inside of a tag, and its parts, on however many pages, inside of the same one. */
export function tagged(tag: Tag, block: Block, said: Said = {}): Block {
  let element: ReturnType<Tags['element']> | undefined;
  const inside = ({ height, draw, parts }: Block): Block => ({
    height,
    draw: (canvas, y) => {
      element ??= canvas.tags.element(tag, said);
      canvas.tags.inside(element, () => {
        draw(canvas, y);
      });
    },
    ...(parts === undefined ? {} : { parts: () => parts().map(inside) }),
  });
  return inside(block);
}

/** A block without meaning of its own, such as a table header that comes again. */
export function artifact(block: Block): Block {
  return {
    ...block,
    draw: (canvas, y) => {
      canvas.tags.artifact(() => {
        block.draw(canvas, y);
      });
    },
  };
}

/** A chart of a height, with what it shows in words. */
export function figure(
  height: number,
  alt: string,
  draw: (canvas: Canvas, y: number) => void,
): Block {
  return {
    height,
    draw: (canvas, y) => {
      canvas.tags.figure(drawable(alt), () => {
        draw(canvas, y);
      });
    },
  };
}
