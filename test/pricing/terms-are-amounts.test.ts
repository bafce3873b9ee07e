/** Of any contract of any plan in any month: a line is its own proof. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { negatedLines } from '../../src/documents/revise.js';
import { documentFromJson, documentToJson } from '../../src/ledger/document-json.js';
import { toMinorUnits } from '../../src/money/amount.js';
import { amountTerm, LINE_KINDS } from '../../src/pricing/contract-line.js';
import type { Line } from '../../src/pricing/line.js';
import { PLANS, type Plan } from '../../src/pricing/plans/registry.js';
import { priceContract } from '../../src/pricing/price-contract.js';
import { valueOf } from '../../src/pricing/terms.js';
import { basisText } from '../../src/words/basis-text.js';
import { invoice } from '../output/pdf/documents.js';
import { readBasis } from '../words/read-basis.js';
import { randomMonths, type RandomMonth } from './random-contracts.js';

/** The lines of a month, and those that take them back. */
function linesOf({ contract, usage, context }: RandomMonth): readonly Line[] {
  const { lines } = priceContract(contract, usage, context);
  return [...lines, ...negatedLines(lines)];
}

function always(plan: Plan, holds: (lines: readonly Line[], month: RandomMonth) => void): void {
  fc.assert(
    fc.property(randomMonths(plan), (month) => {
      holds(linesOf(month), month);
    }),
  );
}

it('the months have every kind of line that plans make, so that what follows says something', () => {
  const months = PLANS.flatMap((plan) => fc.sample(randomMonths(plan), { numRuns: 100, seed: 1 }));
  const kinds = new Set(months.flatMap(linesOf).map(({ kind }) => kind));
  // an adjustment is of a merchant, and of no plan
  expect([...kinds].sort()).toEqual(LINE_KINDS.filter((kind) => kind !== 'adjustment').sort());
});

describe.each(PLANS)('%s', (plan) => {
  it('quantity and unit price are the values of their terms, and the amount is theirs, rounded', () => {
    always(plan, (lines, { contract: { currency } }) => {
      for (const { terms, quantity, unitPrice, amount } of lines) {
        expect(valueOf(terms.quantity)).toEqual(quantity);
        expect(valueOf(terms.unitPrice)).toEqual(unitPrice);
        expect(toMinorUnits(valueOf(amountTerm(terms)), currency)).toBe(amount);
      }
    });
  });

  it('a document comes back from its JSON as it was', () => {
    always(plan, (lines, { contract: { currency } }) => {
      const document = invoice(lines, { currency });
      expect(documentFromJson(documentToJson(document))).toEqual(document);
    });
  });

  it('the printed basis comes to the printed amount, by somebody who has it alone', () => {
    always(plan, (lines, { contract: { currency } }) => {
      for (const line of lines)
        expect(readBasis(basisText(line), currency.fractionDigits)).toEqual({
          amount: line.amount,
          untrue: [],
        });
    });
  });
});
