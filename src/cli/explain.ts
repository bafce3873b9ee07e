/** The command that says how each line of a document came about. */
import type { Period } from '../period/period.js';
import { isoDate } from '../period/local-date.js';
import { assert, runErrors } from '../problem.js';
import { spanToPreview, spanToPublish } from '../run/choose-span.js';
import { explainDocument, withInputRows } from '../explain/explain-document.js';
import { explainMerchant, isBlocked } from '../explain/explain-merchant.js';
import type { Explanation } from '../explain/explanation.js';
import { comesToAmount } from '../explain/explain-draft.js';
import { findDocument } from '../ledger/find-document.js';
import type { Words } from '../words/in-language.js';
import { sayIn, type Spoken } from '../words/language.js';
import { now } from './clock.js';
import { explanationJson } from './explain-json.js';
import { explanationText } from './explain-text.js';
import { problemsText } from './problems-text.js';
import type { Conversation } from './conversation.js';
import { DEFAULT_INPUT } from './language.js';

export interface ExplainOptions {
  readonly input?: string;
  readonly output: string;
  readonly line?: number;
  readonly rows: number;
  readonly language?: Spoken;
  readonly merchant?: string;
  readonly period?: Period;
  readonly json?: boolean;
}

/** Why the options do not go together; null where they do. */
export function wrongUsage(
  number: string | undefined,
  options: ExplainOptions,
  words: Words['commands'],
): string | null {
  const { merchant, period } = options;
  if (number === undefined && merchant === undefined) return words.nothingToExplain;
  if (number !== undefined && (merchant !== undefined || period !== undefined))
    return words.twoToExplain;
  if (number === undefined && period === undefined) return words.periodMissing;
  return null;
}

/** 0 explained; 1 no such document, line or merchant, or figures that do not hold; 2 the merchant is blocked. */
export async function explain(
  number: string | undefined,
  options: ExplainOptions,
  talk: Conversation,
): Promise<number> {
  return number === undefined
    ? explainUnpublished(options.merchant ?? '', options, talk)
    : explainPublished(number, options, talk);
}

async function explainPublished(
  number: string,
  options: ExplainOptions,
  talk: Conversation,
): Promise<number> {
  const { stderr, language, words } = talk;
  const found = await findDocument(options.output, number);
  if ('missing' in found) {
    stderr.write(problemsText(found.problems, language));
    stderr.write(`${words.explain.notFound(options.output, number, found)}\n`);
    return 1;
  }
  const say = sayIn(options.language ?? found.document.issuer.language);
  const explanation = await explainDocument(options.output, found, say);
  const whole =
    options.input === undefined
      ? explanation
      : await withInputRows(explanation, found, options.output, options.input, options.rows);
  if ('problems' in whole) {
    stderr.write(problemsText(whole.problems, language));
    return 1;
  }
  return print([whole], options, options.language ?? found.document.issuer.language, talk);
}

async function explainUnpublished(
  merchantId: string,
  options: ExplainOptions,
  talk: Conversation,
): Promise<number> {
  const { stdout, stderr, env, words } = talk;
  const { period } = options;
  assert(period !== undefined, 'a merchant is explained for a period');
  let language: Parameters<typeof sayIn>[0] = options.language ?? 'en';
  const ended = (zone: string): boolean => isoDate(now(env, zone)) > period.lastDay;
  const { explanations, problems } = await explainMerchant({
    inputFolder: options.input ?? DEFAULT_INPUT,
    output: options.output,
    merchantId,
    rowsMax: options.rows,
    spanOf: ({ timeZone, settlementDays }) =>
      ended(timeZone)
        ? spanToPublish(now(env, timeZone), period, null, settlementDays)
        : spanToPreview(now(env, timeZone), period),
    modeOf: ({ timeZone }) => (ended(timeZone) ? 'publish' : 'preview'),
    say: (provider) => {
      language = options.language ?? provider.language;
      return sayIn(language);
    },
  });
  stderr.write(problemsText(problems, talk.language));
  if (explanations.length > 0) return print(explanations, options, language, talk);
  if (!isBlocked(problems, merchantId)) {
    stdout.write(`${words.explain.nothingBilled(merchantId, period.id)}\n`);
    return 0;
  }
  const isOfRun = runErrors(problems).length > 0;
  stdout.write(`${words.explain.blocked(merchantId, period.id)}\n`);
  return isOfRun ? 1 : 2;
}

function print(
  explanations: readonly Explanation[],
  { json = false, line }: ExplainOptions,
  language: Parameters<typeof sayIn>[0],
  { stdout, stderr, words }: Conversation,
): number {
  const chosen = explanations.map((one) => ({
    ...one,
    lines: one.lines.filter(({ position }) => line === undefined || position === line),
    totals: line === undefined ? one.totals : [],
  }));
  const [first] = chosen;
  if (line !== undefined && chosen.every(({ lines }) => lines.length === 0)) {
    const count = explanations[0]?.lines.length ?? 0;
    const number = first?.issued?.number ?? null;
    stderr.write(`${words.explain.noLine(number, line, count)}
`);
    return 1;
  }
  const say = sayIn(language);
  stdout.write(
    json ? explanationJson(chosen) : chosen.map((one) => explanationText(one, say)).join('\n'),
  );
  const isSound = chosen.every(({ lines, draft }) =>
    lines.every((one) => comesToAmount(one.line, draft)),
  );
  return isSound ? 0 : 1;
}
