/** English words of the command that explains. */
import type { DocumentNotFound } from '../document-not-found.js';

export const EXPLAIN = {
  notFound: (found: DocumentNotFound): string => `${whyNotFound(found)}; ${whatThereIs(found)}`,
};

function whyNotFound({ case: why, asked, period, output }: DocumentNotFound): string {
  switch (why) {
    case 'no-number':
      return `${asked} is no number of a document`;
    case 'not-published':
      return `no document ${asked} was published`;
    case 'unreadable':
      return `${asked} cannot be read`;
    case 'no-preview':
      return `${output} has no preview of ${period ?? ''}`;
    case 'not-in-preview':
      return `the preview of ${period ?? ''} has no document ${asked}`;
  }
}

function whatThereIs({ numbers, batches, output }: DocumentNotFound): string {
  if (numbers !== null)
    return `there are ${numbers.first} to ${numbers.last}, did you mean ${numbers.nearest}?`;
  return batches.length === 0
    ? `${output} has no published batch`
    : `${output} has ${batches.join(', ')}; a number looks like INV-202610-000001`;
}
