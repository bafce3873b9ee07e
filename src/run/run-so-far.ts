/** What a run has come to so far, and the results that it may end in. */
import type { Document } from '../documents/document.js';
import type { Change } from '../documents/revise.js';
import { issuedDocument, type IssuedDocument } from '../ledger/issued-document.js';
import type { Manifest } from '../ledger/manifest.js';
import type { Ledger } from '../ledger/read-ledger.js';
import { blockedMerchants, runErrors, type Problem } from '../problem.js';
import { atPlaces, type TablePlaces } from '../reference/table-places.js';
import { NOTHING_SEEN, type Seen } from '../words/seen.js';
import { BilledRows } from './billed-rows.js';
import type { PricedSlice } from './price-slice.js';
import type { RunRequest } from './run-request.js';
import type { RunResult } from './run-result.js';
import { withoutConsequences } from './without-consequences.js';

export class RunSoFar {
  /** `YYYY-MM`; null until it is known. */
  period: string | null = null;
  problems: Problem[] = [];
  /** What the ledger is known by once the run has published; null until then. */
  tip: string | null = null;
  /** What to answer once the batch is there, whatever fails after it; null until then. */
  committed: (() => RunResult) | null = null;
  readonly documents: IssuedDocument[] = [];
  /** The merchants for whom no line came about. */
  readonly unbilled: string[] = [];
  /** The merchants whose documents stay under what they were called before. */
  readonly renamed: string[] = [];
  readonly billed = new BilledRows();
  /** Where the reference tables are kept. */
  places: TablePlaces = new Map();
  seen: Seen = NOTHING_SEEN;
  /** Merchants for whom a line came about. */
  private merchantsBilled = 0;
  /** How many documents are cancelled without a new one in their place. */
  cancelledWithoutReplacement = 0;

  constructor(private readonly request: Pick<RunRequest, 'strict' | 'mode'>) {}

  addProblems(problems: readonly Problem[]): void {
    for (const one of problems) this.problems.push(one);
  }

  addPriced({ members, problems }: PricedSlice): void {
    this.addProblems(withoutConsequences(problems, this.problems));
    for (const { merchant, drafts } of members) {
      for (const draft of drafts) this.billed.add(draft);
      if (merchant !== null && drafts.length === 0) this.unbilled.push(merchant.merchantId);
      if (merchant !== null && drafts.length > 0) this.merchantsBilled += 1;
    }
  }

  addIssued(changes: readonly Change[], documents: readonly Document[]): void {
    this.cancelledWithoutReplacement += changes.filter(({ draft }) => draft === null).length;
    for (const document of documents) this.documents.push(issuedDocument(document));
  }

  /** Whether nothing may be published: an error that is no merchant's, or in a strict run any. */
  isRefused(): boolean {
    if (runErrors(this.problems).length > 0) return true;
    return this.request.strict && blockedMerchants(this.problems).size > 0;
  }

  /** Where errors leave nobody who has anything to be billed, and nothing to cancel. */
  isEverybodyBlocked(): boolean {
    const nobody = this.merchantsBilled === 0 && this.documents.length === 0;
    return nobody && blockedMerchants(this.problems).size > 0;
  }

  refused(problems: readonly Problem[] = []): RunResult {
    return this.result('refused', { documents: [], problems: [...this.problems, ...problems] });
  }

  checked(): RunResult {
    return this.result('checked', { documents: [] });
  }

  unchanged(before: Before): RunResult {
    return this.result('unchanged', { left: this.left(before) });
  }

  /** With what would keep the plan from being published. */
  planned(before: Before, problems: readonly Problem[]): RunResult {
    const left = this.left(before);
    return this.result('planned', { left, problems: [...this.problems, ...problems] });
  }

  published({ batch, ledger }: Published, before: Before & Pick<Ledger, 'id'>): RunResult {
    const isFirst = before.id === null && this.request.mode === 'publish';
    const startedLedger = isFirst ? ledger : null;
    return this.result('published', { left: this.left(before), batch, startedLedger });
  }

  /** How many of the documents that stood before the run it leaves as they are. */
  private left({ standing }: Before): number {
    return standing.length - this.documents.filter(({ cancels }) => cancels !== null).length;
  }

  private result(status: RunResult['status'], parts: Partial<RunResult>): RunResult {
    const { period, documents, unbilled, renamed, problems } = this;
    const { mode } = this.request;
    const all = parts.problems ?? problems;
    const told = { problems: atPlaces(all, this.places), blocked: blockedMerchants(all) };
    const nothing = { batch: null, startedLedger: null, left: 0 };
    const { tip, seen } = this;
    const known = { period, documents, unbilled, renamed, tip, seen };
    return { status, mode, ...known, ...nothing, ...parts, ...told };
  }
}

type Published = Pick<Manifest, 'batch' | 'ledger'>;
type Before = Pick<Ledger, 'standing'>;
