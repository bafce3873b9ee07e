/** Reads what accounts are made of: receipts and merchants of the input folder, documents of the ledger. */
import type { Account, AccountSpan } from '../documents/accounts/account.js';
import { allAccounts } from '../documents/accounts/all-accounts.js';
import type { Merchant, Provider } from '../documents/document.js';
import { isFolder } from '../path-kind.js';
import { blockedMerchants, problem, runErrors, type Problem } from '../problem.js';
import { readLogo } from '../reference/read-logo.js';
import { readMerchants } from '../reference/merchants.js';
import { readProvider } from '../reference/read-provider.js';
import { atPlaces, placesOf } from '../reference/table-places.js';
import { readReceipts } from '../reference/receipts.js';
import { nearestWord } from '../words/nearest-word.js';
import { readAccountLedger } from './account-ledger.js';

export interface AccountsRequest {
  /** The input folder. */
  readonly input: string;
  /** The output folder. */
  readonly output: string;
  /** null: all merchants. */
  readonly merchantId: string | null;
  /** In the provider's zone. */
  readonly spanOf: (provider: Provider) => AccountSpan;
}

export interface AccountsData extends AccountSpan {
  readonly provider: Provider;
  readonly logo: Uint8Array | null;
  /** By id. */
  readonly merchants: ReadonlyMap<string, Merchant>;
  /** In order of merchant and currency. */
  readonly accounts: readonly Account[];
}

export interface AccountsGathered {
  /** null where nothing can be told of anybody. */
  readonly data: AccountsData | null;
  /** Errors of merchants say why those have no account. */
  readonly problems: readonly Problem[];
}

export async function gatherAccounts(request: AccountsRequest): Promise<AccountsGathered> {
  const { input, output, merchantId } = request;
  if (!(await isFolder(output))) return { data: null, problems: [outputMissing(output)] };
  const { provider, logo: logoFile, problems: ofProvider } = await readProvider(input);
  if (provider === null) return { data: null, problems: ofProvider };
  const ledger = await readAccountLedger(output);
  const table = await readMerchants(input, provider.language);
  const merchants = new Map([...ledger.merchants, ...table.merchants]);
  const receipts = await readReceipts(input, new Set(merchants.keys()));
  const logo = await readLogo(input, logoFile);
  const problems = [
    ...ofProvider,
    ...ledger.problems,
    ...table.problems,
    ...receipts.problems,
    ...logo.problems,
    ...unknownMerchant(merchantId, merchants),
  ];
  const places = placesOf([table, receipts]);
  if (runErrors(problems).length > 0) return { data: null, problems: atPlaces(problems, places) };
  const span = request.spanOf(provider);
  const isAsked = (one: { readonly merchantId: string | null }): boolean =>
    merchantId === null || one.merchantId === merchantId;
  const found = allAccounts(
    ledger.documents.filter(isAsked),
    receipts.receipts.filter(isAsked),
    span,
    blockedMerchants(problems),
  );
  const isOurs = (one: Problem): boolean => one.merchantId === null || isAsked(one);
  return {
    data: {
      ...span,
      provider,
      logo: logo.logo?.bytes ?? null,
      merchants,
      accounts: found.accounts,
    },
    problems: atPlaces([...problems, ...found.problems].filter(isOurs), places),
  };
}

function outputMissing(output: string): Problem {
  return problem('output-missing', { file: output }, { case: 'run' });
}

function unknownMerchant(
  merchantId: string | null,
  merchants: ReadonlyMap<string, Merchant>,
): Problem[] {
  if (merchantId === null || merchants.has(merchantId)) return [];
  const nearest = nearestWord(merchantId, [...merchants.keys()]);
  return [
    problem('merchant-unknown', { file: 'MERCHANT' }, { case: 'asked', merchantId, nearest }),
  ];
}
