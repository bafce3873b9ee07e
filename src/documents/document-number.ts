/** The number of a document: `{prefix}-{YYYYMM}-{6 digits}`, gapless and rising within a period. */

/** Takes the place of the provider's prefix in a preview, which issues nothing. */
export const PREVIEW_PREFIX = 'PREVIEW';

/** Whether a document was only priced, and not issued: `PREVIEW-202610-000001`. */
export function isOfPreview({ number }: { readonly number: string }): boolean {
  return number.startsWith(`${PREVIEW_PREFIX}-`);
}

const SEQUENCE_DIGITS_MIN = 6;
const NUMBER = /^(.+)-(\d{4})(0[1-9]|1[0-2])-(\d+)$/;

export interface DocumentNumberParts {
  readonly prefix: string;
  /** `YYYY-MM`. */
  readonly period: string;
  /** 1 for the first document of the period. */
  readonly sequence: number;
}

/**
 * > INV, 2026-10 and 17: `INV-202610-000017`. The millionth document has a digit more:
 * > `INV-202610-1000000`.
 */
export function documentNumber({ prefix, period, sequence }: DocumentNumberParts): string {
  const digits = String(sequence).padStart(SEQUENCE_DIGITS_MIN, '0');
  return `${prefix}-${period.replace('-', '')}-${digits}`;
}

/**
 * The parts of a number, or null for any other text. A prefix may have dashes and digits of its own.
 * `INV-202610-17` is read too, for whoever types a number by hand; no document has it.
 */
export function parseDocumentNumber(text: string): DocumentNumberParts | null {
  const [, prefix, year, month, digits] = NUMBER.exec(text) ?? [];
  if (prefix === undefined || year === undefined || month === undefined) return null;
  return { prefix, period: `${year}-${month}`, sequence: Number(digits) };
}
