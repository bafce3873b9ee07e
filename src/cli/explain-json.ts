/** Explanations as JSON: one object per document, amounts as plain decimals. */
import { formatAmount } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { comesToAmount } from '../explain/explain-draft.js';
import { figureChanges, lineChanges, type Replaced } from '../documents/what-changed.js';
import type { Line } from '../pricing/line.js';
import { descriptionOf } from '../words/line-words.js';
import type { ExplainedLine, Explanation } from '../explain/explanation.js';

export function explanationJson(explanations: readonly Explanation[]): string {
  return `${JSON.stringify(explanations.map(documentOf), inSnakeCase)}\n`;
}

/** Keys as the columns of the CSVs are written. */
function inSnakeCase(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  if ('fractionDigits' in value && 'code' in value) return value.code;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      part,
    ]),
  );
}

function documentOf({
  draft,
  period,
  issued,
  lines,
  totals,
  replaced,
  input,
}: Explanation): object {
  const { currency, merchant } = draft;
  return {
    number: issued?.number ?? null,
    type: issued?.type ?? null,
    period,
    merchant_id: merchant.merchantId,
    merchant_name: merchant.name,
    currency: currency.code,
    batch: issued?.batch ?? null,
    issue_date: issued?.issueDate ?? null,
    cancels: issued?.cancels ?? null,
    replaces: issued?.replaces ?? null,
    cancelled_by: issued?.cancelledBy ?? null,
    replaced_by: issued?.replacedBy ?? null,
    net: formatAmount(draft.net, currency),
    tax: formatAmount(draft.tax, currency),
    total: formatAmount(draft.total, currency),
    lines: lines.map((line) => lineOf(line, currency)),
    totals,
    changes: replaced === null ? null : changesOf(replaced, draft),
    input,
  };
}

/** Amounts of each line that was billed otherwise; null for a line that one of the two lacks. */
function changesOf(replaced: Replaced, draft: Explanation['draft']): object {
  const { currency } = draft;
  const amountOf = (line: Line | null): string | null =>
    line === null ? null : formatAmount(line.amount, currency);
  return {
    replaced: replaced.number,
    total_before: formatAmount(replaced.total, currency),
    difference: formatAmount(draft.total - replaced.total, currency),
    lines: lineChanges(replaced.lines, draft.lines).map((change) => {
      const { contractId, kind, subject } = change.after ?? change.before;
      const figures = figureChanges(change).map(({ before, after: { name, of, value } }) => {
        return { name, of, before: before.value.toDecimal(), after: value.toDecimal() };
      });
      const [before, after] = [amountOf(change.before), amountOf(change.after)];
      return { contract_id: contractId, kind, subject, before, after, figures };
    }),
  };
}

function lineOf(explained: ExplainedLine, currency: Currency): object {
  const { line, position, rule, figures, steps, files, orders, rows } = explained;
  const { zh, en } = descriptionOf(line);
  return {
    line: position,
    contract_id: line.contractId,
    plan: line.plan,
    kind: line.kind,
    description_zh: zh,
    description_en: en,
    service_from: line.serviceFrom,
    service_to: line.serviceTo,
    rule,
    quantity: line.quantity.toDecimal(),
    unit: line.unit,
    unit_price: line.unitPrice.toDecimal(),
    figures: figures.map(({ value, ...rest }) => ({ ...rest, value: value.toDecimal() })),
    steps,
    amount: formatAmount(line.amount, currency),
    terms: line.terms,
    comes_to_amount: comesToAmount(line, { currency }),
    files,
    orders,
    rows,
  };
}
