/** What a document changes of the one in whose place it stands: line by line, and by which figures. */
import { groupBy } from '../group-by.js';
import { amountTerm } from '../pricing/contract-line.js';
import type { Figure } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import { figuresOf } from '../pricing/terms.js';
import type { Document } from './document.js';
import { lineMoney } from './fingerprint.js';
import { negatedLines } from './revise.js';

/** A line as it was and as it is; null where there was none, or is none any more. */
export type LineChange =
  | { readonly before: Line | null; readonly after: Line }
  | { readonly before: Line; readonly after: null };

/** What is known of a document that another stands in the place of. */
export type Replaced = Pick<Document, 'number' | 'total' | 'lines'>;

/** A figure of the same name, about the same, with another value. */
export interface FigureChange {
  readonly before: Figure;
  readonly after: Figure;
}

/**
 * The lines whose money is not the same, in the order of the new document, and then those that are
 * gone. A line is the same line where contract, kind and subject are; of several, such as the tiers
 * of a ladder, those of one unit price first, and the others in their order.
 *
 * > A1 24 days → 23 days, A2 as before, A3 new: (A1, A1), (none, A3).
 */
export function lineChanges(before: readonly Line[], after: readonly Line[]): LineChange[] {
  const left = new Set(before);
  const earlier = new Map<Line, Line>();
  for (const keyOf of [wholeKey, pricedKey, lineKey]) {
    const byKey = groupBy(left, keyOf);
    for (const line of after) {
      const match = earlier.has(line) ? undefined : byKey.get(keyOf(line))?.shift();
      if (match === undefined) continue;
      earlier.set(line, match);
      left.delete(match);
    }
  }
  const changed = after
    .map((line) => ({ before: earlier.get(line) ?? null, after: line }))
    .filter(
      (change) => change.before === null || lineMoney(change.before) !== lineMoney(change.after),
    );
  return [...changed, ...[...left].map((line) => ({ before: line, after: null }))];
}

/** What a reversal undoes, from the reversal alone; null where the document is none. */
export function undoneBy({ cancels, total, lines }: Document): Replaced | null {
  return cancels === null ? null : { number: cancels, total: -total, lines: negatedLines(lines) };
}

/** Why a line that both documents have comes to another amount: agent-days 24 → 23. */
export function figureChanges({ before, after }: LineChange): FigureChange[] {
  if (before === null || after === null) return [];
  const old = new Map(figuresOf(amountTerm(before.terms)).map((one) => [figureKey(one), one]));
  return figuresOf(amountTerm(after.terms)).flatMap((figure) => {
    const earlier = old.get(figureKey(figure));
    // A second figure of the same name, as where a tier is picked by what is multiplied, says nothing new.
    old.delete(figureKey(figure));
    return earlier === undefined || earlier.value.compare(figure.value) === 0
      ? []
      : [{ before: earlier, after: figure }];
  });
}

function lineKey({ contractId, plan, kind, subject }: Line): string {
  return JSON.stringify([contractId, plan, kind, Object.entries(subject).sort()]);
}

function wholeKey(line: Line): string {
  return JSON.stringify([lineKey(line), lineMoney(line)]);
}

function pricedKey(line: Line): string {
  return JSON.stringify([lineKey(line), line.unitPrice.toFraction()]);
}

function figureKey({ name, of }: Figure): string {
  return JSON.stringify([name, of]);
}
