/** What pricing gives: lines, or the problems for which there are none. */
import type { Problem } from '../problem.js';
import type { Line } from './line.js';

export interface Priced {
  readonly lines: readonly Line[];
  readonly problems: readonly Problem[];
}

export function priced(lines: readonly Line[], problems: readonly Problem[] = []): Priced {
  return { lines, problems };
}
