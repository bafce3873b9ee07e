/** HTML in which every value is escaped, unless it is HTML itself. */

/** A piece of HTML that is safe to stand in a page. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = Html | string | number | bigint | null | readonly Value[];

/** html`<p>${'a < b'}</p>` → `<p>a &lt; b</p>`; a list is written one after the other, null not at all. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const rest = values.map((value, at) => textOf(value) + (parts[at + 1] ?? ''));
  return new Html((parts[0] ?? '') + rest.join(''));
}

function textOf(value: Value): string {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that no page may hold become the replacement character. */
function escaped(text: string): string {
  return text
    .replace(/[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/g, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A script of our own, and no other character: its hash lets it run. */
export function script(source: string): Html {
  return new Html(`<script>${source}</script>`);
}

export function style(source: string): Html {
  return new Html(`<style>${source}</style>`);
}

/** Data for the script: nothing in it can end its element. */
export function jsonData(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(/</g, '\\u003c');
  return new Html(`<script type="application/json" id="${id}">${json}</script>`);
}

/** A name that people gave: its direction of writing stays inside it. */
export function named(name: string): Html {
  return html`<bdi>${name}</bdi>`;
}

export interface Column {
  readonly label: string;
  /** Numbers are set to the right, notes in small type; a cell without a kind is text. */
  readonly kind?: 'number' | 'note';
}

/** A row's first cell is its header. */
export interface TableRow {
  readonly cells: readonly (Html | string)[];
  readonly kind?: 'sum';
}

export interface Table {
  readonly caption: string;
  /** Where a heading above says the same, the caption is heard and not seen. */
  readonly isCaptionSeen: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly id?: string;
}

/** A table that a phone shows as one block per row; the roles keep its meaning there. */
export function table({ caption, isCaptionSeen, columns, rows, id }: Table): Html {
  return html`<table role="table" ${id === undefined ? null : html`id="${id}"`}>
    <caption ${classOf(isCaptionSeen ? undefined : 'unseen')}>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          ({ label, kind }) =>
            html`<th role="columnheader" scope="col" ${classOf(kind)}>${label}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => rowOf(columns, row))}
    </tbody>
  </table>`;
}

function rowOf(columns: readonly Column[], { cells, kind: rowKind }: TableRow): Html {
  return html`<tr role="row" ${classOf(rowKind)}>
    ${columns.map(({ label, kind }, at) => {
      const content = cells[at] ?? '';
      return at === 0
        ? html`<th role="rowheader" scope="row">${content}</th>`
        : html`<td role="cell" data-label="${label}" ${classOf(kind)}>${content}</td>`;
    })}
  </tr>`;
}

/** What the colours of a chart mean. */
export function legend(keys: readonly (readonly [colour: string, meaning: string])[]): Html {
  return html`<span class="legend"
    >${keys.map(([colour, meaning]) => html`<span><i class="${colour}"></i>${meaning}</span>`)}</span
  >`;
}

function classOf(kind: string | undefined): Html | null {
  return kind === undefined ? null : html`class="${kind}"`;
}
