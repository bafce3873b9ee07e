/** What a run has come to so far, and the results that it may end in. */
import type { Standing } from '../documents/revise.js';
import { blockedMerchants, runErrors, type Problem } from '../problem.js';
import { issuedDocument, type IssuedDocument } from '../ledger/issued-document.js';
import type { Manifest } from '../ledger/manifest.js';
import { BilledRows } from './billed-rows.js';
import type { BilledSlice } from './bill-slices.js';
import type { RunRequest, RunResult } from './run-request.js';

export class RunTally {
  /** `YYYY-MM`; null until it is known. */
  period: string | null = null;
  problems: Problem[] = [];
  readonly documents: IssuedDocument[] = [];
  /** The merchants for whom no line came about. */
  readonly unbilled: string[] = [];
  readonly billed = new BilledRows();
  /** How many documents are cancelled without a new one in their place. */
  vanished = 0;

  constructor(private readonly request: Pick<RunRequest, 'strict' | 'mode'>) {}

  add({ documents, drafts, problems, unbilled, vanished }: BilledSlice): void {
    this.documents.push(...documents.map(issuedDocument));
    for (const draft of drafts) this.billed.add(draft);
    this.problems.push(...problems);
    this.unbilled.push(...unbilled);
    this.vanished += vanished;
  }

  /** Whether nothing may be published: an error that is no merchant's, or in a strict run any. */
  isRefused(): boolean {
    if (runErrors(this.problems).length > 0) return true;
    return this.request.strict && blockedMerchants(this.problems).size > 0;
  }

  refused(...problems: readonly Problem[]): RunResult {
    return this.result('refused', { documents: [], problems: [...this.problems, ...problems] });
  }

  checked(): RunResult {
    return this.result('checked', { documents: [] });
  }

  unchanged(standing: readonly Standing[]): RunResult {
    return this.result('unchanged', { left: standing.length });
  }

  planned(standing: readonly Standing[], problems: readonly Problem[]): RunResult {
    const left = this.left(standing);
    return this.result('planned', { left, problems: [...this.problems, ...problems] });
  }

  published(standing: readonly Standing[], { batch, previous, ledger }: Published): RunResult {
    const startedLedger = previous === null && this.request.mode === 'publish' ? ledger : null;
    return this.result('published', { left: this.left(standing), batch, startedLedger });
  }

  private left(standing: readonly Standing[]): number {
    return standing.length - this.documents.filter(({ cancels }) => cancels !== null).length;
  }

  private result(status: RunResult['status'], parts: Partial<RunResult>): RunResult {
    const { period, documents, unbilled, problems } = this;
    const { mode } = this.request;
    const blocked = blockedMerchants(parts.problems ?? problems);
    const nothing = { batch: null, startedLedger: null, left: 0 };
    return { status, mode, period, documents, unbilled, problems, blocked, ...nothing, ...parts };
  }
}

type Published = Pick<Manifest, 'batch' | 'previous' | 'ledger'>;
