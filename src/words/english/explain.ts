/** English words of the command that explains, where it has nothing to explain. */
import type { DocumentNotFound } from '../document-not-found.js';
import { closestWord } from '../nearest-word.js';

export const EXPLAIN = {
  notFound: (output: string, asked: string, found: DocumentNotFound): string =>
    `${whyNotFound(output, asked, found)}; ${whatThereIs(output, asked, found)}`,
  noLine: (number: string | null, line: number, lines: number): string =>
    `${number ?? 'the document'} has no line ${line}; its lines are 1 to ${lines}`,
  nothingBilled: (merchantId: string, period: string): string =>
    `nothing is billed to ${merchantId} in ${period}`,
  blocked: (merchantId: string, period: string): string =>
    `nothing can be billed to ${merchantId} in ${period} until that is mended`,
};

function whyNotFound(output: string, asked: string, { missing, period }: DocumentNotFound): string {
  switch (missing) {
    case 'not-a-number':
      return `${asked} is no number of a document`;
    case 'not-published':
      return `no document ${asked} was published`;
    case 'no-preview':
      return `${output} has no preview of ${period}`;
    case 'not-in-preview':
      return `the preview of ${period} has no document ${asked}`;
  }
}

function whatThereIs(
  output: string,
  asked: string,
  { numbers, batches }: DocumentNotFound,
): string {
  const [first] = numbers;
  if (first !== undefined) {
    const nearest = closestWord(asked, numbers) ?? first;
    return `there are ${first} to ${numbers.at(-1) ?? first}, did you mean ${nearest}?`;
  }
  return batches.length === 0
    ? `${output} has no published batch`
    : `${output} has ${batches.join(', ')}; a number looks like INV-202610-000001`;
}
