/** An explanation as text for a terminal, to be followed with a pocket calculator. */
import { formatAmountGrouped } from '../money/amount.js';
import type { Figure } from '../pricing/figures.js';
import { lineChanges, type Replaced } from '../documents/what-changed.js';
import { changeText, differenceText } from '../words/change-text.js';
import { FIGURE_WORDS } from '../words/figure-words.js';
import { PLAN_LABELS, SENTENCES as DOCUMENT_SENTENCES } from '../words/labels.js';
import { descriptionOf } from '../words/line-words.js';
import { comesToAmount } from '../explain/explain-draft.js';
import { exact, plain } from '../words/numbers.js';
import type { FileRecord } from '../ledger/manifest.js';
import type { Step } from '../explain/steps.js';
import type { ExplainedLine, Explanation, StatedOrders } from '../explain/explanation.js';
import type { Say } from '../words/bilingual.js';
import type { LineRows } from '../explain/line-rows.js';
import {
  EXPLAIN_LABELS,
  cellLabel,
  ORDER_LABELS,
  ROW_LABELS,
  SENTENCES,
} from '../words/explain-words.js';
import { paddedTo } from './display-width.js';

const LABEL_WIDTH = 28;
export function explanationText(explanation: Explanation, say: Say): string {
  const { draft, lines, totals, replaced, input } = explanation;
  const files = lines.flatMap((line) => line.files);
  const blocks = [
    heading(explanation, say),
    ...lines.map((line) => lineBlock(line, explanation, say)),
    ...(totals.length === 0 ? [] : [[say(EXPLAIN_LABELS.totals), ...totals.map(stepText)]]),
    ...(replaced === null ? [] : [changesBlock(replaced, draft, say)]),
    ...(files.length === 0 ? [] : [filesBlock(files, explanation, say)]),
    ...(input === null ? [] : [[say(SENTENCES.input(input.files, input.differing))]]),
  ];
  const text = `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
  return text.replace(/[^\P{Cc}\n]/gu, '\uFFFD');
}

function heading({ draft, period, issued }: Explanation, say: Say): string[] {
  const { merchant, currency, total } = draft;
  const sum = `${currency.code} ${formatAmountGrouped(total, currency)}`;
  const whose = `${merchant.merchantId} ${merchant.name}, ${period}, ${sum}`;
  if (issued === null) return [`${say(EXPLAIN_LABELS.unpublished)}: ${whose}`];
  const { number, type, batch, issueDate, cancels, replaces, cancelledBy, replacedBy } = issued;
  const title = type === 'invoice' ? EXPLAIN_LABELS.invoice : EXPLAIN_LABELS.creditNote;
  return [
    `${number}, ${say(title)}: ${whose}`,
    say(SENTENCES.published(batch, issueDate)),
    ...(cancels === null ? [] : [say(SENTENCES.cancels(cancels))]),
    ...(replaces === null ? [] : [say(SENTENCES.replaces(replaces))]),
    ...(cancelledBy === null ? [] : [say(SENTENCES.cancelledBy(cancelledBy))]),
    ...(replacedBy === null ? [] : [say(SENTENCES.replacedBy(replacedBy))]),
  ];
}

function lineBlock(explained: ExplainedLine, { draft, lines }: Explanation, say: Say): string[] {
  const { line, position, figures, steps, files, orders, rows } = explained;
  const { currency } = draft;
  const amount = `${currency.code} ${formatAmountGrouped(line.amount, currency)}`;
  const contract = `${line.contractId} (${say(PLAN_LABELS[line.plan])}), ${line.serviceFrom} – ${line.serviceTo}`;
  return [
    `${position}. ${say(descriptionOf(line))}: ${amount}`,
    labelled(say(EXPLAIN_LABELS.contract), contract),
    labelled(say(EXPLAIN_LABELS.rule), ruleText(explained, lines, say)),
    labelled(
      say(EXPLAIN_LABELS.figures),
      figures.map((figure) => figureText(figure, say)).join('; '),
    ),
    ...steps.map(stepText),
    ...(comesToAmount(line, draft) ? [] : [labelled('!', say(SENTENCES.amountDiffers))]),
    ...(orders === null ? [] : ordersText(orders, say)),
    ...(rows ?? []).flatMap((found) => rowsText(found, say)),
    ...(files.length === 0
      ? []
      : [labelled(say(EXPLAIN_LABELS.files), files.map(({ file }) => file).join(', '))]),
  ];
}

/** A rule once, and then where it stands. */
function ruleText(
  { position, rule }: ExplainedLine,
  lines: readonly ExplainedLine[],
  say: Say,
): string {
  const first = lines.find((one) => one.rule === rule)?.position ?? position;
  return first === position ? rule : say(SENTENCES.asLine(first));
}

function figureText({ name, of, value, currency }: Figure, say: Say): string {
  const about = of === null ? '' : ` (${of})`;
  return `${say(FIGURE_WORDS[name])}${about} ${exact(value, currency)}`;
}

/** `  amount   20.5 / 26 × 5,200.00 = 4,100.00`. */
function stepText({ label, formula, isExact, result, rounded }: Step): string {
  const value = formula === null ? result : `${formula} ${isExact ? '=' : '≈'} ${result}`;
  return labelled(label, rounded === null ? value : `${value} → ${rounded}`);
}

function ordersText({ groups, file, comesToBasis }: StatedOrders, say: Say): string[] {
  return [
    ...groups.map(({ kind, currency, orders, sum, first }) => {
      const shown = first.map(
        ({ orderId, paidAt, amount }) => `${orderId} (${paidAt}) ${plain(amount)}`,
      );
      const more = orders - first.length;
      if (more > 0 && first.length > 0) shown.push(say(SENTENCES.more(more)));
      const total = say(SENTENCES.orders(orders, `${currency} ${plain(sum)}`));
      return labelled(
        say(ORDER_LABELS[kind]),
        shown.length === 0 ? total : `${total}: ${shown.join(', ')}`,
      );
    }),
    ...(comesToBasis ? [] : [labelled('!', say(SENTENCES.statementDiffers))]),
    ...(file === null ? [] : [labelled(say(EXPLAIN_LABELS.allOrders), file)]),
  ];
}

function rowsText({ what, count, rows }: LineRows, say: Say): string[] {
  const more = count - rows.length;
  return [
    labelled(say(ROW_LABELS[what]), say(SENTENCES.rows(count))),
    ...rows.map(({ file, record, cells }) => {
      const shown = Object.entries(cells)
        .filter(([, cell]) => cell !== '')
        .map(([column, cell]) => `${say(cellLabel(column))} ${cell}`);
      return labelled('', `${file} ${say(SENTENCES.record(record))}: ${shown.join(', ')}`);
    }),
    ...(more > 0 && rows.length > 0 ? [labelled('', say(SENTENCES.more(more)))] : []),
  ];
}

/** Each line that was billed otherwise, and what is left to pay or to be paid back. */
function changesBlock(replaced: Replaced, draft: Explanation['draft'], say: Say): string[] {
  const rows = lineChanges(replaced.lines, draft.lines).map((change) => {
    const { description, why, amounts } = changeText(change, draft, say);
    return labelled(description, why === '' ? amounts : `${amounts}  (${why})`);
  });
  const title = say(DOCUMENT_SENTENCES.changed(replaced.number));
  return [title, ...rows, labelled('', say(differenceText(draft, replaced)))];
}

/** Each file once, with its hash in the manifest. */
function filesBlock(files: readonly FileRecord[], { issued }: Explanation, say: Say): string[] {
  const unique = [...new Map(files.map((file) => [file.file, file])).values()].sort(
    (left, right) => (left.file < right.file ? -1 : 1),
  );
  const source = issued === null ? null : `${issued.batch}/manifest.json`;
  return [
    say(SENTENCES.inputFiles(source)),
    ...unique.map(({ file, sha256 }) => labelled(file, `SHA-256 ${sha256}`)),
  ];
}

function labelled(label: string, text: string): string {
  return `   ${paddedTo(LABEL_WIDTH - 1, label)} ${text}`;
}
