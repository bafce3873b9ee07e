/** What a comparison is asked for, and what it answers. */
import type { Provider } from '../documents/document.js';
import type { ComparisonData } from '../output/comparison/comparison-data.js';
import type { BillingSpan } from '../period/period.js';
import type { Problem } from '../problem.js';
import type { RunRequest } from '../run/run-request.js';
import type { Spoken } from '../words/language.js';

export interface CompareRequest {
  readonly input: string;
  readonly output: string;
  /** The months, in order, which depend on the provider's zone; or why there are none. */
  readonly spansOf: (provider: Provider) => readonly BillingSpan[] | { readonly refused: Problem };
  /** What the engine of the facts may keep in memory, such as `2GB`. */
  readonly memory?: string | undefined;
  readonly progress: RunRequest['progress'];
}

export interface OffersRequest extends CompareRequest {
  /** null: all merchants. */
  readonly merchantIds: readonly string[] | null;
  /** Of the names of the usual offers. */
  readonly language: Spoken;
}

export interface ChangeRequest extends CompareRequest {
  readonly contractId: string;
  /** The cells of contracts.csv that change, by column, as they would be written. */
  readonly changes: ReadonlyMap<string, string>;
}

export interface CompareResult {
  /** null where nothing can be compared. */
  readonly data: ComparisonData | null;
  readonly problems: readonly Problem[];
}
