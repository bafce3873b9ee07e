/** Says why there is no document of a number, and which there are. */
import type { MissingDocument } from '../ledger/find-document.js';
import { didYouMean } from '../words/did-you-mean.js';

export function missingDocumentText(
  output: string,
  number: string,
  { missing, period, numbers, batches }: MissingDocument,
): string {
  const reasons: Readonly<Record<MissingDocument['missing'], string>> = {
    'not-a-number': `${number} is no number of a document`,
    'not-published': `no document ${number} was published`,
    'no-preview': `${output} has no preview of ${period}`,
    'not-in-preview': `the preview of ${period} has no document ${number}`,
  };
  const [first] = numbers;
  const hint =
    first === undefined
      ? batchesText(output, batches)
      : `there are ${first} to ${numbers.at(-1) ?? first}, ${didYouMean(number, numbers)}`;
  return `${reasons[missing]}; ${hint}`;
}

function batchesText(output: string, batches: readonly string[]): string {
  return batches.length === 0
    ? `${output} has no published batch`
    : `${output} has ${batches.join(', ')}; a number looks like INV-202610-000001`;
}
