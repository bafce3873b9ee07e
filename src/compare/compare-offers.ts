/** Prices the facts of some months under each offer, beside what was billed. Nothing is published. */
import { append } from '../append.js';
import type { Merchant } from '../documents/document.js';
import { groupBy } from '../group-by.js';
import { problem, runErrors, type Problem } from '../problem.js';
import { attachmentsOf } from '../reference/attachments.js';
import { readOffers, type Offer } from '../reference/offers.js';
import { attachedRows, type ReferenceRead } from '../reference/read-reference.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { BillingSpan } from '../period/period.js';
import type { Usage } from '../pricing/usage.js';
import type { BreakEven, ComparisonCell } from '../output/comparison/comparison-data.js';
import { WorkFolder } from '../run/work-folder.js';
import { sayIn } from '../words/language.js';
import { nearestWord } from '../words/nearest-word.js';
import { BilledAmounts } from './billed-amounts.js';
import { breakEvensOf } from './break-evens.js';
import { compareInput } from './compare-input.js';
import type { CompareResult, OffersRequest } from './compare-request.js';
import { ComparedMonth } from './compared-month.js';
import { OfferPricing } from './offer-pricing.js';
import { inOrderOfCells, notAboutContracts } from './comparison-order.js';
import { usualOffers } from './usual-offers.js';

const MERCHANTS_PER_SLICE = 200;

export function compareOffers(request: OffersRequest): Promise<CompareResult> {
  return compareInput(request, comparedFrom);
}

async function comparedFrom(
  reference: ReferenceRead,
  request: OffersRequest,
): Promise<CompareResult> {
  const { progress } = request;

  // 1. Which offers, merchants and months.
  const { tables } = reference;
  const problems = reference.problems.filter(notAboutContracts);
  if (tables === null) return { data: null, problems: reference.problems };
  const { offers, problems: ofOffers } = await offersOf(request, reference);
  const spans = request.spansOf(tables.provider);
  append(problems, [...ofOffers, ...unknownMerchants(request, tables)]);
  if ('refused' in spans) return { data: null, problems: [...problems, spans.refused] };
  if (runErrors(problems).length > 0) return { data: null, problems };
  const merchants = chosenMerchants(request, tables);
  const job = { request, tables, offers, merchants, ofReference: problems };

  // 2. Price each month.
  const cells: ComparisonCell[] = [];
  const breakEvens: BreakEven[] = [];
  await using workFolder = await WorkFolder.create();
  for (const [at, span] of spans.entries()) {
    progress('comparing', at, spans.length);
    const isLast = at === spans.length - 1;
    const month = await compareMonth(job, span, workFolder.path, isLast);
    if ('problems' in month) return { data: null, problems: [...problems, ...month.problems] };
    append(cells, month.cells);
    append(breakEvens, month.breakEvens);
  }
  const data = {
    provider: tables.provider,
    logo: tables.logo?.bytes ?? null,
    periods: spans.map(({ period }) => period.id),
    offers: offers.map(({ offerId, name, contract, saysTax }) => {
      return { offerId, name, currency: contract.currency, saysTax };
    }),
    merchants,
    cells: inOrderOfCells(cells, offers),
    breakEvens,
  };
  return { data, problems };
}

interface MonthsJob {
  readonly request: OffersRequest;
  readonly tables: ReferenceTables;
  readonly offers: readonly Offer[];
  readonly merchants: readonly Merchant[];
  readonly ofReference: readonly Problem[];
}

type MonthCompared =
  | { readonly cells: readonly ComparisonCell[]; readonly breakEvens: readonly BreakEven[] }
  | { readonly problems: readonly Problem[] };

/** Slice by slice of merchants: nothing holds the usage of all of them at once. */
async function compareMonth(
  { request, tables, offers, merchants, ofReference }: MonthsJob,
  span: BillingSpan,
  workFolder: string,
  hasBreakEvens: boolean,
): Promise<MonthCompared> {
  const { input: inputFolder, output, memory } = request;
  const merchantIds = merchants.map(({ merchantId }) => merchantId);
  const billed = await BilledAmounts.read(output, span.period.id, new Set(merchantIds));
  if (billed.problems.length > 0) return { problems: billed.problems };
  const job = { inputFolder, workFolder, tables, offers, merchantIds, span, memory };
  await using month = await ComparedMonth.open(job);
  if (month.runErrors.length > 0) return { problems: month.runErrors };
  const pricing = new OfferPricing(tables, span);
  const errors = groupBy(ofReference.filter(isError), ({ merchantId }) => merchantId);
  const cells: ComparisonCell[] = [];
  const breakEvens: BreakEven[] = [];
  for (let from = 0; from < merchants.length; from += MERCHANTS_PER_SLICE) {
    const slice = merchants.slice(from, from + MERCHANTS_PER_SLICE);
    const usages = await month.usageOf(slice.map(({ merchantId }) => merchantId));
    for (const merchant of slice) {
      const { merchantId } = merchant;
      const usageOf = (offer: Offer): Usage => usages(merchantId, offer);
      const error = errors.get(merchantId)?.[0] ?? null;
      const found = offers.map((offer): ComparisonCell => {
        const reason = error ?? month.errorOf(merchantId, offer);
        const price = reason === null ? pricing.price(merchant, offer, usageOf(offer)) : { reason };
        return {
          merchantId,
          period: span.period.id,
          offerId: offer.offerId,
          billed: billed.of(merchantId, offer.contract.currency, offer.saysTax),
          ...('reason' in price ? { ...NOT_PRICED, ...price } : { ...price, reason: null }),
        };
      });
      append(cells, found);
      if (!hasBreakEvens) continue;
      const sound = offers.filter((_, at) => isComparable(found[at]?.reason ?? null));
      const of = { merchant, offers: sound, usageOf, pricing, period: span.period.id };
      append(breakEvens, breakEvensOf(of));
    }
  }
  return { cells, breakEvens };
}

const NOT_PRICED = { total: null, hasLines: false } as const;

/** Whether a price is known, or would be at some amount of sales. */
function isComparable(reason: Problem | null): boolean {
  return reason === null || reason.code === 'offer-without-orders';
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** Those of offers.csv, or the usual ones. */
async function offersOf(
  { input, language }: OffersRequest,
  { reads }: ReferenceRead,
): Promise<{ offers: readonly Offer[]; problems: readonly Problem[] }> {
  const contractIds = new Set(reads.contracts.cells.map((cells) => cells['contract_id'] ?? ''));
  const read = await readOffers(input, attachmentsOf(attachedRows(reads)), contractIds);
  const offers = read.offers ?? usualOffers(sayIn(language));
  return { offers, problems: read.problems };
}

function chosenMerchants(
  { merchantIds }: OffersRequest,
  { merchants }: ReferenceTables,
): readonly Merchant[] {
  if (merchantIds === null) return merchants;
  return merchants.filter(({ merchantId }) => merchantIds.includes(merchantId));
}

function unknownMerchants(
  { merchantIds }: OffersRequest,
  { merchants }: ReferenceTables,
): Problem[] {
  const known = merchants.map(({ merchantId }) => merchantId);
  return (merchantIds ?? [])
    .filter((merchantId) => !known.includes(merchantId))
    .map((merchantId) =>
      problem(
        'merchant-unknown',
        { file: '--merchant' },
        { case: 'asked', merchantId, nearest: nearestWord(merchantId, known) },
      ),
    );
}
