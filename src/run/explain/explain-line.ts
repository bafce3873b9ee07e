/**
 * How one line came about: its rule, its figures, and the arithmetic step by step, computed anew from
 * the figures and compared with the amount that was printed.
 *
 * > 20.5 agent-days of 26 at 5,200: months 20.5 / 26 = 0.788462…, amount 20.5 / 26 × 5,200.00 = 4,100.00.
 */
import { toMajorUnits, toMinorUnits } from '../../money/amount.js';
import type { Currency } from '../../money/currency.js';
import { Rational } from '../../money/rational.js';
import { plain } from '../../publishing/pdf/numbers.js';
import type { Figure, Line } from '../../pricing/line.js';
import {
  minus,
  money,
  moneyStep,
  negated,
  number,
  over,
  smallerOf,
  statement,
  step,
  sumOf,
  times,
  type Step,
  type Term,
} from './arithmetic.js';
import { commissionSteps } from './commission-steps.js';
import type { Derivation, LineContext, PlacedLine } from './derivation.js';
import { datesOf, Figures, valueOf } from './figures.js';
import type { Say } from './language.js';
import { ruleOf } from './rules.js';

export interface LineExplanation {
  readonly position: number;
  readonly line: Line;
  readonly rule: string;
  readonly figures: readonly Figure[];
  readonly steps: readonly Step[];
  /** Where the figures do not come to what was printed: an error of this program. */
  readonly doubts: readonly string[];
}

/** A line as it was first billed: see {@link explainReversedLine} for the other. */
export function explainLine(placed: PlacedLine, context: LineContext): LineExplanation {
  const { line, position } = placed;
  const { currency, say } = context;
  const { steps, amount, doubts } = derive(line, context);
  const label = say({ en: 'amount', zh: '金额' });
  const recomputed = toMinorUnits(amount.value, currency);
  return {
    position,
    line,
    rule: say(ruleOf(line)),
    figures: line.basis,
    steps: [...steps, moneyStep(label, amount, currency)],
    doubts: [
      ...doubts,
      ...(recomputed === line.amount ? [] : [differing(say, currency, recomputed, line.amount)]),
    ],
  };
}

/** A reversed line is the line that it negates, and the negation. */
export function explainReversedLine(placed: PlacedLine, context: LineContext): LineExplanation {
  const { line } = placed;
  const original = { ...line, quantity: line.quantity.negated(), amount: -line.amount };
  const explained = explainLine({ ...placed, line: original }, context);
  const reversal = negated(
    money(toMajorUnits(original.amount, context.currency), context.currency),
  );
  const label = context.say({ en: 'reversed', zh: '冲销' });
  return {
    ...explained,
    line,
    steps: [...explained.steps, moneyStep(label, reversal, context.currency)],
  };
}

function differing(say: Say, currency: Currency, recomputed: bigint, printed: bigint): string {
  const of = (amount: bigint): string => money(toMajorUnits(amount, currency), currency).text;
  return say({
    en: `the figures come to ${of(recomputed)}, and the line says ${of(printed)}: an error of this program, please report it`,
    zh: `按所列数据计算为 ${of(recomputed)}，而本行为 ${of(printed)}：属程序错误，请反馈`,
  });
}

function derive(line: Line, context: LineContext): Derivation {
  const figures = new Figures(line);
  switch (line.kind) {
    case 'salary':
    case 'base':
      return months(line, figures, context);
    case 'appraisal':
      return appraisal(figures, context);
    case 'cap':
      return cap(figures, context);
    case 'commission':
      return commissionSteps(line, figures, context);
    case 'ladder':
      return figures.has('dates')
        ? perDate(line, figures, context)
        : ladderMonth(line, figures, context);
    case 'overflow':
      return overflow(line, figures, context);
    case 'event':
      return event(line, figures, context);
    case 'custody':
      return perDate(line, figures, context);
    case 'discount':
      return discount(figures, context);
    case 'minimum':
      return minimum(figures, context);
    case 'adjustment':
      return plainly(money(line.unitPrice, context.currency));
  }
}

function plainly(
  amount: Term,
  steps: readonly Step[] = [],
  doubts: readonly string[] = [],
): Derivation {
  return { steps, amount, doubts };
}

