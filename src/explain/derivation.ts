/** What the arithmetic of a line is given, and what it comes to. */
import type { Currency } from '../money/currency.js';
import type { Line } from '../pricing/line.js';
import type { Step, Term } from './arithmetic.js';
import type { Say } from '../words/language.js';

/** A line with its place on its document, counted from 1. */
export interface PlacedLine {
  readonly position: number;
  readonly line: Line;
}

/** What the arithmetic of a line comes to before it is rounded, and the steps to it. */
export interface Derivation {
  readonly steps: readonly Step[];
  readonly amount: Term;
  readonly doubts: readonly string[];
}

export interface LineContext {
  readonly currency: Currency;
  readonly say: Say;
  /** The lines before it of the same contract. */
  readonly before: readonly PlacedLine[];
}

export function derived(
  amount: Term,
  steps: readonly Step[] = [],
  doubts: readonly string[] = [],
): Derivation {
  return { steps, amount, doubts };
}
