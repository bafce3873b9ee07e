/** What merchants were billed for a month, by the standing documents of the ledger. */
import { readDocument } from '../ledger/ledger-entry.js';
import { readLedger } from '../ledger/read-ledger.js';
import { sumAmounts, type MinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Problem } from '../problem.js';

interface Billed {
  /** The sum of the lines, as their prices say: with tax where those include it. */
  readonly asPriced: MinorUnits;
  readonly withTax: MinorUnits;
}

export class BilledAmounts {
  private constructor(
    private readonly billed: ReadonlyMap<string, Billed>,
    readonly problems: readonly Problem[],
  ) {}

  /** `period` is `YYYY-MM`. */
  static async read(
    output: string,
    period: string,
    merchantIds: ReadonlySet<string>,
  ): Promise<BilledAmounts> {
    const { standing, problems } = await readLedger(output, period);
    const billed = new Map<string, Billed>();
    for (const entry of standing.filter(({ merchantId }) => merchantIds.has(merchantId))) {
      const { lines, total } = await readDocument(output, entry);
      billed.set(keyOf(entry.merchantId, entry.currency), {
        asPriced: sumAmounts(lines.map(({ amount }) => amount)),
        withTax: total,
      });
    }
    return new BilledAmounts(billed, problems);
  }

  /** null where no document stands. */
  of(merchantId: string, currency: Currency, isWithTax: boolean): MinorUnits | null {
    const found = this.billed.get(keyOf(merchantId, currency));
    if (found === undefined) return null;
    return isWithTax ? found.withTax : found.asPriced;
  }
}

function keyOf(merchantId: string, { code }: Currency): string {
  return JSON.stringify([merchantId, code]);
}