/** Agent-days that do not end within 12 digits are known exactly from the quantity. */
function months(line: Line, figures: Figures, { currency, say }: LineContext): Derivation {
  const standard = number(figures.value('standard_days'));
  const days = number(
    figures.exactly('agent_days', line.quantity.times(figures.value('standard_days'))),
  );
  const share = over(days, standard);
  const isFull = !share.value.isAtMost(Rational.ONE);
  const earned = isFull ? smallerOf(share, number(Rational.ONE)) : share;
  const rate = money(figures.exactly('rate', line.unitPrice), currency);
  return plainly(times(earned, rate), [
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

function appraisal(figures: Figures, { currency, say, before }: LineContext): Derivation {
  const salary = money(figures.value('salary'), currency);
  const score = minus(number(figures.value('score')), number(Rational.ONE));
  const share = number(figures.value('appraisal_share'));
  const above = before.at(-1);
  const isAbove =
    above?.line.kind === 'salary' &&
    toMajorUnits(above.line.amount, currency).compare(salary.value) === 0;
  return plainly(
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

function cap(figures: Figures, context: LineContext): Derivation {
  const { currency, say, before } = context;
  const earners = before.filter(({ line }) => line.kind === 'salary' || line.kind === 'base');
  const sum = linesSum(figures, earners, context);
  const full = times(money(figures.value('rate'), currency), number(figures.value('seats')));
  return plainly(
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

/** The sum of lines above, which the document itself shows. */
function linesSum(
  figures: Figures,
  lines: readonly PlacedLine[],
  { currency, say }: LineContext,
): { total: Term; step: Step; doubts: string[] } {
  const total = money(figures.value('lines_sum'), currency);
  const terms = lines.map(({ line }) => money(toMajorUnits(line.amount, currency), currency));
  const summed = sumOf(terms, money(Rational.ZERO, currency));
  const first = lines[0]?.position ?? 0;
  const last = lines.at(-1)?.position ?? 0;
  const label =
    lines.length < 2
      ? say({ en: `line ${first}`, zh: `第 ${first} 行` })
      : say({ en: `lines ${first} to ${last}`, zh: `第 ${first} 至 ${last} 行` });
  const isSame = summed.value.compare(total.value) === 0;
  return { total, step: moneyStep(label, summed, currency), doubts: isSame ? [] : [sumDoubt(say)] };
}

function sumDoubt(say: Say): string {
  return say({
    en: 'the lines above do not come to the figure: an error of this program, please report it',
    zh: '以上各行与所列数据不符：属程序错误，请反馈',
  });
}

function perDate(line: Line, figures: Figures, { currency, say }: LineContext): Derivation {
  const count = number(Rational.of(BigInt(datesOf(figures.text('dates')).length)));
  const rate = money(figures.exactly('rate', line.unitPrice), currency);
  return plainly(times(count, rate), [step(say({ en: 'days', zh: '天数' }), count)]);
}

function ladderMonth(line: Line, figures: Figures, { currency, say }: LineContext): Derivation {
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
  return plainly(times(share, money(figures.exactly('rate', line.unitPrice), currency)), steps);
}

function tierStep(say: Say, value: Term, figures: Figures): Step {
  const result = `${plain(value.value.toDecimal())} ≤ ${plain(figures.text('tier_up_to'))}`;
  return statement(say({ en: 'tier', zh: '档位' }), null, result);
}

function activeShare(figures: Figures): Term {
  return over(number(figures.value('active_days')), number(figures.value('period_days')));
}

function overflow(line: Line, figures: Figures, { currency, say }: LineContext): Derivation {
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
  return plainly(times(beyond, money(figures.exactly('rate', line.unitPrice), currency)), [
    ...days.map((day) => step(day.of, day.beyond)),
    step(say({ en: 'consultations beyond', zh: '超出人次' }), beyond),
  ]);
}

function event(line: Line, figures: Figures, { currency, say }: LineContext): Derivation {
  const agents = figures.all('agents').map(({ value }) => number(valueOf(value)));
  const agentDays = sumOf(agents, number(Rational.ZERO));
  return plainly(times(agentDays, money(figures.exactly('rate', line.unitPrice), currency)), [
    step(say({ en: 'agents, day by day', zh: '每日客服人数' }), agentDays),
  ]);
}

function discount(figures: Figures, context: LineContext): Derivation {
  const sum = linesSum(figures, priced(context.before), context);
  const rate = number(figures.value('discount_rate').negated());
  return plainly(times(sum.total, rate), [sum.step], sum.doubts);
}

function minimum(figures: Figures, context: LineContext): Derivation {
  const { currency, say } = context;
  const lines = priced(context.before);
  const sum = linesSum(figures, lines, context);
  const share = times(money(figures.value('minimum_fee'), currency), activeShare(figures));
  return plainly(
    minus(share, sum.total),
    [
      moneyStep(say({ en: 'minimum', zh: '最低服务费' }), share, currency),
      ...(lines.length === 0 ? [] : [sum.step]),
    ],
    sum.doubts,
  );
}

/** Adjustments are added after discount and minimum. */
function priced(lines: readonly PlacedLine[]): PlacedLine[] {
  return lines.filter(({ line }) => line.kind !== 'adjustment');
}
