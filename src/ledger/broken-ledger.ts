/** What is said of a ledger that is not as it was published. */
import { told, type Problem } from '../problem.js';

/** Something in the output folder that `verify` finds. */
export function brokenLedger(
  place: string,
  what: string,
  remedy = 'restore the batch from a backup',
): Problem {
  return told('ledger-broken', { file: place }, what, remedy);
}

/** A batch on which a run would build; `what` is said of it: `does not follow the batch before it`. */
export function brokenBatch(place: string, what: string): Problem {
  return brokenLedger(
    place,
    `the published batch ${what}`,
    'restore the batch from a backup; nothing is issued on top of a ledger that is not whole',
  );
}
