/** What a run answers. */
import type { IssuedDocument } from '../ledger/issued-document.js';
import type { Problem } from '../problem.js';
import type { Seen } from '../words/seen.js';
import type { RunRequest } from './run-request.js';

export interface RunResult {
  readonly status: 'published' | 'planned' | 'unchanged' | 'checked' | 'refused';
  readonly mode: RunRequest['mode'];
  readonly period: string | null;
  readonly batch: number | null;
  readonly documents: readonly IssuedDocument[];
  /** The id of the ledger that this run started, if it did. */
  readonly startedLedger: string | null;
  /** What the ledger is known by after what this run published: `verify --head` takes it; null where it published nothing. */
  readonly tip: string | null;
  /** The merchants for whom no line came about: they get no document. */
  readonly unbilled: readonly string[];
  /** The merchants of whom a document stays under a name, a tax id or an address that is no longer theirs. */
  readonly renamed: readonly string[];
  /** How many issued documents stay as they are. */
  readonly left: number;
  readonly blocked: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Under which rows and names people know what problems are about. */
  readonly seen: Seen;
}
