/** `account.html`: what all merchants owe, by age. */
import { AGES } from '../../documents/accounts/ages.js';
import type { Account } from '../../documents/accounts/account.js';
import type { Language } from '../../documents/document.js';
import { groupBy, groupInOrder } from '../../group-by.js';
import type { AccountsData } from '../../ledger/gather-accounts.js';
import { formatAmountGrouped, sumAmounts, type MinorUnits } from '../../money/amount.js';
import type { Problem } from '../../problem.js';
import { AGE_LABELS, SENTENCES, WORDS } from '../../words/account-words.js';
import { voiceOf, WORDS as REPORT_WORDS, type Voice } from '../../words/report-words.js';
import { barChart } from '../report/bar-chart.js';
import { html, named, type Column, type Html } from '../report/html.js';
import { LONG_TABLE_SCRIPT, LONG_TABLE_STYLE } from '../report/long-table-script.js';
import { longTable, type LongTableRow } from '../report/long-table.js';
import { page } from '../report/page.js';
import { problemItem } from '../report/problems-section.js';
import { STYLE } from '../report/style.js';
import { ACCOUNT_CSV, accountPdf } from './account-files.js';

/** What the page shows: the accounts, and why some merchants have none. */
export interface AccountPageData extends Pick<
  AccountsData,
  'provider' | 'from' | 'asOf' | 'merchants' | 'accounts'
> {
  readonly problems: readonly Problem[];
}

/** The same text for the same data. */
export function accountPage(data: AccountPageData, language: Language): string {
  const voice = voiceOf(language);
  return page({
    title: `${voice.say(WORDS.accounts)} ${data.asOf}`,
    voice,
    styles: [STYLE, LONG_TABLE_STYLE],
    script: LONG_TABLE_SCRIPT,
    sections: [
      headSection(data, voice),
      blockedSection(data, voice),
      agesSection(data, voice),
      merchantsSection(data, voice),
    ],
    files: [ACCOUNT_CSV],
    filesLabel: voice.say(REPORT_WORDS.files),
  });
}

/** The accounts of one currency. */
type OfCurrency = readonly [Account, ...Account[]];

function byCurrency({ accounts }: AccountPageData): OfCurrency[] {
  return [...groupInOrder(accounts, ({ currency }) => currency.code).values()];
}

function headSection(data: AccountPageData, voice: Voice): Html {
  const { say, heading } = voice;
  return html`<header>
      <p class="quiet">${named(data.provider.name)}</p>
      <h1>${heading(WORDS.accounts)} <span class="whole">${data.asOf}</span></h1>
      <p>${say(SENTENCES.span(data.from, data.asOf))}</p>
    </header>
    <section aria-labelledby="owed">
      <h2 id="owed" class="unseen">${heading(WORDS.closing)}</h2>
      <div class="totals">${byCurrency(data).map((of) => currencyTotal(of, voice))}</div>
    </section>`;
}

function currencyTotal(of: OfCurrency, { say }: Voice): Html {
  const [{ currency }] = of;
  const shown = (amountOf: (account: Account) => MinorUnits): string =>
    formatAmountGrouped(sumAmounts(of.map(amountOf)), currency);
  return html`<div>
    <p class="quiet">${say(WORDS.closing)} ${currency.code}</p>
    <p class="large">${shown(({ closing }) => closing)}</p>
    <p class="quiet">${say(WORDS.overdue)} ${shown(overdue)}</p>
    <p class="quiet">
      ${say(WORDS.opening)} ${shown(({ opening }) => opening)} · ${say(WORDS.documents)}
      ${shown(({ documents }) => documents)} · ${say(WORDS.receipts)}
      ${shown(({ receipts }) => receipts)}
    </p>
    <p class="quiet">
      ${say(WORDS.credit)} ${shown(({ credit }) => credit)} · ${say(WORDS.deposits)}
      ${shown(({ deposits }) => deposits)}
    </p>
  </div>`;
}

