/** The codes of one accounting system: found for a document's rows, or missed once and reported. */
import { FINANCE_FILE } from '../../reference/finance.js';
import type { FinanceSection } from '../../reference/finance-settings.js';
import type { Document } from '../../documents/document.js';
import { findCurrency, type Currency } from '../../money/currency.js';
import { Rational } from '../../money/rational.js';
import type { Plan } from '../../pricing/plans/registry.js';
import { assert, problem, type Problem } from '../../problem.js';
import type { FinanceCode, ProblemValues } from '../../problem-values.js';

/** Units of the books' currency per unit of another in a period; undefined where it is unknown. */
export type BookRates = (period: string, from: string, to: string) => Rational | undefined;

const BOOKS_CURRENCY = 'CNY';

/** What is missing, and of which plan, rate or merchant. */
export type MissingCode = ProblemValues['finance-code-missing'];

/** Every missing code is one problem of a run, however many documents need it. */
export class MissingCodes {
  private readonly known = new Set<string>();
  private found: Problem[] = [];

  /** The value, or a blank one in rows that are never published. */
  expect(value: string | undefined, path: readonly string[], code: MissingCode): string {
    if (value === undefined) {
      const place = { file: FINANCE_FILE, column: path.join('.') };
      this.report(problem('finance-code-missing', place, code));
    }
    return value ?? '';
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
    return this.expect(this.section.accounts?.[plan], ['accounts', plan], {
      missing: 'account',
      of: plan,
    });
  }

  /** The product or service of a plan. */
  item(plan: Plan): string {
    return this.expect(this.section.items?.[plan], ['items', plan], { missing: 'item', of: plan });
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

  customer({ merchant: { merchantId } }: Document): string {
    return this.missing.expect(
      this.section.customers?.[merchantId] ?? this.customers[merchantId],
      ['customers', merchantId],
      { missing: 'customer', of: merchantId },
    );
  }

  /** The account of receivables, which may have one sub-account per customer. */
  receivable(document: Document): string {
    const account = this.expect(this.section.receivable, ['receivable'], {
      missing: 'receivable',
      of: null,
    });
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
        problem(
          'exchange-rate-missing',
          { file: 'exchange-rates.csv' },
          { case: 'books', profile: this.profile, period, from: code, to: books },
        ),
      );
    }
    return rate ?? Rational.ONE;
  }

  private ofRate(
    map: 'tax_codes' | 'tax_codes_included' | 'output_tax',
    rate: Rational,
    missing: FinanceCode,
  ): string {
    const of = rate.toDecimal();
    return this.expect(byRate(this.section[map], rate), [map, of], { missing, of });
  }

  private expect(value: string | undefined, path: readonly string[], code: MissingCode): string {
    return this.missing.expect(value, [this.profile, ...path], code);
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
