/** The one grid, type scale and set of colours of all pages. A4 is 595 × 842 points. */

/** A place across the page. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

export const LEFT = 48;
export const WIDTH = 499;
export const TOP = 48;
export const BOTTOM = 780;
export const FOOTER = 800;
export const FULL: Column = { x: LEFT, width: WIDTH };

export const SIZE = { tiny: 6, small: 7.5, body: 9, lead: 11, title: 20 } as const;
/** The height of a line of text, in ems, and where its letters stand from the top. */
export const LEADING = 1.42;
export const BASELINE = 1.06;

export const COLOR = {
  ink: '#1c2733',
  muted: '#5f6b77',
  faint: '#aab3bc',
  rule: '#d5dbe1',
  tint: '#eef1f4',
  mark: '#4a6d8c',
  part: '#b9c9d8',
  paper: '#ffffff',
  alert: '#b3261e',
  surcharges: ['#a8502a', '#6b4c9a', '#2f7d5b'],
} as const;

/** Part of the width: `span(0, 6)` is its left half, of twelve parts. */
export function span(from: number, to: number, { x, width }: Column = FULL): Column {
  const gutter = 12;
  const step = (width + gutter) / 12;
  return { x: x + from * step, width: (to - from) * step - gutter };
}
