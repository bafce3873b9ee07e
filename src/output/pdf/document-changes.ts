/** What a document changes of the one in whose place it stands, below its payment details. */
import type { Document } from '../../documents/document.js';
import { lineChanges, type LineChange, type Replaced } from '../../documents/what-changed.js';
import type { Say } from '../../words/bilingual.js';
import { changeText, differenceText } from '../../words/change-text.js';
import { SENTENCES } from '../../words/labels.js';
import {
  beside,
  fitted,
  gap,
  rule,
  small,
  stack,
  tagged,
  text,
  type Block,
} from './engine/block.js';
import type { Page } from './engine/page.js';
import { FULL, span } from './engine/style.js';

export function drawChanges(page: Page, document: Document, replaced: Replaced, say: Say): void {
  const rows = lineChanges(replaced.lines, document.lines).map((change) =>
    rowOf(change, document, say),
  );
  const title = text(say(SENTENCES.changed(replaced.number)), FULL, { bold: true, tag: 'H2' });
  const [first = gap(0), ...others] = rows;
  page.place(stack([gap(20), rule(), gap(8), title, gap(4), first]));
  for (const row of others) page.place(row);
  page.place(stack([gap(4), text(say(differenceText(document, replaced)))]));
}

function rowOf(change: LineChange, document: Document, say: Say): Block {
  const { description, why, amounts } = changeText(change, document, say);
  const words = stack([text(description, span(0, 7)), small(why, span(0, 7))]);
  const row = beside([words, fitted(amounts, span(7, 12), { align: 'right' })]);
  return stack([tagged('Div', row), gap(4)]);
}
