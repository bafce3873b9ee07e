/**
 * A table of any number of rows that a page's script searches and sorts, some rows at a time. Without the
 * script its first rows are there, and the words that say where all of them are.
 */
import { html, jsonData, named, table, type Column, type Html } from './html.js';

export interface LongTable {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly LongTableRow[];
  readonly words: LongTableWords;
}

/** Plain texts, so that a hundred thousand rows are few bytes. The first names the row. */
export interface LongTableRow {
  readonly cells: readonly string[];
  /** Behind the name, in small type; blank for nothing. */
  readonly note: string;
  /** What the name links to; blank for nothing. */
  readonly link: string;
}

export interface LongTableWords {
  readonly find: string;
  readonly hint: string;
  readonly more: string;
  readonly nothingFound: string;
  /** With `{shown}` and `{of}`. */
  readonly shown: string;
  /** How the first rows are shown where there are more, without a script. */
  readonly firstShown: (shown: string, of: string) => string;
}

/** How many rows are shown at first, and how many more at a time. */
const SHOWN_AT_ONCE = 50;

export function longTable({ id, caption, columns, rows, words }: LongTable): Html {
  const shown = rows.slice(0, SHOWN_AT_ONCE);
  const isAll = shown.length === rows.length;
  const [shownText, ofText] = [String(shown.length), String(rows.length)];
  return html`<div class="long" id="${id}">
    <p class="search">
      <span hidden>
        <label for="${id}-search">${words.find}</label>
        <input
          id="${id}-search"
          type="search"
          placeholder="${words.hint}"
          autocomplete="off"
          spellcheck="false"
        />
      </span>
      <span role="status"
        >${isAll ? words.shown.replace('{shown}', shownText).replace('{of}', ofText) : words.firstShown(shownText, ofText)}</span
      >
    </p>
    ${table({
      caption,
      isCaptionSeen: false,
      columns,
      rows: shown.map((row) => ({ cells: [nameCell(row), ...row.cells.slice(1)] })),
    })}
    <p><button type="button" class="more" hidden>${words.more}</button></p>
    ${jsonData(`${id}-data`, {
      shownAtOnce: SHOWN_AT_ONCE,
      shown: words.shown,
      nothingFound: words.nothingFound,
      isNumber: columns.map(({ kind }) => kind === 'number'),
      rows: rows.map(({ cells, note, link }) => [cells, note, link]),
    })}
  </div>`;
}

/** The script makes the same of a row. */
function nameCell({ cells: [name = ''], note, link }: LongTableRow): Html {
  const shown = link === '' ? named(name) : html`<a href="${link}">${named(name)}</a>`;
  return html`${shown}<span class="quiet">${note === '' ? '' : ` ${note}`}</span>`;
}
