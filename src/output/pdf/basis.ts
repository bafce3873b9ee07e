/** The figures of a line as arithmetic that can be checked by hand. */
import type { Document } from '../../documents/document.js';
import { findCurrency, type Currency } from '../../money/currency.js';
import type { Figure, FigureName, Line } from '../../pricing/line.js';
import { counted, FIGURE_LABELS, LABELS, type Say } from '../../words/labels.js';
import { dateRuns, percentOf, plain, price } from '../../words/numbers.js';

/** A line does not end between a sign and what follows it. */
const TIMES = ' ×\u00A0';
const EQUALS = ' =\u00A0';

/** `20.5 agent-days / 26 × 5,200.00`; an empty text where the line says it all. */
export function basisText(line: Line, { currency }: Pick<Document, 'currency'>, say: Say): string {
  return new Basis(line, currency, say).text();
}

class Basis {
  constructor(
    private readonly line: Line,
    private readonly currency: Currency,
    private readonly say: Say,
  ) {}

  text(): string {
    switch (this.line.kind) {
      case 'salary':
      case 'base':
        return this.months();
      case 'appraisal':
        return `${this.sum('salary')}${TIMES}${this.rate('appraisal_share')}${TIMES}(${this.word('score')} ${this.value('score')} − 1)`;
      case 'cap':
        return `${this.count('agents_months')} > ${this.value('seats')}: ${this.value('seats')}${TIMES}${this.sum('rate')} − ${this.sum('lines_sum')}`;
      case 'commission':
        return this.commission();
      case 'ladder':
        return this.has('dates') ? this.ladderDays() : this.ladderMonth();
      case 'overflow':
        return this.overflow();
      case 'event':
        return this.event();
      case 'custody':
        return this.datesTimes(this.value('dates').split(' '));
      case 'discount':
        return `${this.word('lines_sum')} ${this.sum('lines_sum')}${TIMES}−${this.rate('discount_rate')}`;
      case 'minimum':
        return `${this.word('minimum_fee')} ${this.sum('minimum_fee')}${this.activeShare()} − ${this.word('lines_sum')} ${this.sum('lines_sum')}`;
      case 'adjustment':
        return this.adjustment();
    }
  }

  private months(): string {
    const workload = this.has('consultations_per_agent_day')
      ? `${this.count('consultations')} / ${plain(this.all('agent_days', 'all'))}${EQUALS}${this.value('consultations_per_agent_day')} ${this.word('consultations_per_agent_day')};  `
      : '';
    const days = this.value('agent_days');
    const standard = this.value('standard_days');
    const share = `${this.count('agent_days')} / ${standard}`;
    const isBeyond = Number(days) > Number(standard);
    return `${workload}${isBeyond ? `min(${share}, 1)` : share}${this.times('rate')}`;
  }

  /** `128,000.00 − refunds 6,400.00 − late refunds (2026-09) 1,600.00 = 120,000.00 × 2 %`. */
  private commission(): string {
    const sales = this.figures('attributed_sales').map(({ value, of = '' }) => {
      const currency = findCurrency(of) ?? this.currency;
      const minus = (name: FigureName): string =>
        this.figures(name)
          .filter((taken) => taken.of?.startsWith(of) === true && /[1-9]/.test(taken.value))
          .map((taken) => {
            const month = taken.of?.slice(of.length).trim() ?? '';
            const label = month === '' ? this.word(name) : `${this.word(name)} (${month})`;
            return ` − ${label} ${price(taken.value, currency)}`;
          })
          .join('');
      const rate = this.figures('exchange_rate').find((one) => one.of === of);
      const net = `${price(value, currency)}${minus('refunds')}${minus('late_refunds')}`;
      return rate === undefined ? net : `${of} (${net})${TIMES}${plain(rate.value)}`;
    });
    const net = this.sum('net_sales');
    const shown = sales.join(' + ');
    return `${shown === net ? net : `${shown}${EQUALS}${net}`}${this.commissionOfNet()}`;
  }

