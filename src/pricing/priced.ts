/** What pricing gives: lines, or the problems for which there are none. */
import type { Rational } from '../money/rational.js';
import type { Problem } from '../problem.js';
import type { ContractLine } from './contract-line.js';

/** Scores of the billed period by agent; 1 is the target met. */
export type Scores = ReadonlyMap<string, Rational>;

export interface PricedLines {
  readonly lines: readonly ContractLine[];
  readonly problems: readonly Problem[];
}

export function priced(
  lines: readonly ContractLine[],
  problems: readonly Problem[] = [],
): PricedLines {
  return { lines, problems };
}
