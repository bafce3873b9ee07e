/** Where a batch stands in the output folder: `2026-10/batch-001`. Every such name is built and read here. */

const PERIOD = /^\d{4}-\d{2}$/;
const BATCH = /^batch-(\d{3,})$/;
const SEQUENCE_DIGITS_MIN = 3;

/** The pointer to the latest preview of a period, inside the period's folder. */
export const PREVIEW_FOLDER = 'preview';

/** Whether a folder of the output holds the batches of a period. */
export function isPeriodFolder(name: string): boolean {
  return PERIOD.test(name);
}

/** > 1 → `batch-001`, 1000 → `batch-1000` */
export function batchFolder(sequence: number): string {
  return `batch-${String(sequence).padStart(SEQUENCE_DIGITS_MIN, '0')}`;
}

/** The sequence of a batch within its period; null for any other name. */
export function sequenceOfBatch(name: string): number | null {
  const digits = BATCH.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The batches among the names of a period's folder, in order: `batch-1000` comes after `batch-999`. */
export function batchSequences(names: readonly string[]): number[] {
  return names.flatMap((name) => sequenceOfBatch(name) ?? []).sort((left, right) => left - right);
}

/** Relative to the output folder. */
export function batchPlace(period: string, sequence: number): string {
  return `${period}/${batchFolder(sequence)}`;
}

/** Relative to the output folder. */
export function previewPlace(period: string): string {
  return `${period}/${PREVIEW_FOLDER}`;
}
