/** English: what every other language has words for too. */
import { ACCOUNT } from './english/account.js';
import { COMMANDS } from './english/commands.js';
import { COMPARISON } from './english/comparison.js';
import { EXAMPLE } from './english/example.js';
import { EXPLAIN } from './english/explain.js';
import { FINANCE } from './english/finance.js';
import { INIT } from './english/init.js';
import { PROBLEM_LIST } from './english/problem-list.js';
import { PROBLEMS } from './english/problems.js';
import { RESULTS } from './english/results.js';
import { SCHEDULE } from './english/schedule.js';
import { STAGES } from './english/stages.js';
import { VERIFY } from './english/verify.js';
import { WORKER } from './english/worker.js';

export const ENGLISH = {
  /** As HTML names the language. */
  lang: 'en',
  account: ACCOUNT,
  commands: COMMANDS,
  comparison: COMPARISON,
  example: EXAMPLE,
  explain: EXPLAIN,
  finance: FINANCE,
  init: INIT,
  problemList: PROBLEM_LIST,
  problems: PROBLEMS,
  results: RESULTS,
  schedule: SCHEDULE,
  stages: STAGES,
  verify: VERIFY,
  worker: WORKER,
};
