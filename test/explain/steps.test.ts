/** The steps of each kind of line, with its arithmetic by hand beside them. */
import { describe, expect, it } from 'vitest';
import { comesToAmount } from '../../src/explain/explain-draft.js';
import { stepsOf, type Step } from '../../src/explain/steps.js';
import { amountTerm } from '../../src/pricing/contract-line.js';
import type { Line } from '../../src/pricing/line.js';
import { sayIn } from '../../src/words/language.js';
import { currency } from '../pricing/builders.js';
import { LINES } from '../pricing/lines-of-every-kind.js';

const CNY = currency('CNY');

const shown = ({ label, formula, isExact, result, rounded }: Step): string =>
  `${label}: ${formula === null ? '' : `${formula} ${isExact ? '=' : '≈'} `}${result}${rounded === null ? '' : ` → ${rounded}`}`;

function stepsOfLine({ terms }: Line, firstPosition = 1): string[] {
  const context = { currency: CNY, say: sayIn('en'), firstPosition };
  return stepsOf(amountTerm(terms), 'amount', context)
    .map(shown)
    .map((step) => step.replaceAll('\u00A0', ' '));
}

const STEPS: Readonly<Record<keyof typeof LINES, readonly string[]>> = {
  // 20.5 / 26 = 0.7884615…; 5,200 × 20.5 / 26 = 106,600 / 26 = 4,100
  salary: ['months: 20.5 / 26 ≈ 0.788462', 'amount: 20.5 / 26 × 5,200.00 = 4,100.00'],
  // 5,200 / 26 = 200
  salaryOfOneDay: ['months: 1 / 26 ≈ 0.038462', 'amount: 1 / 26 × 5,200.00 = 200.00'],
  // 8 h and 2 h 20 min at 8 h a day: 1 + 7/24 = 31/24 agent-days.
  // 31/24 / 26 × 5,200 = 161,200 / 624 = 258.3333 → 258.33
  salaryOfEndlessDays: [
    'months: 31/24 / 26 ≈ 0.049679',
    'amount: 31/24 / 26 × 5,200.00 ≈ 258.333333 → 258.33',
  ],
  // 3,100 / 26 = 119.23: above 100, not above 120
  salaryByWorkload: [
    'months: 26 / 26 = 1',
    'consultations per agent-day: 3,100 / 26 ≈ 119.230769',
    'tier: 119.230769 ≤ 120',
    'amount: 1 × 5,200.00 = 5,200.00',
  ],
  // 1,500 / 2 = 750
  base: ['months: 13 / 26 = 0.5', 'amount: 0.5 × 1,500.00 = 750.00'],
  // 27 of 26 days are one month
  baseBeyondAMonth: ['months: min(27 / 26, 1) = 1', 'amount: 1 × 1,500.00 = 1,500.00'],
  // 4,100 × 0.15 × 0.05 = 30.75
  appraisal: ['line 1: 4,100.00', 'amount: (1.05 − 1) × 4,100.00 × 0.15 = 30.75'],
  // (60 × 85 + 40 × 80) / 10,000 = 8,300 / 10,000 = 0.83; 5,200 × 0.15 × −0.17 = −132.60
  appraisalByIndicators: [
    'score: (60 × 85 + 40 × 80) / (100 × (60 + 40)) = 0.83',
    'line 1: 5,200.00',
    'amount: (0.83 − 1) × 5,200.00 × 0.15 = −132.60',
  ],
  // half a seat of 5,200 = 2,600; 2,600 − 4,100 = −1,500
  cap: [
    'months: 20.5 / 26 ≈ 0.788462',
    "agents' months: 20.5 / 26 ≈ 0.788462",
    'line 1: 4,100.00',
    'amount: min(20.5 / 26, 0.5) × 5,200.00 − 4,100.00 = −1,500.00',
  ],
  // 128,000 − 6,400 − 1,600 = 120,000; × 0.02 = 2,400
  commission: [
    'net sales: 128,000.00 − 6,400.00 − 1,600.00 = 120,000.00',
    'amount: 120,000.00 × 0.02 = 2,400.00',
  ],
  // 120,000 × 0.02 = 2,400, 400 beyond the cap
  commissionCap: ['line 1: 2,400.00', 'amount: 2,000.00 − 2,400.00 = −400.00'],
  // 1,000 × 7.1 = 7,100; × 0.02 = 142
  commissionOfDollars: [
    'converted (USD): 1,000.00 × 7.1 = 7,100.00',
    'net sales: 7,100.00',
    'amount: 7,100.00 × 0.02 = 142.00',
  ],
  // 100.00 USD × 7.12345 = 712.345 → 712.35 (half away from zero); + 1,000.00 = 1,712.35
  // average (712.35 + 1,000.00) / 4 = 428.0875; 1,712.35 × 0.03 = 51.3705 → 51.37
  commissionByAverage: [
    'converted (USD): 100.00 × 7.12345 = 712.345 → 712.35',
    'net sales: 1,000.00 + 712.35 = 1,712.35',
    'average order value: (1,000.00 + 712.35) / (3 + 1) = 428.0875',
    'tier: 428.0875 ≤ 500.00',
    'amount: 1,712.35 × 0.03 = 51.3705 → 51.37',
  ],
  // 150,000 is above 100,000 and not above 200,000: × 0.02 = 3,000
  commissionByVolume: [
    'net sales: 150,000.00',
    'tier: 150,000.00 ≤ 200,000.00',
    'amount: 150,000.00 × 0.02 = 3,000.00',
  ],
  // 250,000 is cut at 100,000 and 200,000: 100,000 × 0.01 = 1,000 …
  firstSlice: [
    'net sales: 250,000.00',
    'slice: min(250,000.00, 100,000.00) = 100,000.00',
    'amount: 100,000.00 × 0.01 = 1,000.00',
  ],
  // … 100,000 × 0.02 = 2,000 …
  middleSlice: [
    'net sales: 250,000.00',
    'slice: min(250,000.00, 200,000.00) − 100,000.00 = 100,000.00',
    'amount: 100,000.00 × 0.02 = 2,000.00',
  ],
  // … 50,000 × 0.03 = 1,500
  lastSlice: [
    'net sales: 250,000.00',
    'slice: 250,000.00 − 200,000.00 = 50,000.00',
    'amount: 50,000.00 × 0.03 = 1,500.00',
  ],
  // 29 × 60 = 1,740; 2 × 150 = 300
  ladderDays: ['amount: 29 × 60.00 = 1,740.00'],
  ladderLastTier: ['amount: 2 × 150.00 = 300.00'],
  // 181 − 150 = 31, 160 − 150 = 10: 41 × 1.20 = 49.20
  overflow: ['consultations beyond: 181 − 150 + 160 − 150 = 41', 'amount: 41 × 1.20 = 49.20'],
  // 470 / 16 = 29.375, not above 32; 1,200 × 16 / 31 = 619.3548 → 619.35
  ladderMonth: [
    'part of the month: 16 / 31 ≈ 0.516129',
    'daily average (2026-10): 470 / 16 = 29.375',
    'tier: 29.375 ≤ 32',
    'amount: 16 / 31 × 1,200.00 ≈ 619.354839 → 619.35',
  ],
  ladderFirstMonth: [
    'part of the month: 16 / 31 ≈ 0.516129',
    'amount: 16 / 31 × 1,200.00 ≈ 619.354839 → 619.35',
  ],
  // 7.5 + 8 + 4 (at the least) = 19.5 hours × 25 = 487.50
  hours: ['amount: 19.5 × 25.00 = 487.50'],
  fee: ['part of the month: 31 / 31 = 1', 'amount: 1 × 3,500.00 = 3,500.00'],
  // 30 × 110 + 120 = 3,420; − 3,100 = 320; × 2 = 640
  consultationsBeyond: [
    'included: 3,100 × 31 / 31 = 3,100',
    'beyond the included: 3,420 − 3,100 = 320',
    'amount: 320 × 2.00 = 640.00',
  ],
  // 2,000 × 0.80 = 1,600; 1,420 × 0.60 = 852
  firstPieces: ['slice: min(3,420, 2,000) = 2,000', 'amount: 2,000 × 0.80 = 1,600.00'],
  lastPieces: ['slice: 3,420 − 2,000 = 1,420', 'amount: 1,420 × 0.60 = 852.00'],
  // 5,200 / 26 = 200; 3 × 200 × 2 = 1,200
  surchargeOfDays: [
    'price of a day: 5,200.00 / 26 = 200.00',
    'amount: 3 × 200.00 × (3 − 1) = 1,200.00',
  ],
  // 8 × 5 hours before 08:00 = 40; × 25 × 0.3 = 300
  surchargeOfHours: ['amount: 40 × 25.00 × (1.3 − 1) = 300.00'],
  // 2 + 2 + 1 = 5 agent-days × 200 = 1,000
  event: ['amount: (2 + 2 + 1) × 200.00 = 1,000.00'],
  // 4 × 150 = 600
  custody: ['amount: 4 × 150.00 = 600.00'],
  // 4,100 × 0.0333 = 136.53
  discount: ['line 1: 4,100.00', 'amount: 4,100.00 × (−0.0333) = −136.53'],
  // 9,000 × 20 / 31 = 5,806.4516; − 4,100 = 1,706.4516 → 1,706.45
  minimum: [
    'minimum: 9,000.00 × 20 / 31 ≈ 5,806.451613',
    'line 1: 4,100.00',
    'amount: 9,000.00 × 20 / 31 − 4,100.00 ≈ 1,706.451613 → 1,706.45',
  ],
  // 3,000 − 4,100 = −1,100
  maximum: [
    'maximum: 3,000.00 × 31 / 31 = 3,000.00',
    'line 1: 4,100.00',
    'amount: 3,000.00 − 4,100.00 = −1,100.00',
  ],
  chargeOnce: ['amount: 1 × 3,000.00 = 3,000.00'],
  // 2 × 200 × 16 / 31 = 6,400 / 31 = 206.4516 → 206.45
  chargeInPart: ['amount: 2 × 16 / 31 × 200.00 ≈ 206.451613 → 206.45'],
  adjustment: ['amount: −300.00'],
};

describe('each kind of line can be followed by hand', () => {
  it.each(Object.entries(STEPS) as [keyof typeof LINES, readonly string[]][])(
    '%s',
    (name, steps) => {
      expect(stepsOfLine(LINES[name])).toEqual(steps);
      expect(comesToAmount(LINES[name], { currency: CNY })).toBe(true);
    },
  );
});

it('a line is named by its place in the document, where the contract does not come first', () => {
  // The contract's first line is the document's third.
  expect(stepsOfLine(LINES.appraisal, 3)[0]).toBe('line 3: 4,100.00');
});

it('a term that does not come to the amount is told', () => {
  const { salary } = LINES;
  expect(comesToAmount({ ...salary, amount: 410_001n }, { currency: CNY })).toBe(false);
});
