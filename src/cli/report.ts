/** What a run says: results on stdout, the rest on stderr. */
import { groupInOrder } from '../group-by.js';
import { formatAmountGrouped } from '../money/amount.js';
import { everyProblem } from '../every-problem.js';
import { countProblems, isOfCode, runErrors, type Problem } from '../problem.js';
import { someAtATime } from '../some-at-a-time.js';
import type { ProblemValues } from '../problem-values.js';
import { batchFolder, PREVIEW_FOLDER } from '../ledger/batch-place.js';
import type { IssuedDocument } from '../ledger/issued-document.js';
import type { RunResult } from '../run/run-result.js';
import type { Words } from '../words/in-language.js';
import type { Spoken } from '../words/language.js';
import { paddedTo } from './display-width.js';
import { printable } from './printable.js';
import { problemJson } from './problem-json.js';

const NAME_CHARACTERS_MAX = 200;
const MERCHANTS_SHOWN = 50;
const TYPE_WIDTH = 11;
const STALE_SHOWN = 5;

/** 0 done; 1 nothing published; 2 published, some merchants blocked. */
export function exitStatusOf({ status, blocked, problems }: RunResult): number {
  if (status === 'refused') return 1;
  if (status === 'checked' && runErrors(problems).length > 0) return 1;
  return blocked.size > 0 ? 2 : 0;
}

/** The documents, and what became of the run; where it is quiet the latter alone. */
export function reportText(
  result: RunResult,
  output: string,
  isQuiet: boolean,
  words: ResultWords,
): string {
  const lines = [
    ...(isQuiet && result.status === 'published' ? [] : documentLines(result, words)),
    ...endLines(result, output, words),
    ...notBilled(result, words),
    ...renamedMerchants(result, words),
    ...whomErrorsStop(result, words),
    ...staleMonths(result, words),
  ];
  return `${lines.join('\n')}\n`;
}

type ResultWords = Words['results'];

function documentLines({ status, documents }: RunResult, words: ResultWords): string[] {
  const isShown = status === 'published' || status === 'planned';
  return isShown ? documents.map((document) => documentLine(document, words)) : [];
}

/** What became of the run. */
function endLines(result: RunResult, output: string, words: ResultWords): string[] {
  const { left, problems, documents, startedLedger } = result;
  const period = result.period ?? '';
  switch (result.status) {
    case 'published':
      return [
        words.published(documents.length, placeOf(result, output)),
        ...(startedLedger === null ? [] : [words.startedLedger(output, startedLedger)]),
        ...(result.tip === null ? [] : [words.head(result.tip)]),
      ];
    case 'planned':
      return plannedLines(result, words);
    case 'unchanged':
      return [left === 0 ? words.nothingToBill(period) : words.nothingChanged(period)];
    case 'checked':
      return [words.checked(period, count(problems, 'error'), count(problems, 'warning'))];
    case 'refused':
      return [words.refused];
  }
}

/** Merchants without a line get no document: nobody shall wonder whether they were forgotten. */
function notBilled({ unbilled, problems }: RunResult, words: ResultWords): string[] {
  if (unbilled.length === 0 || runErrors(problems).length > 0) return [];
  return [words.notBilled(namesOf(unbilled, words))];
}

/** Nothing is reissued for a name, an address or a tax id by itself. */
function renamedMerchants({ renamed, period, status }: RunResult, words: ResultWords): string[] {
  if (renamed.length === 0 || period === null || status === 'refused') return [];
  return [words.renamed(namesOf(renamed, words), period, renamed.join(' '))];
}

/** Published months of which documents no longer agree with the input, and the command that revises them. */
function staleMonths({ problems }: RunResult, words: ResultWords): string[] {
  const months = groupInOrder(staleDocuments(problems), ({ period }) => period);
  const ids = [...months.keys()];
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    ...[...months].map(([period, of]) => {
      const shown = of.slice(0, STALE_SHOWN).map(({ number, difference }) => {
        return number === null ? difference : `${number} ${difference}`;
      });
      return words.stale(period, of.length, shown);
    }),
    words.revise(first === last ? first : `${first}..${last}`),
  ];
}

