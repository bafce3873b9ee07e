/** Why a document that somebody asks for by its number is not found, and what there is in its place. */
export interface DocumentNotFound {
  readonly missing: 'not-a-number' | 'not-published' | 'no-preview' | 'not-in-preview';
  /** `YYYY-MM`, as the number says; blank where it is none. */
  readonly period: string;
  /** The numbers that there are in its place, in order. */
  readonly numbers: readonly string[];
  /** The batches that are published, such as `2026-10/batch-001`, in order. */
  readonly batches: readonly string[];
}
