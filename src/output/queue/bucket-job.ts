/** What a worker is told of a bucket, and what it tells of it: plain data, and files. */
import type { BilledBefore } from '../../facts/billed-before.js';
import type { Bucket } from '../../facts/buckets/find-buckets.js';
import type { WrittenFile } from '../../ledger/write-synced.js';
import type { BillingSpan } from '../../period/period.js';
import type { FinanceProfileName } from '../../reference/finance-profiles.js';
import type { HashedFile } from './same-input.js';

export interface BucketJob {
  readonly bucket: Bucket;
  readonly span: BillingSpan;
  /** Its files relative to the output folder. */
  readonly billedBefore: BilledBefore;
  /** What the engine may keep in memory, such as `2GB`. */
  readonly memory: string | undefined;
  /** The accounting systems that the run was asked to write for: their settings are among the files. */
  readonly finance: readonly FinanceProfileName[] | null;
  /** All that is known before any fact, which a worker reads by itself. */
  readonly reference: readonly HashedFile[];
  /** The files of the bucket. */
  readonly facts: readonly HashedFile[];
}

/** What comes of it: a folder among the jobs, which no other attempt writes into. */
export interface BucketOutcome {
  readonly folder: string;
  readonly written: readonly WrittenFile[];
}

/** Its files, beside the stray orders: the tables of the engine, and a `RolledBucket`. */
export const KEPT_TABLES = 'tables.duckdb';
export const ROLLED_BUCKET = 'rolled';
