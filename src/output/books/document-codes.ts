/**
 * The codes of one accounting system for one document. What a reversal undoes went to the books under
 * codes and at a rate that were kept with its batch, and so does the reversal; any other document takes
 * those of `finance.json` and `exchange-rates.csv` as they are.
 */
import type { Document } from '../../documents/document.js';
import type { BookedCodes } from '../../ledger/booked-codes.js';
import { findCurrency, type Currency } from '../../money/currency.js';
import { Rational } from '../../money/rational.js';
import type { Line } from '../../pricing/line.js';
import { ownValue } from '../../own-value.js';
import { assert, problem } from '../../problem.js';
import type { FinanceCode } from '../../problem-finance-values.js';
import type { FinanceSection, FinanceSettings } from '../../reference/finance-settings.js';
import type { FinanceProfileName } from '../../reference/finance-profiles.js';
import type { FinanceProblems, MissingCode } from './finance-problems.js';

/** Units of the books' currency per unit of another in a period; undefined where it is unknown. */
export type BookRates = (period: string, from: string, to: string) => Rational | undefined;

/** Where codes come from, and where it is told that one is missing. */
export interface CodeSources {
  readonly settings: FinanceSettings;
  readonly rates: BookRates;
  readonly problems: FinanceProblems;
}

const BOOKS_CURRENCY = 'CNY';
const CUSTOMER = '{customer}';

export class DocumentCodes {
  /** Settings of the profile as they are today. */
  readonly section: FinanceSection;

  constructor(
    readonly profile: FinanceProfileName,
    private readonly document: Document,
    readonly sources: CodeSources,
    /** Those of what the document reverses; null where there are none. */
    private readonly kept: BookedCodes | null,
    /** Every code that is found, to be kept with the batch. */
    private readonly used: Map<string, string>,
  ) {
    const section = profile === 'ubl' ? undefined : sources.settings[profile];
    this.section = section ?? {};
  }

  /** The revenue account of a line. */
  account(line: Line): string {
    return this.ofLine('accounts', line, 'account');
  }

  /** The product or service of a line. */
  item(line: Line): string {
    return this.ofLine('items', line, 'item');
  }

  /** 商品和服务税收编码. */
  serviceCode(line: Line): string {
    return this.ofLine('service_codes', line, 'service-code');
  }

  taxCode(rate: Rational): string {
    return this.ofRate('tax_codes', rate, 'tax-code');
  }

  /** The code of a tax that is included in the price. */
  includedTaxCode(rate: Rational): string {
    return this.ofRate('tax_codes_included', rate, 'included-tax-code');
  }

  /** The account that takes the output tax of a rate. */
  outputTax(rate: Rational): string {
    return this.ofRate('output_tax', rate, 'output-tax');
  }

  customer(): string {
    const { merchantId } = this.document.merchant;
    const missing: MissingCode = { missing: 'customer', of: merchantId };
    const own = ownValue(this.section.customers, merchantId);
    const found = own ?? ownValue(this.sources.settings.customers, merchantId);
    return this.code(['customers', merchantId], found, missing, `customers.${merchantId}`);
  }

  /** The account of receivables. With a sub-account for each customer no row names the customer. */
  receivable(): { readonly account: string; readonly customer: string | null } {
    const account = this.code(['receivable'], this.section.receivable, {
      missing: 'receivable',
      of: null,
    });
    const customer = this.customer();
    return account.includes(CUSTOMER)
      ? { account: account.replaceAll(CUSTOMER, () => customer), customer: null }
      : { account, customer };
  }

  /** What the books call an account or a currency; blank where nothing says it. */
  name(map: 'account_names' | 'currency_names' | 'currency_codes', code: string): string | null {
    const key = `${this.profile}.${map}.${code}`;
    const found = this.kept?.[key] ?? ownValue(this.section[map], code);
    if (found !== undefined) this.used.set(key, found);
    return found ?? null;
  }

  /** The currency of the books. */
  currency(): Currency {
    const today = this.section.currency ?? BOOKS_CURRENCY;
    const code = this.code(['currency'], today, { missing: 'books-currency', of: null });
    const currency = findCurrency(code);
    assert(currency !== undefined, 'the books are kept in a currency of ISO 4217');
    return currency;
  }

  /** Units of the books' currency per unit of the document's. */
  exchangeRate(): Rational {
    const { period, currency } = this.document;
    const books = this.currency().code;
    if (currency.code === books) return Rational.ONE;
    const key = `${this.profile}.rate.${currency.code}.${books}`;
    const kept = this.kept?.[key];
    const rate =
      kept === undefined
        ? this.sources.rates(period, currency.code, books)
        : Rational.parseFraction(kept);
    if (rate === undefined) this.rateMissing(books);
    else this.used.set(key, rate.toFraction());
    return rate ?? Rational.ONE;
  }

  /**
   * A code of the profile: that under which the reversed document was booked, or today's; or a blank
   * one in rows that are never published. `setting`: the key to add where it is not the code's own path.
   */
  code(
    path: readonly string[],
    today: string | undefined,
    missing: MissingCode,
    setting = [this.profile, ...path].join('.'),
  ): string {
    const key = [this.profile, ...path].join('.');
    const found = this.kept?.[key] ?? today;
    if (found === undefined) this.sources.problems.missing(setting, missing);
    else this.used.set(key, found);
    return found ?? '';
  }

  /** A kind of line has a code of its own, or that of its contract's plan. */
  private ofLine(
    map: 'accounts' | 'items' | 'service_codes',
    { plan, kind }: Line,
    missing: FinanceCode,
  ): string {
    const today = this.section[map]?.[kind] ?? this.section[map]?.[plan];
    const setting = `${this.profile}.${map}.${plan}`;
    return this.code([map, plan, kind], today, { missing, of: plan }, setting);
  }

  private ofRate(
    map: 'tax_codes' | 'tax_codes_included' | 'output_tax',
    rate: Rational,
    missing: FinanceCode,
  ): string {
    const today = byRate(this.section[map], rate);
    const decimal = rate.toDecimal();
    return this.code([map, decimal], today, { missing, of: decimal });
  }

  private rateMissing(books: string): void {
    const { period, currency } = this.document;
    const values = { profile: this.profile, period, from: currency.code, to: books };
    this.sources.problems.report(
      problem(
        'exchange-rate-missing',
        { file: 'exchange-rates.csv' },
        { case: 'books', ...values },
      ),
    );
  }
}

/** `0.06` and `0.060` are one rate. */
export function byRate<Value>(
  map: Readonly<Record<string, Value>> | undefined,
  rate: Rational,
): Value | undefined {
  const found = Object.entries(map ?? {}).find(
    ([key]) => Rational.parseDecimal(key)?.compare(rate) === 0,
  );
  return found?.[1];
}
