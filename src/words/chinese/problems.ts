/** Chinese words for every problem. */
import type { ProblemWords } from '../problem-words.js';
import { CELLS } from './problems/cells.js';
import { DATES } from './problems/dates.js';
import { CONTRACTS } from './problems/contracts.js';
import { FACTS } from './problems/facts.js';
import { FILES } from './problems/files.js';
import { OFFERS } from './problems/offers.js';
import { PRICES } from './problems/prices.js';
import { RECEIPTS } from './problems/receipts.js';
import { ROWS } from './problems/rows.js';
import { RUN } from './problems/run.js';
import { SETTINGS } from './problems/settings.js';

export const PROBLEMS: ProblemWords = {
  ...FILES,
  ...SETTINGS,
  ...ROWS,
  ...CELLS,
  ...DATES,
  ...CONTRACTS,
  ...FACTS,
  ...PRICES,
  ...OFFERS,
  ...RECEIPTS,
  ...RUN,
};