  /** ` × 2 %`, with the tier that gave the rate, or the slice of the sales that it is for. */
  private commissionOfNet(): string {
    const rate = `${TIMES}${this.rate('rate')}`;
    const limits = (['average_order_value', 'tier_above', 'tier_up_to'] as const)
      .filter((name) => this.has(name) && this.value(name) !== '0')
      .map((name) => `${this.word(name)} ${this.sum(name)}`)
      .join(', ');
    if (limits === '') return rate;
    if (!this.has('tier_above')) return `${rate};  ${limits}`;
    return `;  ${limits}: ${price(this.line.quantity.toDecimal().replace('-', ''), this.currency)}${rate}`;
  }

  private ladderDays(): string {
    const [month = '', days = ''] = this.value('dates').split(': ');
    return this.datesTimes(days.split(' ').map((day) => `${month}-${day}`));
  }

  /** `10-01–03, 07: 4 × 85.00`. */
  private datesTimes(dates: readonly string[]): string {
    return `${dateRuns(dates)}: ${dates.length}${this.times('rate')}`;
  }

  private ladderMonth(): string {
    const average = this.has('average_daily_consultations')
      ? `${this.count('consultations')} / ${this.daysOf(this.value('days'))}${EQUALS}${this.value('average_daily_consultations')};  `
      : '';
    return `${average}${this.sum('rate')}${this.activeShare()}`;
  }

  /** `181 − 150 (10-18) + 160 − 150 (10-19) = 41 × 1.20`. */
  private overflow(): string {
    const limit = this.value('tier_up_to');
    return this.sumTimes(
      this.figures('consultations').map(
        ({ value, of = '' }) => `${plain(value)} − ${limit} (${of.slice(5)})`,
      ),
    );
  }

  /** `2 (11-10) + 1 (11-11) = 3 × 200.00`. */
  private event(): string {
    return this.sumTimes(
      this.figures('agents').map(({ value, of = '' }) => `${value} (${of.slice(5)})`),
    );
  }

  /** Parts that come to the quantity of the line, which a reversal negates. */
  private sumTimes(parts: readonly string[]): string {
    const quantity = plain(this.line.quantity.toDecimal().replace('-', ''));
    return `${parts.join(' + ')}${EQUALS}${quantity}${this.times('rate')}`;
  }

  private adjustment(): string {
    const id = this.figures('reason')[0]?.of ?? '';
    return `${this.word('approved_by')} ${this.value('approved_by')}  ·  ${id}`;
  }

  /** ` × 20 / 31`; nothing for a whole month. */
  private activeShare(): string {
    const active = this.value('active_days');
    const days = this.value('period_days');
    return active === days ? '' : `${TIMES}${active} / ${this.daysOf(days)}`;
  }

  private daysOf(count: string): string {
    return `${count} ${this.say(counted(count, LABELS.days))}`;
  }

  private figures(name: FigureName): Figure[] {
    return this.line.basis.filter((figure) => figure.name === name);
  }

  private has(name: FigureName): boolean {
    return this.figures(name).length > 0;
  }

  private all(name: FigureName, of?: string): string {
    return this.figures(name).find((figure) => figure.of === of)?.value ?? '';
  }

  private value(name: FigureName): string {
    return plain(this.figures(name)[0]?.value ?? '');
  }

  private word(name: FigureName): string {
    return this.say(FIGURE_LABELS[name]);
  }

  private count(name: FigureName): string {
    const value = this.value(name);
    return `${value} ${this.say(counted(value, FIGURE_LABELS[name]))}`;
  }

  private sum(name: FigureName): string {
    return price(this.figures(name)[0]?.value ?? '', this.currency);
  }

  private rate(name: FigureName): string {
    return percentOf(this.figures(name)[0]?.value ?? '');
  }

  private times(name: FigureName): string {
    return this.has(name) ? `${TIMES}${this.sum(name)}` : '';
  }
}
