/** The command that says what merchants would have paid under other offers, or under a changed contract. */
import { resolve } from 'node:path';
import { compareChange } from '../compare/compare-change.js';
import { compareOffers } from '../compare/compare-offers.js';
import type { CompareRequest, CompareResult } from '../compare/compare-request.js';
import { formatAmount, formatAmountGrouped } from '../money/amount.js';
import {
  BREAK_EVEN_CSV,
  COMPARISON_CSV,
  COMPARISON_PAGE,
  type ComparisonData,
} from '../output/comparison/comparison-data.js';
import {
  differenceText,
  isComplete,
  sumsByOffer,
  type OfferSum,
} from '../output/comparison/comparison-sums.js';
import { COMPARISON_FOLDER, writeComparison } from '../output/comparison/write-comparison.js';
import { periodBefore, type Period } from '../period/period.js';
import { eachOnce, everyProblem } from '../every-problem.js';
import { asWarning, type Problem } from '../problem.js';
import { monthsToCompare } from '../compare/months-to-compare.js';
import { problemSentence } from '../words/problem-sentence.js';
import type { Words } from '../words/in-language.js';
import { sayIn, type Spoken } from '../words/language.js';
import { now } from './clock.js';
import type { Conversation } from './conversation.js';
import { printable } from './printable.js';
import { problemJson } from './problem-json.js';
import { problemsText } from './problems-text.js';
import { createProgress } from './progress.js';

export interface CompareOptions {
  readonly input: string;
  readonly output: string;
  readonly merchant?: readonly string[];
  readonly contract?: string;
  readonly from?: Period;
  readonly change?: readonly (readonly [string, string])[];
  readonly memory?: string;
  /** Of the page and the CSVs; without it, that of provider.json. */
  readonly language?: Spoken;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The first and the last month. */
export interface MonthRange {
  readonly first: Period;
  readonly last: Period;
}

const NAME_CHARACTERS_MAX = 200;
const MONTHS_OF_A_CHANGE = 12;

/** Why the options do not go together; null where they do. */
export function wrongUsage(
  range: MonthRange | undefined,
  { input, output, contract, change, from, merchant }: CompareOptions,
  words: Words['commands'],
): string | null {
  if (resolve(input) === resolve(output)) return words.outputIsInput;
  if (contract === undefined)
    return change === undefined && from === undefined ? null : words.changeWithoutContract;
  if (change === undefined) return words.contractWithoutChange;
  return range === undefined && merchant === undefined ? null : words.contractWithMonths;
}

/** 0 written; 1 nothing is. */
export async function compare(
  range: MonthRange | null,
  options: CompareOptions,
  talk: Conversation,
): Promise<number> {
  const { stdout, stderr, language, words } = talk;
  const { output, json = false, quiet = false } = options;
  const progress = await createProgress(talk, quiet);
  const { data, problems } = await compared(range, options, talk, progress.step);
  progress.stop();
  const reasons = (data?.cells ?? []).flatMap(({ reason }) => reason ?? []);
  const all = [...problems, ...eachOnce(reasons).map(asWarning)];
  const shown = all.filter(({ severity }) => !quiet || severity === 'error');
  if (!json) stderr.write(problemsText(shown, language));
  if (data === null) {
    const nothing = `${words.comparison.nothingCompared}\n`;
    stdout.write(json ? comparisonJson(null, all, language) : nothing);
    return 1;
  }
  await writeComparison(output, data, options.language ?? data.provider.language);
  const lines = [
    ...(quiet ? [] : sumsByOffer(data).map((sum) => offerLine(sum, talk))),
    writtenLine(data, output, words.comparison),
  ];
  stdout.write(json ? comparisonJson(data, all, language) : `${lines.join('\n')}\n`);
  return 0;
}

function compared(
  range: MonthRange | null,
  options: CompareOptions,
  { env, language }: Conversation,
  progress: CompareRequest['progress'],
): Promise<CompareResult> {
  const { input, output, memory, contract, change = [], from } = options;
  const spansOf: CompareRequest['spansOf'] = ({ timeZone }) => {
    const today = now(env, timeZone);
    if (contract === undefined) return monthsToCompare(today, range);
    return monthsToCompare(today, null, {
      last: from === undefined ? null : periodBefore(from),
      count: MONTHS_OF_A_CHANGE,
    });
  };
  const request = { input, output, memory, progress, spansOf };
  return contract === undefined
    ? compareOffers({ ...request, merchantIds: options.merchant ?? null, language })
    : compareChange({ ...request, contractId: contract, changes: new Map(change) });
}

function writtenLine(
  { merchants, periods }: ComparisonData,
  output: string,
  words: Words['comparison'],
): string {
  const files = [COMPARISON_CSV, BREAK_EVEN_CSV, COMPARISON_PAGE, 'pdf/'];
  return words.written(merchants.length, periods.length, `${output}/${COMPARISON_FOLDER}`, files);
}

function offerLine(
  sum: OfferSum,
  { language, words: { comparison: words } }: Conversation,
): string {
  const { offer, total, priced, cells } = sum;
  const { offerId, name, currency } = offer;
  const names = [offerId, name].map((one) => printable(one, NAME_CHARACTERS_MAX));
  const line = [...names, currency.code];
  if (priced === 0) return [...line, words.notPriced].join('  ');
  const change = differenceText(sum, sayIn(language));
  return [
    ...line,
    sum.withLines === 0 ? words.nothingToBill : formatAmountGrouped(total, currency),
    ...(change === null ? [] : [words.againstBilled(change)]),
    ...(isComplete(sum) ? [] : [words.pricedOf(priced, cells)]),
  ].join('  ');
}

function comparisonJson(
  data: ComparisonData | null,
  problems: readonly Problem[],
  language: Spoken,
): string {
  const currencyOf = new Map(data?.offers.map(({ offerId, currency }) => [offerId, currency]));
  const cells = (data?.cells ?? []).map((cell) => {
    const currency = currencyOf.get(cell.offerId);
    const shown = (amount: bigint | null): string | null =>
      amount === null || currency === undefined ? null : formatAmount(amount, currency);
    return {
      merchant_id: cell.merchantId,
      period: cell.period,
      offer_id: cell.offerId,
      currency: currency?.code ?? null,
      total: shown(cell.total),
      billed: shown(cell.billed),
      reason: cell.reason === null ? null : problemSentence(cell.reason, language).message,
    };
  });
  const breakEvens = (data?.breakEvens ?? []).map((one) => ({
    merchant_id: one.merchantId,
    period: one.period,
    measure: one.measure,
    cheaper_offer_id: one.cheaperId,
    other_offer_id: one.otherId,
    at: one.measure === 'net_sales' ? formatAmount(one.at, one.currency) : String(one.at),
  }));
  const told = [...everyProblem(problems)].map((found) => problemJson(found, language));
  return `${JSON.stringify({ cells, break_evens: breakEvens, problems: told })}\n`;
}
