/** An input folder whose facts lie in buckets, in a folder of the test's own. */
import { temporaryFolder } from '../../support/temporary-folder.js';
import { writeBuckets, type BucketOf, type Changes, type Layout } from './write-buckets.js';

export function inBuckets(
  input: string,
  layout: Layout,
  bucketOf: BucketOf,
  changes?: Changes,
): string {
  const folder = temporaryFolder();
  writeBuckets(input, folder, layout, bucketOf, changes);
  return folder;
}
