/** Usage: what one contract is priced from in one span, rolled up from the facts. */
import type { MinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { ClockSpan } from '../period/clock-spans.js';
import type { LocalDate } from '../period/local-date.js';

/**
 * A use that plans make of facts. Two contracts that make the same use of one fact compete for it;
 * `workload_consultations` are those by which a price per agent is picked, beside any ladder.
 * Refunds and attributions go with their orders; `shift_times` are the hours and the clock of shifts.
 */
export type FactUse =
  'shifts' | 'shift_times' | 'consultations' | 'workload_consultations' | 'orders' | 'event_days';

/** Worked time of one agent on one date under one shift name. */
export interface AttendanceDay {
  readonly agentId: string;
  readonly shift: string;
  /** The local date on which the shifts start. */
  readonly date: LocalDate;
  readonly workedMicroseconds: bigint;
}

/** A worked shift, for prices that look at single shifts or at the clock. */
export interface WorkedShift {
  readonly agentId: string;
  readonly shift: string;
  /** The local date on which it starts. */
  readonly date: LocalDate;
  readonly workedMicroseconds: bigint;
  /** The same time as the clock on the wall shows it, one span a day and setting of the clock. */
  readonly clock: readonly ClockSpan[];
}

/** One agent at work inside the custody window of a shift that starts on the date. */
export interface CustodyDay {
  readonly agentId: string;
  readonly date: LocalDate;
}

/** All consultations of one day that has at least one row. */
export interface ConsultationDay {
  readonly date: LocalDate;
  readonly consultations: bigint;
}

export interface EventDay {
  readonly event: string;
  readonly date: LocalDate;
  readonly agents: bigint;
}

/** The sales that agents led to, in one currency. Amounts are not below zero. */
export interface Sales {
  readonly currency: Currency;
  readonly attributedOrders: bigint;
  readonly attributed: MinorUnits;
  /** Refunds, or whole orders where any refund excludes them, of this period's orders. */
  readonly refunds: MinorUnits;
  readonly lateRefunds: readonly LateRefunds[];
}

/** What is taken off in this period for orders of an earlier one. */
interface LateRefunds {
  /** `YYYY-MM` of the orders. */
  readonly orderPeriod: string;
  readonly amount: MinorUnits;
}

export interface Usage {
  readonly attendance: readonly AttendanceDay[];
  readonly custodyDays: readonly CustodyDay[];
  /** Of contracts with surcharges or prices by the hour; empty for all others. In order of start. */
  readonly shifts: readonly WorkedShift[];
  /** Of the span, by date. */
  readonly consultationDays: readonly ConsultationDay[];
  /** Of the month before the span's period, by date. */
  readonly previousConsultationDays: readonly ConsultationDay[];
  readonly eventDays: readonly EventDay[];
  readonly sales: readonly Sales[];
}

export const NO_USAGE: Usage = {
  attendance: [],
  custodyDays: [],
  shifts: [],
  consultationDays: [],
  previousConsultationDays: [],
  eventDays: [],
  sales: [],
};
