/** The statement behind an invoice: attendance, consultations per day, the sales basis. */
import type { Document } from '../../documents/document.js';
import { formatAmountGrouped, sumAmounts } from '../../money/amount.js';
import { Rational } from '../../money/rational.js';
import type { AttendanceDay, ConsultationDay, Sales, Usage } from '../../pricing/usage.js';
import { inLanguage, LABELS, PLAN_LABELS } from './labels.js';
import { LEFT, MUTED, WIDTH, type Page } from './page.js';

const CHART_HEIGHT = 70;
const MICROSECONDS_PER_HOUR = 3_600_000_000n;

export function drawStatement(page: Page, document: Document, { contracts }: Statement): void {
  const say: Say = (key) => inLanguage(LABELS[key], document.merchant.language);
  const shown = contracts.filter(({ usage }) => hasSomething(usage));
  if (shown.length === 0) return;
  page.newPage();
  page.paragraph(`${say('statement')}  ${document.number}`, { size: 14, bold: true });
  for (const { contractId, plan, usage } of shown) {
    page.keep(60);
    page.space(10);
    page.rule();
    page.paragraph(
      `${inLanguage(PLAN_LABELS[plan], document.merchant.language)}  ·  ${contractId}`,
      { size: 10, bold: true },
    );
    if (usage.attendance.length > 0) drawAttendance(page, usage.attendance, say);
    if (usage.consultationDays.length > 0) drawConsultations(page, usage.consultationDays, say);
    for (const sales of usage.sales) drawSales(page, sales, say);
  }
}

type Say = (key: keyof typeof LABELS) => string;
type Statement = import('./statement.js').Statement;

function hasSomething({ attendance, consultationDays, sales }: Usage): boolean {
  return attendance.length + consultationDays.length + sales.length > 0;
}

/** One row per agent: days, hours, and the dates. */
function drawAttendance(page: Page, attendance: readonly AttendanceDay[], say: Say): void {
  page.space(6);
  page.paragraph(say('attendance'), { size: 8, color: MUTED });
  const byAgent = new Map<string, AttendanceDay[]>();
  for (const day of attendance)
    byAgent.set(day.agentId, [...(byAgent.get(day.agentId) ?? []), day]);
  for (const [agentId, days] of byAgent) {
    const dates = [...new Set(days.map(({ date }) => date.slice(8)))];
    const worked = sumAmounts(days.map(({ workedMicroseconds }) => workedMicroseconds));
    const hours = Rational.of(worked, MICROSECONDS_PER_HOUR).toFixed(1);
    const text = dates.join(' ');
    const height = Math.max(
      page.height(text, 300, { size: 8 }),
      page.height(agentId, 90, { size: 8.5 }),
    );
    page.keep(height + 3);
    page.text(agentId, LEFT, 90, { size: 8.5 });
    page.text(`${dates.length} ${say('days')}, ${hours} ${say('hours')}`, LEFT + 95, 100, {
      size: 8.5,
    });
    page.text(text, LEFT + 199, 300, { size: 8, color: MUTED });
    page.space(height + 3);
  }
}

/** A bar per day, with its number above and its day below. */
function drawConsultations(page: Page, days: readonly ConsultationDay[], say: Say): void {
  page.space(6);
  page.keep(CHART_HEIGHT + 40);
  page.paragraph(say('consultations'), { size: 8, color: MUTED });
  const most = days.reduce(
    (high, { consultations }) => (consultations > high ? consultations : high),
    1n,
  );
  const step = WIDTH / Math.max(days.length, 20);
  const base = page.y + CHART_HEIGHT + 12;
  for (const [at, { date, consultations }] of days.entries()) {
    const height = Number((consultations * BigInt(CHART_HEIGHT * 100)) / most) / 100;
    const x = LEFT + at * step;
    page.pdf.rect(x + 1, base - height, step - 3, height).fill('#7f9bb8');
    page.y = base - height - 8;
    page.text(String(consultations), x - 4, step + 6, { size: 5.5, color: MUTED });
    page.y = base + 2;
    page.text(date.slice(8), x + 1, step, { size: 6, color: MUTED });
  }
  page.y = base + 14;
}

function drawSales(page: Page, sales: Sales, say: Say): void {
  page.space(6);
  page.keep(62 + sales.lateRefunds.length * 13);
  page.paragraph(`${say('sales')} ${sales.currency.code}`, { size: 8, color: MUTED });
  const row = (label: string, amount: bigint): void => {
    page.text(label, LEFT, 250, { size: 8.5 });
    page.text(formatAmountGrouped(amount, sales.currency), LEFT + 250, 100, {
      size: 8.5,
      align: 'right',
    });
    page.space(13);
  };
  row(`${say('attributed')} (${sales.attributedOrders})`, sales.attributed);
  row(say('refunds'), -sales.refunds);
  for (const { orderPeriod, amount } of sales.lateRefunds)
    row(`${say('lateRefunds')} ${orderPeriod}`, -amount);
  page.pdf
    .moveTo(LEFT, page.y)
    .lineTo(LEFT + 350, page.y)
    .stroke();
  page.space(3);
  const late = sumAmounts(sales.lateRefunds.map(({ amount }) => amount));
  row(say('netSales'), sales.attributed - sales.refunds - late);
}
