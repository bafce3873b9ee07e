/** What users see of problems between rows, in prices and in runs. */
import { PROBLEM_CODES } from '../../src/problem.js';
import { testFixtures } from './fixtures.js';

testFixtures(PROBLEM_CODES.slice(PROBLEM_CODES.indexOf('merchant-unknown')));
