/** What the lines of a run rest on, collected while merchants are billed, a slice at a time. */
import type { Draft } from '../documents/document.js';
import type { Currency } from '../money/currency.js';

type Code = Pick<Currency, 'code'>;

export class BilledRows {
  /** Contracts that a line is of. */
  readonly contracts = new Set<string>();
  /** Adjustments that are a line. */
  readonly adjustments = new Set<string>();
  private readonly rates = new Set<string>();

  /** What is billed, issued anew or standing already. */
  add({ lines, currency }: Draft): void {
    for (const { contractId, kind, basis } of lines) {
      this.contracts.add(contractId);
      for (const { name, of = '' } of basis) {
        if (kind === 'adjustment' && name === 'reason') this.adjustments.add(of);
        if (name === 'exchange_rate') this.addRate({ code: of }, currency);
      }
    }
  }

  addRate(from: Code, to: Code): void {
    this.rates.add(`${from.code} ${to.code}`);
  }

  hasRate(from: Code, to: Code): boolean {
    return this.rates.has(`${from.code} ${to.code}`);
  }
}
