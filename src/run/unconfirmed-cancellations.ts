/** A run that would cancel unusually many documents is more likely to lack its input than to be right. */
import { problem, type Problem } from '../problem.js';

const CANCELLATIONS_MIN = 2;
const PERCENT_MAX = 2;

/** Cancelling without replacement more than 2 % of the standing documents, and at least 2, wants a confirmation. */
export function unconfirmedCancellations(
  count: number,
  standing: number,
  confirmed: number,
): Problem[] {
  const isUnusual = count >= CANCELLATIONS_MIN && count * 100 > standing * PERCENT_MAX;
  if (!isUnusual || count <= confirmed) return [];
  return [
    problem(
      'cancellations-unconfirmed',
      { file: '--confirm-cancellations' },
      { count, of: standing },
    ),
  ];
}
