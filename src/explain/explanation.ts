/** What is said of a document, published or not yet. */
import type { Draft } from '../documents/document.js';
import type { Replaced } from '../documents/what-changed.js';
import type { FileRecord } from '../ledger/manifest.js';
import type { LineExplanation } from './explain-draft.js';
import type { Step } from './steps.js';
import type { LineRows } from './line-rows.js';
import type { OrderGroup } from './order-groups.js';

export interface Explanation {
  readonly draft: Draft;
  /** `YYYY-MM`. */
  readonly period: string;
  /** null before publishing. */
  readonly issued: IssuedLinks | null;
  readonly lines: readonly ExplainedLine[];
  readonly totals: readonly Step[];
  /** The document in whose place it stands; null where there is none. */
  readonly replaced: Replaced | null;
  /** Whether the input is what the document was made from; null where it was not read. */
  readonly input: InputComparison | null;
}

export interface IssuedLinks {
  readonly number: string;
  readonly type: string;
  readonly issueDate: string;
  /** Relative to the output folder. */
  readonly batch: string;
  readonly cancels: string | null;
  readonly replaces: string | null;
  readonly cancelledBy: string | null;
  readonly replacedBy: string | null;
}

export interface ExplainedLine extends LineExplanation {
  /** The input files that it came from; none for a reversal, which is made from the ledger alone. */
  readonly files: readonly FileRecord[];
  /** Of a commission line. */
  readonly orders: StatedOrders | null;
  /** null where the input was not read. */
  readonly rows: readonly LineRows[] | null;
}

export interface StatedOrders {
  /** The file that has all of them; null before publishing. */
  readonly file: string | null;
  readonly groups: readonly OrderGroup[];
  /** Whether they come to the figures of all commission lines of the contract. */
  readonly comesToBasis: boolean;
}

export interface InputComparison {
  readonly files: number;
  /** Files with another hash than in the manifest, missing ones, and ones that were not there. */
  readonly differing: readonly string[];
}
