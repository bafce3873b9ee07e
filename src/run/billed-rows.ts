/** What the lines of a run rest on, collected while merchants are billed, a slice at a time. */
import type { Draft } from '../documents/document.js';
import type { Currency } from '../money/currency.js';
import type { Source } from '../pricing/figures.js';
import { figuresOf } from '../pricing/terms.js';

type Code = Pick<Currency, 'code'>;

export class BilledRows {
  /** Contracts that a line is of. */
  readonly contracts = new Set<string>();
  /** Adjustments that are a line. */
  readonly adjustments = new Set<string>();
  /** Charges that are a line. */
  readonly charges = new Set<string>();
  private readonly indicatorValues = new Set<string>();
  private readonly rates = new Set<string>();

  /** What is billed, issued anew or standing already. */
  add({ lines }: Draft): void {
    for (const { contractId, terms } of lines) {
      this.contracts.add(contractId);
      for (const term of [terms.quantity, terms.unitPrice])
        for (const { source } of figuresOf(term)) this.addSource(contractId, source);
    }
  }

  addRate(from: Code, to: Code): void {
    this.rates.add(`${from.code} ${to.code}`);
  }

  hasRate(from: Code, to: Code): boolean {
    return this.rates.has(`${from.code} ${to.code}`);
  }

  hasIndicatorValue(contractId: string, agentId: string | null, indicator: string): boolean {
    return this.indicatorValues.has(valueKey(contractId, agentId, indicator));
  }

  private addSource(contractId: string, source: Source): void {
    if (source.table === 'adjustments') this.adjustments.add(source.adjustmentId);
    if (source.table === 'charges') this.charges.add(source.chargeId);
    if (source.table === 'kpi-bands')
      this.indicatorValues.add(valueKey(contractId, source.valueOf, source.indicator));
    if (source.table === 'exchange-rates') this.rates.add(`${source.from} ${source.to}`);
  }
}

function valueKey(contractId: string, agentId: string | null, indicator: string): string {
  return JSON.stringify([contractId, agentId, indicator]);
}
