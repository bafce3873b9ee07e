/**
 * The arithmetic of a commission line: net sales per currency, their conversion, the tier, the rate.
 *
 * > 128,000.00 − 6,400.00 − 1,600.00 = 120,000.00; × 2 % = 2,400.00.
 */
import type { Currency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import type { Figure, FigureName, Line } from '../pricing/line.js';
import { plain, price } from '../words/numbers.js';
import {
  currencyOf,
  minus,
  money,
  moneyStep,
  number,
  over,
  roundedTo,
  smallerOf,
  statement,
  step,
  sumOf,
  times,
  type Step,
  type Term,
} from './arithmetic.js';
import type { Derivation, LineContext } from './derivation.js';
import { Figures, valueOf } from './figures.js';
import type { Say } from '../words/language.js';

export function commissionSteps(
  line: Line,
  figures: Figures,
  { currency, say }: Pick<LineContext, 'currency' | 'say'>,
): Derivation {
  const parts = figures.all('attributed_sales').map((sales) => salesOf(sales, figures, currency));
  const net = sumOf(
    parts.map((part) => part.net),
    money(Rational.ZERO, currency),
  );
  const shown = money(net.value, currency);
  const isPrinted = net.value.compare(figures.value('net_sales')) === 0;
  const steps = [
    ...parts.flatMap((part) => partSteps(part, parts.length > 1, currency, say)),
    ...(parts.length > 1 ? [moneyStep(say(NET), net, currency)] : []),
    ...averageSteps(parts, figures, currency, say),
  ];
  const slice = sliceOf(shown, figures, currency);
  if (slice.made !== 'number' || slice.text !== shown.text)
    steps.push(moneyStep(say({ en: 'slice', zh: '本段' }), slice, currency));
  else if (figures.has('tier_up_to') && !figures.has('average_order_value'))
    steps.push(tierStep(shown, figures, currency, say));
  const rate = number(figures.exactly('rate', line.unitPrice));
  const doubt = say({
    en: 'the sums of the orders do not come to the net sales: an error of this program, please report it',
    zh: '订单合计与净销售额不符：属程序错误，请反馈',
  });
  return {
    steps,
    amount: times(money(slice.value, currency), rate),
    doubts: isPrinted ? [] : [doubt],
  };
}

const NET = { en: 'net sales', zh: '净销售额' };

/** The sales of one currency: as they are, and in the currency of the contract, rounded once. */
interface Part {
  readonly code: string;
  readonly own: Term;
  readonly ownCurrency: Currency;
  /** null where nothing is converted. */
  readonly converted: Term | null;
  readonly net: Term;
  readonly attributed: Term;
  readonly orders: Rational;
}

function salesOf(sales: Figure, figures: Figures, currency: Currency): Part {
  const code = sales.of ?? currency.code;
  const ownCurrency = currencyOf(code, currency);
  const named = (name: FigureName): Figure[] =>
    figures.all(name).filter(({ of = code }) => of === code || of.startsWith(`${code} `));
  const taken = [...named('refunds'), ...named('late_refunds')]
    .map(({ value }) => money(valueOf(value), ownCurrency))
    .filter((term) => !term.value.isZero());
  const attributed = money(valueOf(sales.value), ownCurrency);
  const own = taken.reduce<Term>((left, right) => minus(left, right), attributed);
  const [rate] = named('exchange_rate');
  const convert = (term: Term): Term | null =>
    rate === undefined ? null : times(money(term.value, ownCurrency), number(valueOf(rate.value)));
  const converted = convert(own);
  return {
    code,
    own,
    ownCurrency,
    converted,
    net: roundedTo(converted ?? own, currency),
    attributed: roundedTo(convert(attributed) ?? attributed, currency),
    orders: valueOf(named('attributed_orders')[0]?.value ?? ''),
  };
}

function partSteps(part: Part, isOneOfSeveral: boolean, currency: Currency, say: Say): Step[] {
  const { converted, code, own, ownCurrency } = part;
  const isNamed = isOneOfSeveral || converted !== null;
  return [
    moneyStep(isNamed ? `${say(NET)} ${code}` : say(NET), own, ownCurrency),
    ...(converted === null
      ? []
      : [
          moneyStep(
            say({ en: `in ${currency.code}`, zh: `折合 ${currency.code}` }),
            converted,
            currency,
          ),
        ]),
  ];
}

/** Attributed sales / orders, before refunds. */
function averageSteps(
  parts: readonly Part[],
  figures: Figures,
  currency: Currency,
  say: Say,
): Step[] {
  if (!figures.has('average_order_value')) return [];
  const attributed = sumOf(
    parts.map((part) => part.attributed),
    money(Rational.ZERO, currency),
  );
  const orders = parts.reduce((total, part) => total.plus(part.orders), Rational.ZERO);
  const average = over(attributed, number(orders));
  const label = say({ en: 'average order value', zh: '客单价' });
  const steps = [step(label, average)];
  if (figures.has('tier_up_to')) steps.push(tierStep(average, figures, currency, say));
  return steps;
}

function tierStep(value: Term, figures: Figures, currency: Currency, say: Say): Step {
  const limit = price(figures.text('tier_up_to'), currency);
  const label = say({ en: 'tier', zh: '档位' });
  return statement(label, null, `${plain(value.value.toDecimal())} ≤ ${limit}`);
}

/** The part of the net sales that a graduated line is for; all of them otherwise. */
function sliceOf(net: Term, figures: Figures, currency: Currency): Term {
  if (!figures.has('tier_above')) return net;
  const above = money(figures.value('tier_above'), currency);
  const end = figures.has('tier_up_to')
    ? smallerOf(net, money(figures.value('tier_up_to'), currency))
    : net;
  return above.value.isZero() ? end : minus(end, above);
}
