/** The command that says what merchants owe. */
import { periodOf } from '../period/period.js';
import { isoDate, type LocalDate } from '../period/local-date.js';
import type { Account } from '../documents/accounts/account.js';
import { formatAmountGrouped, formatAmount, sumAmounts, type MinorUnits } from '../money/amount.js';
import { gatherAccounts, type AccountsData } from '../ledger/gather-accounts.js';
import { ACCOUNT_CSV, ACCOUNT_PAGE } from '../output/account/account-files.js';
import { ACCOUNT_FOLDER, writeAccounts } from '../output/account/write-accounts.js';
import { blockedMerchants, type Problem } from '../problem.js';
import type { Words } from '../words/in-language.js';
import type { Spoken } from '../words/language.js';
import { now } from './clock.js';
import type { Conversation } from './conversation.js';
import { printable } from './printable.js';
import { problemJson } from './problem-json.js';
import { problemsText } from './problems-text.js';

export interface AccountOptions {
  readonly input: string;
  readonly output: string;
  readonly asOf?: LocalDate;
  readonly from?: LocalDate;
  /** Of the page; without it, that of provider.json. */
  readonly language?: Spoken;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const NAME_CHARACTERS_MAX = 200;

/** 0 written; 1 nothing is, or nobody has an account; 2 written, and some merchants have none. */
export async function account(
  merchantId: string | null,
  options: AccountOptions,
  { stdout, stderr, env, language, words }: Conversation,
): Promise<number> {
  const { input, output, json = false, quiet = false } = options;
  const { data, problems } = await gatherAccounts({
    input,
    output,
    merchantId,
    spanOf: ({ timeZone }) => {
      const asOf = options.asOf ?? isoDate(now(env, timeZone));
      return { asOf, from: options.from ?? periodOf(asOf).firstDay };
    },
  });
  const blocked = [...blockedMerchants(problems)].sort();
  const shown = problems.filter(({ severity }) => !quiet || severity === 'error');
  if (!json) stderr.write(problemsText(shown, language));
  if (data === null || (data.accounts.length === 0 && blocked.length > 0)) {
    const nothing = `${words.account.noneWritten}\n`;
    stdout.write(json ? accountsJson([], problems, language) : nothing);
    return 1;
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  await writeAccounts(output, data, errors, options.language ?? data.provider.language);
  const text = [
    ...(quiet ? [] : accountLines(data, words.account)),
    ...endLines(data, output, blocked, words.account),
  ];
  stdout.write(json ? accountsJson(data.accounts, problems, language) : `${text.join('\n')}\n`);
  return blocked.length > 0 ? 2 : 0;
}

type AccountWords = Words['account'];

function accountLines({ accounts, merchants }: AccountsData, words: AccountWords): string[] {
  return accounts.map((one) =>
    accountLine(one, merchants.get(one.merchantId)?.name ?? '', words.figures),
  );
}

function accountLine(one: Account, name: string, words: AccountWords['figures']): string {
  const { merchantId, currency, ages } = one;
  const amount = (value: MinorUnits): string => formatAmountGrouped(value, currency);
  const names = [merchantId, name].map((text) => printable(text, NAME_CHARACTERS_MAX)).join('  ');
  const overdue = sumAmounts(Object.values(ages)) - ages.not_due;
  const figures = [
    words.opening(amount(one.opening)),
    words.documents(amount(one.documents)),
    words.receipts(amount(one.receipts)),
    words.closing(amount(one.closing)),
    ...(overdue === 0n ? [] : [words.overdue(amount(overdue))]),
    ...(one.deposits === 0n ? [] : [words.deposits(amount(one.deposits))]),
  ];
  return `${names}  ${currency.code}  ${figures.join('  ')}`;
}

/** Where the accounts are, and who has none. */
function endLines(
  { accounts }: AccountsData,
  output: string,
  blocked: readonly string[],
  words: AccountWords,
): string[] {
  const files = [ACCOUNT_CSV, ACCOUNT_PAGE, 'pdf/'];
  const names = blocked.map((id) => printable(id, NAME_CHARACTERS_MAX));
  return [
    words.written(accounts.length, `${output}/${ACCOUNT_FOLDER}`, files),
    ...(names.length === 0 ? [] : [words.without(names)]),
  ];
}

function accountsJson(
  accounts: readonly Account[],
  problems: readonly Problem[],
  language: Spoken,
): string {
  const shown = accounts.map((one) => {
    const amount = (value: MinorUnits): string => formatAmount(value, one.currency);
    const ages = Object.entries(one.ages).map(([age, value]) => [age, amount(value)]);
    return {
      merchant_id: one.merchantId,
      currency: one.currency.code,
      from: one.from,
      as_of: one.asOf,
      opening: amount(one.opening),
      documents: amount(one.documents),
      receipts: amount(one.receipts),
      closing: amount(one.closing),
      ...(Object.fromEntries(ages) as Record<string, string>),
      credit: amount(one.credit),
      deposits: amount(one.deposits),
    };
  });
  const told = problems.map((found) => problemJson(found, language));
  return `${JSON.stringify({ accounts: shown, problems: told })}\n`;
}
