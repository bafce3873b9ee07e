/** What a run is asked for. */
import type { Provider } from '../documents/document.js';
import type { LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import type { Problem } from '../problem.js';
import type { QueueAddress } from '../output/queue/queue-address.js';
import type { Words } from '../words/in-language.js';
import type { Spoken } from '../words/language.js';
import type { FinanceProfileName } from '../reference/finance-profiles.js';

/** What a run is about, which words name. */
type Stage = keyof Words['stages'];

export interface RunRequest {
  readonly mode: 'publish' | 'dry-run' | 'preview' | 'check';
  readonly input: string;
  readonly output: string;
  /** The span, which depends on the provider's zone and settlement days. */
  readonly spanOf: (provider: Provider) => SpanChoice;
  readonly strict: boolean;
  /** Publish although up to so many rows, whose merchant nobody can tell, cannot be read. */
  readonly acceptRejected: number;
  /** Publish although these fact tables have less than the month before. */
  readonly acceptIncomplete: ReadonlySet<string>;
  /** Whether nobody reads what the run says before it publishes. */
  readonly isUnattended: boolean;
  /** Revise up to so many documents where they are unusually many, or come to much. */
  readonly confirmRevisions: number;
  /** Cancel up to so many documents without replacement where they are unusually many. */
  readonly confirmCancellations: number;
  /** Merchants whose documents are cancelled and issued anew although nothing changed. */
  readonly reissued: ReadonlySet<string>;
  /** The accounting systems to write for; null: those of provider.json. */
  readonly finance: readonly FinanceProfileName[] | null;
  /** How many workers render; 0: none beside this thread; null: as many as there are cores, or none for a small month. */
  readonly workers: number | null;
  /** A queue whose workers render in their place, on whichever machines. */
  readonly queue?: QueueAddress | undefined;
  /** What the engine of the facts may keep in memory, such as `2GB`. */
  readonly memory?: string | undefined;
  /** Whether facts lie in buckets, each with all that concerns its merchants. */
  readonly isPartitioned?: boolean | undefined;
  /** The language of the report and of problems.csv; that of provider.json where none is asked for. */
  readonly language?: Spoken | undefined;
  /** The time at which the run takes place, where it was set by hand: it is kept with the batch. */
  readonly clock?: string | null;
  /** A published month that is held against the input of today: it asks after no other month. */
  readonly isComparison?: boolean;
  /** Whether each document and the batch have a workbook too. */
  readonly workbooks?: boolean | undefined;
  readonly progress: (stage: Stage, done?: number, of?: number) => void;
}

/** What is priced, and when it is issued. */
interface ChosenSpan {
  readonly span: BillingSpan;
  readonly issueDate: LocalDate;
  readonly warnings: readonly Problem[];
}

/** A span, or why there is none. */
export type SpanChoice = ChosenSpan | { readonly refused: Problem };
