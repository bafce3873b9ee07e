/** Publishes, or says why the output would not take it: then nothing is left behind. */
import { problem, type Problem } from '../problem.js';
import { publishBatch, publishPreview, type Publication } from '../publishing/publish.js';
import type { RunRequest } from './run-request.js';

/** What a full, read-only or failing disk answers. */
const REFUSALS = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'EFBIG',
  'EMFILE',
  'EISDIR',
]);

/** null where it is published. */
export async function publish(
  { mode, output }: RunRequest,
  publication: Publication,
): Promise<Problem | null> {
  try {
    const isPlaced =
      mode === 'preview'
        ? await publishPreview(output, publication)
        : await publishBatch(output, publication);
    return isPlaced ? null : batchTaken(publication.manifest.period);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!REFUSALS.has(code)) throw error;
    return problem(
      'output-unwritable',
      { file: output },
      `the output cannot be written: ${error instanceof Error ? error.message : code}`,
      'make room, or correct the permissions, and run again; nothing is published',
    );
  }
}

function batchTaken(period: string): Problem {
  return problem(
    'batch-taken',
    { file: period },
    'another run published this batch number first; nothing of this run is published',
    'run again; it compares with what the other one issued',
  );
}
