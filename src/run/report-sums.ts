/** Sums of documents without their lines: in all, and by plan. */
import type { Plan } from '../pricing/plans/registry.js';
import type { MonthFigures, ReportDocument, Sum } from '../output/report/report-data.js';
import type { MinorUnits } from '../money/amount.js';

export function sumOf(documents: readonly ReportDocument[]): Sum {
  let [net, tax, total] = [0n, 0n, 0n];
  for (const document of documents) {
    net += document.net;
    tax += document.tax;
    total += document.total;
  }
  return { documents: documents.length, net, tax, total };
}

export function figuresOf(documents: readonly ReportDocument[]): MonthFigures {
  const netByPlan = new Map<Plan, MinorUnits>();
  for (const document of documents) {
    for (const [plan, net] of document.netByPlan)
      netByPlan.set(plan, (netByPlan.get(plan) ?? 0n) + net);
  }
  return { sum: sumOf(documents), netByPlan };
}
