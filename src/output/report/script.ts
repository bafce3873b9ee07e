/**
 * What the page does in a browser: it searches and sorts the documents, and shows some of them at a time.
 * Without it the first of them and everything else are there as well.
 */
export const SCRIPT = `
'use strict';
(() => {
  const source = document.getElementById('document-data');
  if (source === null) return;
  const data = JSON.parse(source.textContent);
  const table = document.getElementById('document-table');
  const body = table.tBodies[0];
  const template = body.rows[0].cloneNode(true);
  const search = document.getElementById('search');
  const more = document.getElementById('more');
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const documents = data.rows.map(([rest, merchantId, name, plans, type, link, currency, total]) => ({
    number: data.prefix + rest, merchantId, name, link, total,
    plans: plans.map((plan) => data.plans[plan]).join(' · '),
    type: data.types[type],
    currency: data.currencies[currency],
  }));
  const plain = (text) => text.normalize('NFKC').toLowerCase();
  const searched = ({ number, merchantId, name, plans, type, link, currency, total }) =>
    plain([number, merchantId, name, plans, type, link, currency, total, total.replaceAll(',', '')].join('\\n'));
  const minorUnits = ({ total }) => BigInt(total.replace(/[^\\d−]/g, '').replace('−', '-'));
  const byText = (key) => (left, right) => collator.compare(left[key], right[key]);
  const byNumber = (left, right) => (left.number < right.number ? -1 : left.number > right.number ? 1 : 0);
  const byTotal = (left, right) => {
    const other = byText('currency')(left, right);
    if (other !== 0) return other;
    left.minor ??= minorUnits(left);
    right.minor ??= minorUnits(right);
    return left.minor < right.minor ? -1 : left.minor > right.minor ? 1 : 0;
  };
  const orders = [byNumber, byText('name'), byText('plans'), byText('type'), byText('currency'), byTotal];

  let found = documents;
  let shown = 0;

  function rowOf(one) {
    const row = template.cloneNode(true);
    const [number, merchant, plans, type, currency, total] = row.cells;
    number.firstElementChild.href = 'pdf/' + encodeURIComponent(one.number) + '.pdf';
    number.firstElementChild.textContent = one.number;
    merchant.firstElementChild.textContent = one.name;
    merchant.lastElementChild.textContent = one.merchantId;
    plans.textContent = one.plans;
    type.firstChild.textContent = one.type + ' ';
    type.lastElementChild.textContent = one.link;
    currency.textContent = one.currency;
    total.textContent = one.total;
    return row;
  }

  function showMore() {
    body.append(...found.slice(shown, shown + data.shownAtOnce).map(rowOf));
    shown = Math.min(shown + data.shownAtOnce, found.length);
    more.hidden = shown === found.length;
    document.getElementById('shown').textContent = found.length === 0
      ? data.nothingFound
      : data.shown.replace('{shown}', shown).replace('{of}', found.length);
  }

  function showFirst() {
    body.replaceChildren();
    shown = 0;
    showMore();
  }

  function find() {
    const terms = plain(search.value).split(/\\s+/).filter(Boolean);
    found = terms.length === 0 ? documents : documents.filter((one) => {
      one.searched ??= searched(one);
      return terms.every((term) => one.searched.includes(term));
    });
    showFirst();
  }

  function sortBy(header, order) {
    const isDescending = header.getAttribute('aria-sort') === 'ascending';
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
    const sign = isDescending ? -1 : 1;
    documents.sort((left, right) => sign * order(left, right) || byNumber(left, right));
    find();
  }

  [...table.tHead.rows[0].cells].forEach((header, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
    if (at === 0) header.setAttribute('aria-sort', 'ascending');
    button.addEventListener('click', () => sortBy(header, orders[at]));
  });
  search.addEventListener('input', find);
  search.closest('[hidden]').hidden = false;
  more.addEventListener('click', () => {
    const next = shown;
    showMore();
    body.rows[next].querySelector('a').focus();
  });
  showFirst();
})();
`;
