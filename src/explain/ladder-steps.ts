/** The arithmetic of a consultation ladder by the month, and of consultations beyond it. */
import { Rational } from '../money/rational.js';
import type { Line } from '../pricing/line.js';
import { plain } from '../words/numbers.js';
import {
  minus,
  money,
  number,
  over,
  statement,
  step,
  sumOf,
  times,
  type Step,
  type Term,
} from './arithmetic.js';
import { derived, type Derivation, type LineContext } from './derivation.js';
import { type Figures, valueOf } from './figures.js';
import type { Say } from '../words/language.js';

export function ladderMonth(
  line: Line,
  figures: Figures,
  { currency, say }: LineContext,
): Derivation {
  const share = activeShare(figures);
  const steps: Step[] = [];
  if (figures.has('average_daily_consultations')) {
    const [average] = figures.all('average_daily_consultations');
    const label = say({ en: 'daily average', zh: '日均咨询量' });
    const month = average?.of === undefined ? '' : ` (${average.of})`;
    const term = over(number(figures.value('consultations')), number(figures.value('days')));
    steps.push(step(label + month, term));
    if (figures.has('tier_up_to')) steps.push(tierStep(say, term, figures));
  }
  if (share.value.compare(Rational.ONE) !== 0)
    steps.push(step(say({ en: 'part of the month', zh: '当月占比' }), share));
  return derived(times(share, money(figures.exactly('rate', line.unitPrice), currency)), steps);
}

export function tierStep(say: Say, value: Term, figures: Figures): Step {
  const result = `${plain(value.value.toDecimal())} ≤ ${plain(figures.text('tier_up_to'))}`;
  return statement(say({ en: 'tier', zh: '档位' }), null, result);
}

export function overflow(line: Line, figures: Figures, { currency, say }: LineContext): Derivation {
  const limit = number(figures.value('tier_up_to'));
  const zero = number(Rational.ZERO);
  const days = figures.all('consultations').map(({ value, of = '' }) => ({
    of,
    beyond: minus(number(valueOf(value)), limit),
  }));
  const beyond = sumOf(
    days.map((day) => number(day.beyond.value)),
    zero,
  );
  return derived(times(beyond, money(figures.exactly('rate', line.unitPrice), currency)), [
    ...days.map((day) => step(day.of, day.beyond)),
    step(say({ en: 'consultations beyond', zh: '超出人次' }), beyond),
  ]);
}

/** The contract's part of the month. */
export function activeShare(figures: Figures): Term {
  return over(number(figures.value('active_days')), number(figures.value('period_days')));
}
