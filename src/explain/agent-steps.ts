/** The arithmetic of lines that agents earn by their days: salary, base, appraisal and cap. */
import { toMajorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import type { Line } from '../pricing/line.js';
import { plain } from '../words/numbers.js';
import {
  minus,
  money,
  moneyStep,
  number,
  over,
  smallerOf,
  statement,
  step,
  times,
  type Step,
} from './arithmetic.js';
import { derived, type Derivation, type LineContext } from './derivation.js';
import { type Figures, valueOf } from './figures.js';
import { tierStep } from './ladder-steps.js';
import type { Say } from '../words/language.js';
import { linesSum, sumDoubt } from './lines-sum.js';

/** Agent-days that do not end within 12 digits are known exactly from the quantity. */
export function months(line: Line, figures: Figures, { currency, say }: LineContext): Derivation {
  const standard = number(figures.value('standard_days'));
  const days = number(
    figures.exactly('agent_days', line.quantity.times(figures.value('standard_days'))),
  );
  const share = over(days, standard);
  const isFull = !share.value.isAtMost(Rational.ONE);
  const earned = isFull ? smallerOf(share, number(Rational.ONE)) : share;
  const rate = money(figures.exactly('rate', line.unitPrice), currency);
  return derived(times(earned, rate), [
    ...workload(figures, say),
    ...(days.made === 'number' ? [] : [step(say({ en: 'agent-days', zh: '出勤人天' }), days)]),
    step(say({ en: 'months', zh: '月数' }), earned),
  ]);
}

function workload(figures: Figures, say: Say): Step[] {
  if (!figures.has('consultations_per_agent_day')) return [];
  const all = figures.all('agent_days').find(({ of }) => of === 'all');
  const agentDays = valueOf(all?.value ?? '1');
  const label = say({ en: 'consultations per agent-day', zh: '人均日咨询量' });
  const workload = step(label, over(number(figures.value('consultations')), number(agentDays)));
  if (!figures.has('tier_up_to')) return [workload];
  const printed = number(figures.value('consultations_per_agent_day'));
  return [workload, tierStep(say, printed, figures)];
}

export function appraisal(figures: Figures, { currency, say, before }: LineContext): Derivation {
  const salary = money(figures.value('salary'), currency);
  const score = minus(number(figures.value('score')), number(Rational.ONE));
  const share = number(figures.value('appraisal_share'));
  const above = before.at(-1);
  const isAbove =
    above?.line.kind === 'salary' &&
    toMajorUnits(above.line.amount, currency).compare(salary.value) === 0;
  return derived(
    times(times(salary, share), score),
    [
      statement(
        say({ en: 'salary', zh: '月薪' }),
        say({ en: `line ${above?.position ?? ''}`, zh: `第 ${above?.position ?? ''} 行` }),
        salary.text,
      ),
      step(say({ en: 'score − 1', zh: '得分 − 1' }), score),
    ],
    isAbove ? [] : [sumDoubt(say)],
  );
}

export function cap(figures: Figures, context: LineContext): Derivation {
  const { currency, say, before } = context;
  const earners = before.filter(({ line }) => line.kind === 'salary' || line.kind === 'base');
  const sum = linesSum(figures, earners, context);
  const full = times(money(figures.value('rate'), currency), number(figures.value('seats')));
  return derived(
    minus(full, sum.total),
    [
      statement(
        say({ en: "agents' months", zh: '人月合计' }),
        null,
        `${plain(figures.text('agents_months'))} > ${plain(figures.text('seats'))}`,
      ),
      moneyStep(say({ en: 'at the most', zh: '上限' }), full, currency),
      sum.step,
    ],
    sum.doubts,
  );
}