type StaleDocument = Extract<ProblemValues['published-month-differs'], { case: 'document' }>;

function staleDocuments(problems: readonly Problem[]): StaleDocument[] {
  return problems.flatMap((found) => {
    if (!isOfCode(found, 'published-month-differs')) return [];
    return found.values.case === 'document' ? found.values : [];
  });
}

function namesOf(merchantIds: Iterable<string>, words: ResultWords): string {
  const ids = [...merchantIds].sort();
  const names = ids.slice(0, MERCHANTS_SHOWN).map((id) => printable(id, NAME_CHARACTERS_MAX));
  return words.merchants(names, ids.length - names.length);
}

function whomErrorsStop({ status, problems, blocked }: RunResult, words: ResultWords): string[] {
  if (runErrors(problems).length > 0)
    return status === 'checked' ? [words.wouldPublishNothing] : [];
  return blocked.size === 0 ? [] : [words.blocked(namesOf(blocked, words), status)];
}

/** The difference per merchant and currency, and how much a run would issue, cancel and leave. */
function plannedLines({ documents, left, period }: RunResult, words: ResultWords): string[] {
  const differences = new Map<string, IssuedDocument>();
  for (const document of documents) {
    const key = `${document.merchantId} ${document.currency.code}`;
    const total = (differences.get(key)?.total ?? 0n) + document.total;
    differences.set(key, { ...document, total });
  }
  const cancelled = documents.filter(({ cancels }) => cancels !== null).length;
  return [
    ...[...differences.values()].map(({ merchantId, total, currency }) =>
      words.difference(merchantId, currency.code, formatAmountGrouped(total, currency)),
    ),
    words.planned(period ?? '', documents.length - cancelled, cancelled, left),
  ];
}

function documentLine(document: IssuedDocument, words: ResultWords): string {
  const { number, type, merchantId, merchantName, currency, total, cancels } = document;
  const amount = `${currency.code} ${formatAmountGrouped(total, currency).padStart(14)}`;
  const names = [merchantId, merchantName].map((name) => printable(name, NAME_CHARACTERS_MAX));
  const link = cancels === null ? '' : `  ${words.cancels(cancels)}`;
  const kind = paddedTo(TYPE_WIDTH, words.types[type]);
  return `${number}  ${kind}  ${amount}  ${names.join('  ')}${link}`;
}

function placeOf({ mode, period, batch }: RunResult, output: string): string {
  const place = mode === 'preview' || batch === null ? PREVIEW_FOLDER : batchFolder(batch);
  return `${output}/${period ?? ''}/${place}`;
}

/** `clock`: the time that was set by hand, if it was. */
const PROBLEMS_A_PIECE = 1000;
const NO_PROBLEMS = '"problems":[]';

/** On one line, piece by piece: a million problems are longer than a text can be. */
export function* resultJson(
  result: RunResult,
  language: Spoken,
  clock: string | null,
): Generator<string> {
  const documents = result.documents.map(
    ({ number, type, merchantId, currency, net, tax, total, cancels, replaces }) => ({
      number,
      type,
      merchant_id: merchantId,
      currency: currency.code,
      net_minor_units: String(net),
      tax_minor_units: String(tax),
      total_minor_units: String(total),
      cancels,
      replaces,
    }),
  );
  const blocked = [...result.blocked].sort();
  const set = clock === null ? {} : { clock };
  const all = JSON.stringify({ ...result, ...set, documents, problems: [], blocked });
  const at = all.indexOf(NO_PROBLEMS) + NO_PROBLEMS.length - 1;
  yield all.slice(0, at);
  let separator = '';
  for (const some of someAtATime(everyProblem(result.problems), PROBLEMS_A_PIECE)) {
    const text = some.map((found) => JSON.stringify(problemJson(found, language))).join(',');
    yield separator + text;
    separator = ',';
  }
  yield `${all.slice(at)}\n`;
}

function count(problems: readonly Problem[], severity: Problem['severity']): number {
  return countProblems(problems.filter((one) => one.severity === severity));
}
