/** The results of runs that end before anything is published. */
import type { Billing } from './billing.js';
import { issueDateBackwards } from './issue-date-backwards.js';
import type { RunResult } from './run-result.js';
import type { RunSoFar } from './run-so-far.js';
import { unconfirmedCancellations } from './unconfirmed-cancellations.js';
import { unconfirmedRevisions } from './unconfirmed-revisions.js';

/** Once all merchants are billed; null where the run is to publish. */
export function endsBeforePublishing(
  { request, ledger, issueDate }: Billing,
  run: RunSoFar,
): RunResult | null {
  const { mode, confirmCancellations, confirmRevisions } = request;
  if (mode === 'check') return run.checked();
  if (run.isRefused()) return run.refused();
  if (mode === 'preview') return null;
  if (run.isEverybodyBlocked()) return run.refused();
  if (run.documents.length === 0) return run.unchanged(ledger);
  run.addProblems(issueDateBackwards(ledger.issued, issueDate));
  const { documents, cancelledWithoutReplacement } = run;
  const { standing } = ledger;
  const tooMany = [
    ...unconfirmedCancellations(cancelledWithoutReplacement, standing.length, confirmCancellations),
    ...unconfirmedRevisions(documents, standing, confirmRevisions),
  ];
  if (mode === 'dry-run') return run.planned(ledger, tooMany);
  return tooMany.length > 0 ? run.refused(tooMany) : null;
}
