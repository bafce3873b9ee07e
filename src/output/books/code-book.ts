/** The codes of one accounting system: found for a document's rows, or missed once and reported. */
import { FINANCE_FILE } from '../../reference/finance.js';
import type { FinanceSection } from '../../reference/finance-settings.js';
import type { Document } from '../../documents/document.js';
import { findCurrency, type Currency } from '../../money/currency.js';
import { Rational } from '../../money/rational.js';
import type { Plan } from '../../pricing/plans/registry.js';
import { assert, told, type Problem } from '../../problem.js';

/** Units of the books' currency per unit of another in a period; undefined where it is unknown. */
export type BookRates = (period: string, from: string, to: string) => Rational | undefined;

const BOOKS_CURRENCY = 'CNY';

/** Every missing code is one problem of a run, however many documents need it. */
export class MissingCodes {
  private readonly known = new Set<string>();
  private found: Problem[] = [];

  /** The value, or a blank one in rows that are never published. */
  expect(value: string | undefined, path: readonly string[], what: string): string {
    if (value === undefined) this.add(path.join('.'), what);
    return value ?? '';
  }

  add(place: string, what: string): void {
    this.report(
      told(
        'finance-code-missing',
        { file: FINANCE_FILE, column: place },
        `there is no ${what}`,
        `add ${place} to ${FINANCE_FILE}; a run publishes nothing without it`,
      ),
    );
  }

  report(found: Problem): void {
    const key = JSON.stringify([found.file, found.column, found.values]);
    if (!this.known.has(key)) this.found.push(found);
    this.known.add(key);
  }

  /** What was found since it was last asked. */
  take(): Problem[] {
    const { found } = this;
    this.found = [];
    return found;
  }
}

export class CodeBook {
  constructor(
    private readonly profile: string,
    readonly section: FinanceSection,
    private readonly customers: Readonly<Record<string, string>>,
    private readonly rates: BookRates,
    private readonly missing: MissingCodes,
  ) {}

  /** The revenue account of a plan. */
  account(plan: Plan): string {
    return this.expect(this.section.accounts?.[plan], ['accounts', plan], `account for ${plan}`);
  }

  /** The product or service of a plan. */
  item(plan: Plan): string {
    return this.expect(this.section.items?.[plan], ['items', plan], `item for ${plan}`);
  }

  taxCode(rate: Rational): string {
    return this.ofRate('tax_codes', rate, 'tax code');
  }

  /** The code of a tax that is included in the price. */
  includedTaxCode(rate: Rational): string {
    return this.ofRate('tax_codes_included', rate, 'code of the included tax');
  }

  /** The account that takes the output tax of a rate. */
  outputTax(rate: Rational): string {
    return this.ofRate('output_tax', rate, 'account of output tax');
  }

  customer({ merchant: { merchantId } }: Document): string {
    return this.missing.expect(
      this.section.customers?.[merchantId] ?? this.customers[merchantId],
      ['customers', merchantId],
      `customer code for the merchant ${merchantId}`,
    );
  }

  /** The account of receivables, which may have one sub-account per customer. */
  receivable(document: Document): string {
    const account = this.expect(this.section.receivable, ['receivable'], 'account of receivables');
    const place = '{customer}';
    return account.includes(place)
      ? account.replaceAll(place, () => this.customer(document))
      : account;
  }

  /** The currency of the books. */
  get currency(): Currency {
    const currency = findCurrency(this.section.currency ?? BOOKS_CURRENCY);
    assert(currency !== undefined, 'finance.json names currencies of ISO 4217');
    return currency;
  }

  /** Units of the books' currency per unit of the document's. */
  exchangeRate({ period, currency: { code } }: Document): Rational {
    const books = this.currency.code;
    if (code === books) return Rational.ONE;
    const rate = this.rates(period, code, books);
    if (rate === undefined) {
      this.missing.report(
        told(
          'exchange-rate-missing',
          { file: 'exchange-rates.csv' },
          `${this.profile} books in ${books}, and there is no rate from ${code} for ${period}`,
          `add the row ${period},${code},${books} with its rate; a run publishes nothing without it`,
        ),
      );
    }
    return rate ?? Rational.ONE;
  }

  private ofRate(
    map: 'tax_codes' | 'tax_codes_included' | 'output_tax',
    rate: Rational,
    what: string,
  ): string {
    const found = byRate(this.section[map], rate);
    return this.expect(found, [map, rate.toDecimal()], `${what} for the rate ${rate.toDecimal()}`);
  }

  private expect(value: string | undefined, path: readonly string[], what: string): string {
    return this.missing.expect(value, [this.profile, ...path], what);
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
