/** Chinese, as the clerks of a provider and their colleagues in finance say it. */
import { ACCOUNT } from './chinese/account.js';
import { COMMANDS } from './chinese/commands.js';
import { COMPARISON } from './chinese/comparison.js';
import { EXAMPLE } from './chinese/example.js';
import { EXPLAIN } from './chinese/explain.js';
import { FINANCE } from './chinese/finance.js';
import { INIT } from './chinese/init.js';
import { PROBLEM_LIST } from './chinese/problem-list.js';
import { PROBLEMS } from './chinese/problems.js';
import { RESULTS } from './chinese/results.js';
import { SCHEDULE } from './chinese/schedule.js';
import { STAGES } from './chinese/stages.js';
import { VERIFY } from './chinese/verify.js';
import { WORKER } from './chinese/worker.js';
import type { ENGLISH } from './english.js';

export const CHINESE: typeof ENGLISH = {
  lang: 'zh-CN',
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
