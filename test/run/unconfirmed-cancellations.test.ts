import { expect, it } from 'vitest';
import { unconfirmedCancellations } from '../../src/run/unconfirmed-cancellations.js';

it.each([
  // One is never unusual, of however few documents.
  [1, 1, 0, false],
  [1, 3, 0, false],
  // 2 of 100 are 2 %, and not more; 2 of 99 are.
  [2, 100, 0, false],
  [2, 99, 0, true],
  [3, 100, 0, true],
  [20, 1000, 0, false],
  [21, 1000, 0, true],
  [0, 0, 0, false],
  // A confirmation holds for so many and for fewer.
  [3, 100, 2, true],
  [3, 100, 3, false],
  [3, 100, 9, false],
])('%i of %i with %i confirmed: asks %s', (count, standing, confirmed, asks) => {
  const problems = unconfirmedCancellations(count, standing, confirmed);
  expect(problems.map(({ code }) => code)).toEqual(asks ? ['cancellations-unconfirmed'] : []);
});
