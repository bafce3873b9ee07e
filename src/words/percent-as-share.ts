/** A share that somebody wrote in percents, as the decimal fraction that it should be. */
import { Rational } from '../money/rational.js';

const HUNDRED = Rational.of(100n);

/** > `6%` → 0.06. What is no number of percents is shown by an example: 0.06. */
export function percentAsShare(cell: string): string {
  const percents = Rational.parseDecimal(cell.replace(/\s*%$/, ''));
  return percents === undefined ? '0.06' : percents.dividedBy(HUNDRED).toDecimal();
}
