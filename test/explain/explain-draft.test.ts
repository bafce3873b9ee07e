import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/documents/document.js';
import { negatedLines } from '../../src/documents/revise.js';
import { taxSubtotals } from '../../src/documents/tax.js';
import { explainDraft } from '../../src/explain/explain-draft.js';
import type { Step } from '../../src/explain/steps.js';
import type { Line } from '../../src/pricing/line.js';
import { sayIn } from '../../src/words/language.js';
import { invoice } from '../output/pdf/documents.js';
import { currency, decimal } from '../pricing/builders.js';
import { LINES } from '../pricing/lines-of-every-kind.js';

const shown = ({ label, formula, isExact, result, rounded }: Step): string =>
  `${label}: ${formula === null ? '' : `${formula} ${isExact ? '=' : '≈'} `}${result}${rounded === null ? '' : ` → ${rounded}`}`.replaceAll(
    '\u00A0',
    ' ',
  );

function draftOf(lines: readonly Line[]): Draft {
  const taxes = taxSubtotals({ currency: currency('CNY'), lines });
  const [net, tax] = (['base', 'tax'] as const).map((part) =>
    taxes.reduce((total, one) => total + one[part], 0n),
  ) as [bigint, bigint];
  return invoice(lines, { taxes, net, tax, total: net + tax });
}

describe('a reversal', () => {
  it('is explained by the line that it negates, and the negation', () => {
    const { lines } = explainDraft(draftOf(negatedLines([LINES.salary])), sayIn('zh'));
    expect(lines[0]?.steps.map(shown)).toEqual([
      '月数: 20.5 / 26 ≈ 0.788462',
      '金额: 20.5 / 26 × 5,200.00 = 4,100.00',
      '冲销: −4,100.00',
    ]);
  });

  it('of a discount gives back what was taken: its price is a negation, its quantity is not', () => {
    const taken = explainDraft(draftOf([LINES.salary, LINES.discount]), sayIn('en')).lines[1];
    expect(taken?.steps.at(-1)?.label).toBe('amount');
    const back = explainDraft(draftOf(negatedLines([LINES.salary, LINES.discount])), sayIn('en'));
    expect(back.lines[1]?.steps.map(shown)).toEqual([
      'line 1: 4,100.00',
      'amount: 4,100.00 × (−0.0333) = −136.53',
      'reversed: −(−136.53) = 136.53',
    ]);
  });

  it('of a reversal is the line itself', () => {
    const twice = negatedLines(negatedLines([LINES.salary]));
    expect(twice).toEqual([LINES.salary]);
  });
});

it('names each figure once, also where net sales pick the tier and are multiplied by its rate', () => {
  const { lines } = explainDraft(draftOf([LINES.commissionByVolume]), sayIn('en'));
  expect(lines[0]?.figures.map(({ name }) => name)).toEqual([
    'attributed_sales',
    'refunds',
    'tier_rate',
  ]);
});

describe('tax and total', () => {
  it('excluded: 4,100.00 × 6 % = 246.00; 4,346.00', () => {
    const { totals } = explainDraft(draftOf([LINES.salary]), sayIn('en'));
    expect(totals.map(shown)).toEqual([
      'taxed lines: 4,100.00',
      'tax at 6 %: 4,100.00 × 0.06 = 246.00',
      'total: 4,100.00 + 246.00 = 4,346.00',
    ]);
  });

  it('included: 4,100.00 / 1.06 = 3,867.92 and 232.08 at 6 %; 200.00 / 1.13 = 176.99 and 23.01', () => {
    const included = { ...LINES.salary, taxIncluded: true };
    const other = { ...LINES.salaryOfOneDay, taxIncluded: true, taxRate: decimal('0.13') };
    const { totals } = explainDraft(draftOf([included, other]), sayIn('en'));
    // 3,867.92 + 176.99 = 4,044.91; 232.08 + 23.01 = 255.09
    expect(totals.map(shown)).toEqual([
      'taxed lines: 4,100.00',
      'net of tax: 4,100.00 / (1 + 0.06) ≈ 3,867.924528 → 3,867.92',
      'tax at 6 %: 4,100.00 − 3,867.92 = 232.08',
      'taxed lines: 200.00',
      'net of tax: 200.00 / (1 + 0.13) ≈ 176.99115 → 176.99',
      'tax at 13 %: 200.00 − 176.99 = 23.01',
      'total: 4,044.91 + 255.09 = 4,300.00',
    ]);
  });
});
