/** What a page with long tables does in a browser: it searches and sorts their rows, and shows some at a time. */
export const LONG_TABLE_SCRIPT = `
'use strict';
(() => {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const plain = (text) => text.normalize('NFKC').toLowerCase();
  const searched = ({ cells, note }) => {
    const text = [...cells, note].join('\\n');
    return plain(text + '\\n' + text.replaceAll(',', ''));
  };
  /* Exact: a figure as an integer of its fourth digit behind the point; what is no figure comes last. */
  const figure = (text) => {
    const [, sign, whole, fraction = ''] = /^([−+]?)([\\d,]+)(?:\\.(\\d+))?/.exec(text) ?? [];
    if (whole === undefined) return null;
    const size = BigInt(whole.replaceAll(',', '') + fraction.slice(0, 4).padEnd(4, '0'));
    return sign === '−' ? -size : size;
  };
  const byText = (at) => (left, right) => collator.compare(left.cells[at], right.cells[at]);
  const byFigure = (at, sign) => (left, right) => {
    const one = figure(left.cells[at]);
    const other = figure(right.cells[at]);
    if (one === null || other === null) return sign * ((one === null) - (other === null));
    return one < other ? -1 : one > other ? 1 : 0;
  };

  for (const place of document.querySelectorAll('.long')) enliven(place);

  function enliven(place) {
    const data = JSON.parse(document.getElementById(place.id + '-data').textContent);
    const rows = data.rows.map(([cells, note, link], at) => ({ cells, note, link, at }));
    const table = place.querySelector('table');
    const body = table.tBodies[0];
    if (rows.length === 0) return;
    const template = body.rows[0].cloneNode(true);
    const search = place.querySelector('input');
    const more = place.querySelector('.more');
    const status = place.querySelector('[role=status]');
    let found = rows;
    let shown = 0;

    function rowOf({ cells, note, link }) {
      const row = template.cloneNode(true);
      const name = document.createElement('bdi');
      name.textContent = cells[0];
      const quiet = document.createElement('span');
      quiet.className = 'quiet';
      quiet.textContent = note === '' ? '' : ' ' + note;
      if (link === '') row.cells[0].replaceChildren(name, quiet);
      else {
        const anchor = document.createElement('a');
        anchor.href = link;
        anchor.append(name);
        row.cells[0].replaceChildren(anchor, quiet);
      }
      cells.slice(1).forEach((cell, at) => { row.cells[at + 1].textContent = cell; });
      return row;
    }

    function showMore() {
      body.append(...found.slice(shown, shown + data.shownAtOnce).map(rowOf));
      shown = Math.min(shown + data.shownAtOnce, found.length);
      more.hidden = shown === found.length;
      status.textContent = found.length === 0
        ? data.nothingFound
        : data.shown.replace('{shown}', shown).replace('{of}', found.length);
    }

    function find() {
      const terms = plain(search.value).split(/\\s+/).filter(Boolean);
      found = rows.filter((one) => {
        one.searched ??= searched(one);
        return terms.every((term) => one.searched.includes(term));
      });
      body.replaceChildren();
      shown = 0;
      showMore();
    }

    function sortBy(header, at) {
      const isDescending = header.getAttribute('aria-sort') === 'ascending';
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      header.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
      const sign = isDescending ? -1 : 1;
      const order = data.isNumber[at] ? byFigure(at, sign) : byText(at);
      rows.sort((left, right) => sign * order(left, right) || left.at - right.at);
      find();
    }

    [...table.tHead.rows[0].cells].forEach((header, at) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => sortBy(header, at));
    });
    search.addEventListener('input', find);
    search.closest('[hidden]').hidden = false;
    more.addEventListener('click', () => {
      const next = shown;
      showMore();
      const row = body.rows[next];
      row.tabIndex = -1;
      row.focus();
    });
    find();
  }
})();
`;

/** Beside the style of all pages. */
export const LONG_TABLE_STYLE = `
.more {
  font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: .3rem .6rem;
  margin-top: 1rem; cursor: pointer;
}
.more:hover { background: var(--tint); }
.long td, .long th { padding-right: .75rem; }
.long thead th { vertical-align: bottom; white-space: normal; word-break: keep-all; }
.long tbody th { min-width: 8rem; }
@media screen and (max-width: 44rem) {
  .long tbody th { min-width: 0; }
  .long thead { position: static; clip-path: none; width: auto; height: auto; display: block; }
  .long thead tr { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
  .long thead th { padding: 0 0 .25rem; border: 0; }
}
@media print { .more { display: none; } }
`;
