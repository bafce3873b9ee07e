/** Why a document that somebody asks for by its number is not found, and what there is in its place. */
export interface DocumentNotFound {
  readonly case: 'no-number' | 'not-published' | 'unreadable' | 'no-preview' | 'not-in-preview';
  readonly asked: string;
  /** `YYYY-MM` of the number; null where it is no number. */
  readonly period: string | null;
  readonly output: string;
  /** The first and the last number that there are, and the one that is most like what was asked for. */
  readonly numbers: {
    readonly first: string;
    readonly last: string;
    readonly nearest: string;
  } | null;
  /** Where there is no number: the batches that are published, such as `2026-10/batch-001`. */
  readonly batches: readonly string[];
}
