/** English words for what a run came to. */
import { counted } from './phrases.js';

/** What errors of some merchants mean, by how the run ended. */
const CONSEQUENCES = {
  published: '; they get no new document, and everyone else is billed',
  unchanged: '; they get no new document, and everyone else is billed',
  planned: '; they would get no new document, and everyone else would be billed',
  checked: '; they would get no new document, and everyone else would be billed',
  refused: '',
};

export const RESULTS = {
  types: { invoice: 'invoice', credit_note: 'credit_note' },
  cancels: (number: string): string => `cancels ${number}`,
  published: (documents: number, place: string): string =>
    `${counted(documents, 'document')} in ${place}: invoices.csv, invoice-lines.csv, pdf/, csv/`,
  startedLedger: (output: string, ledger: string): string =>
    `${output} had no ledger: this batch starts ledger ${ledger}`,
  head: (tip: string): string => `head of the ledger: ${tip}`,
  difference: (merchantId: string, currency: string, amount: string): string =>
    `difference ${merchantId} ${currency}: ${amount}`,
  planned: (period: string, issued: number, cancelled: number, left: number): string =>
    `${period}: would issue ${issued}, cancel ${cancelled} and leave ${left}; nothing is published`,
  nothingToBill: (period: string): string => `${period}: nothing to bill, so nothing is issued`,
  nothingChanged: (period: string): string =>
    `${period}: nothing changed since it was published, so nothing is issued`,
  checked: (period: string, errors: number, warnings: number): string =>
    `${period}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
  refused: 'nothing is published',
  /** `documents` of a published month, and the first of them with what each would change by. */
  stale: (period: string, documents: number, first: readonly string[]): string => {
    const more = documents > first.length ? `, and ${documents - first.length} more` : '';
    return `${period} is published, and ${counted(documents, 'document')} of it no longer ${documents === 1 ? 'agrees' : 'agree'} with the input: ${first.join(', ')}${more}`;
  },
  revise: (periods: string): string => `to revise what is published: kefu-billing run ${periods}`,
  /** The first of some merchants, and how many more there are. */
  merchants: (merchantIds: readonly string[], more: number): string =>
    more > 0 ? `${merchantIds.join(', ')} and ${more} more` : merchantIds.join(', '),
  notBilled: (merchants: string): string => `nothing to bill, so no document: ${merchants}`,
  /** `reissue`: the ids behind the option. */
  renamed: (merchants: string, period: string, reissue: string): string =>
    `documents stay under a former name, tax id or address of ${merchants}; to issue them anew: kefu-billing run ${period} --reissue ${reissue}`,
  blocked: (merchants: string, status: keyof typeof CONSEQUENCES): string =>
    `blocked merchants: ${merchants}${CONSEQUENCES[status]}`,
  wouldPublishNothing:
    "a run would publish nothing: the errors that are no single merchant's stop the whole run",
};
