/** Systems that take numbers of so many characters. */
import type { Document } from '../../documents/document.js';
import { parseDocumentNumber, PREVIEW_PREFIX } from '../../documents/document-number.js';
import type { DocumentCodes } from './document-codes.js';

/** A preview is looked at and never imported: its numbers may be longer. */
export function checkNumberLength(
  { number }: Document,
  { profile, sources }: DocumentCodes,
  charactersMax: number,
): void {
  if (number.length <= charactersMax) return;
  if (parseDocumentNumber(number)?.prefix === PREVIEW_PREFIX) return;
  sources.problems.unsupported(
    { file: 'provider.json', column: 'invoice_prefix' },
    { case: 'number-length', profile, characters: number.length, charactersMax },
  );
}
