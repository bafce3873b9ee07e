/** The basis of a line, as the CSVs have it. */
import { expect, it } from 'vitest';
import { basisText } from '../../src/words/basis-text.js';
import { salaryLine } from '../output/pdf/documents.js';

it('names each figure, what it is about in square brackets, and ends in no language', () => {
  // 13 of 26 days at 5,200 a month.
  expect(basisText(salaryLine('A1', 0n))).toBe('agent_days 13 / standard_days 26 × rate[CNY] 5200');
});
