/** What users see of problems in files, headers, rows and cells. */
import { PROBLEM_CODES } from '../../src/problem.js';
import { testFixtures } from './fixtures.js';

testFixtures(PROBLEM_CODES.slice(0, PROBLEM_CODES.indexOf('merchant-unknown')));
