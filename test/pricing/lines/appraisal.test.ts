import { describe, expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import { appraisalInForce, withAppraisals } from '../../../src/pricing/lines/appraisal.js';
import { decimal, kindsAndAmounts, lineOfAmount, scores, span, TERMS } from '../builders.js';

const OCTOBER = span('2026-10');

function appraisal(salary: string, share: string, score: string): [string, bigint][] {
  const contract = { ...TERMS, appraisal: { share: decimal(share), from: null, indicators: [] } };
  const earned = [{ agentId: 'A', line: lineOfAmount(salary) }];
  const { lines } = withAppraisals(contract, OCTOBER, earned, scores(['A', score]));
  // below the line that is appraised
  return kindsAndAmounts(lines.slice(1));
}

describe('the amount', () => {
  it('5,200.00 × 0.15 × (0.92 − 1) = −62.40', () => {
    expect(appraisal('5200', '0.15', '0.92')).toEqual([['appraisal', -6_240n]]);
  });

  it('is above zero for a score above 1: 4,100.00 × 0.15 × (1.05 − 1) = 30.75', () => {
    expect(appraisal('4100', '0.15', '1.05')).toEqual([['appraisal', 3_075n]]);
  });

  it('is all of the share at a score of 0, and as much again at 2', () => {
    expect(appraisal('5200', '0.15', '0')).toEqual([['appraisal', -78_000n]]);
    expect(appraisal('5200', '0.15', '2')).toEqual([['appraisal', 78_000n]]);
  });

  it('is no line at a score of 1, nor where it is rounded to 0: 1.00 × 0.1 × −0.04 = −0.004', () => {
    expect(appraisal('5200', '0.15', '1')).toEqual([]);
    expect(appraisal('1', '0.1', '0.96')).toEqual([]);
  });
});

describe('the first appraised period', () => {
  const from = (date: string): object | null =>
    appraisalInForce({ share: decimal('0.15'), from: localDate(date), indicators: [] }, OCTOBER);

  it('begins on or after the date', () => {
    expect(from('2026-10-01')).not.toBeNull();
    expect(from('2026-10-02')).toBeNull();
  });

  it('is any where there is no date, and none without an appraisal', () => {
    expect(
      appraisalInForce({ share: decimal('0.15'), from: null, indicators: [] }, OCTOBER),
    ).not.toBeNull();
    expect(appraisalInForce(null, OCTOBER)).toBeNull();
  });
});