function overdue({ ages }: Account): MinorUnits {
  return sumAmounts(Object.values(ages)) - ages.not_due;
}

/** Nothing where every merchant has an account. */
function blockedSection({ problems }: AccountPageData, voice: Voice): Html | null {
  if (problems.length === 0) return null;
  const byMerchant = groupBy(problems, ({ merchantId }) => merchantId ?? '');
  return html`<section aria-labelledby="blocked">
    <h2 id="blocked">${voice.heading(WORDS.blocked)}</h2>
    ${[...byMerchant].map(
      ([merchantId, of]) =>
        html`<article class="notice">
          <h3>${named(merchantId)}</h3>
          <ul>
            ${of.map((found) => problemItem({ ...found, merchantId: null }, voice))}
          </ul>
        </article>`,
    )}
  </section>`;
}

function agesSection(data: AccountPageData, voice: Voice): Html {
  const { say, heading } = voice;
  const groups = byCurrency(data);
  return html`<section aria-labelledby="ages">
    <h2 id="ages">${heading(WORDS.ages)}</h2>
    ${groups.length === 0 ? html`<p>${say(WORDS.noAccounts)}</p>` : null}
    <div class="figures">${groups.map((of) => agesChart(of, voice))}</div>
  </section>`;
}

function agesChart(of: OfCurrency, { say }: Voice): Html {
  const [{ currency }] = of;
  return barChart({
    id: `ages-${currency.code}`,
    title: `${say(WORDS.ages)} · ${currency.code}`,
    bars: AGES.map((age) => {
      const amount = sumAmounts(of.map(({ ages }) => ages[age]));
      const text = formatAmountGrouped(amount, currency);
      return { name: say(AGE_LABELS[age]), amount, earlier: null, text };
    }),
    pair: null,
  });
}

function merchantsSection({ accounts, merchants }: AccountPageData, voice: Voice): Html | null {
  if (accounts.length === 0) return null;
  const { say, heading } = voice;
  return html`<section aria-labelledby="merchants">
    <h2 id="merchants">${heading(WORDS.merchant)}</h2>
    ${longTable({
      id: 'accounts',
      caption: say(WORDS.accounts),
      columns: columnsOf(voice),
      rows: accounts.map((account) =>
        rowOf(account, merchants.get(account.merchantId)?.name ?? account.merchantId),
      ),
      words: {
        find: say(WORDS.find),
        hint: say(WORDS.findHint),
        more: say(REPORT_WORDS.more),
        nothingFound: say(SENTENCES.noRow),
        shown: say(SENTENCES.rowsShown),
        firstShown: (shown, of) => say(SENTENCES.firstRows(shown, of, ACCOUNT_CSV)),
      },
    })}
  </section>`;
}

function columnsOf({ say }: Voice): Column[] {
  const figures = [
    WORDS.opening,
    WORDS.documents,
    WORDS.receipts,
    WORDS.closing,
    ...AGES.map((age) => AGE_LABELS[age]),
    WORDS.credit,
    WORDS.deposits,
  ];
  return [
    { label: say(WORDS.merchant) },
    { label: say(WORDS.currency) },
    ...figures.map((words) => ({ label: say(words), kind: 'number' as const })),
  ];
}

/** What is nothing is left blank where it is the rule: a column of zeros hides the figures among them. */
function rowOf(account: Account, name: string): LongTableRow {
  const { merchantId, currency, ages } = account;
  const shown = (amount: MinorUnits): string => formatAmountGrouped(amount, currency);
  const unlessZero = (amount: MinorUnits): string => (amount === 0n ? '' : shown(amount));
  const { opening, documents, receipts, closing, credit, deposits } = account;
  return {
    cells: [
      name,
      currency.code,
      ...[opening, documents, receipts, closing].map(shown),
      ...[...AGES.map((age) => ages[age]), credit, deposits].map(unlessZero),
    ],
    note: merchantId,
    link: accountPdf(merchantId).split('/').map(encodeURIComponent).join('/'),
  };
}
