/** How the report looks: on a screen light or dark, on a phone, and on paper. */
export const STYLE = `
:root {
  --paper: #ffffff; --ink: #1c2733; --quiet: #5b6773; --rule: #d5dbe1; --tint: #f3f5f7;
  --mark: #4a6d8c; --faint: #8b98a5; --alert: #b3261e; --link: #285a86;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #12181e; --ink: #e4e9ee; --quiet: #9ba8b4; --rule: #313b45; --tint: #1b232b;
    --mark: #7ba3c7; --faint: #667584; --alert: #f0958d; --link: #93c0e8;
  }
}
:root { font-size: 94%; }
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
  font-variant-numeric: tabular-nums;
}
main, footer { max-width: 72rem; margin: 0 auto; padding: 2rem 1.5rem; }
footer { border-top: 1px solid var(--rule); padding-block: 1rem; }
footer a { margin-right: 1rem; white-space: nowrap; }
h1 { font-size: 2rem; line-height: 1.2; margin: .2rem 0; }
h2 { font-size: 1.2rem; margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: 0 0 .25rem; }
section { margin-top: 2.75rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.quiet, small, caption, figcaption, dt { color: var(--quiet); font-size: .86em; font-weight: 400; }
.mark { border: 1px solid currentColor; border-radius: 3px; padding: 0 .4em; font-weight: 400; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.totals { display: flex; flex-wrap: wrap; gap: 1.5rem 3.5rem; }
.totals div { min-width: 0; }
.large { overflow-wrap: anywhere; font-size: 2.1rem; line-height: 1.2; font-weight: 600; letter-spacing: -.01em; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); margin: 1.75rem 0 0; border-block: 1px solid var(--rule); }
.counts div { padding: .6rem 0; }
.counts dd { margin: 0; font-size: 1.25rem; }
.counts a[href='#blocked'] { color: var(--alert); }
.notice { border-left: 3px solid var(--rule); padding-left: 1rem; margin-bottom: 1.25rem; }
.notice ul { list-style: none; margin: .25rem 0; padding: 0; }
.notice li { margin-bottom: .5rem; }
.notice strong { font-weight: 500; }
#blocked ~ .notice { border-color: var(--alert); }
bdi { overflow-wrap: anywhere; }

table { width: 100%; border-collapse: collapse; }
caption { text-align: left; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: baseline; font-weight: 400; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--rule); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--quiet); font-size: .86em; border-bottom-color: var(--faint); }
.number { text-align: right; white-space: nowrap; }
td.note { color: var(--quiet); font-size: .86em; }
tr.sum > * { font-weight: 600; }
#document-table td:nth-of-type(2), #document-table td:nth-of-type(3) { word-break: keep-all; }
.whole, #document-table a, #document-table th, #document-table td:nth-of-type(3) .quiet { white-space: nowrap; }
thead button {
  font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit;
}
thead button:hover { color: var(--ink); }
thead [aria-sort] button { color: var(--ink); }
[aria-sort] button::after { content: " ↑" / ""; }
[aria-sort=descending] button::after { content: " ↓" / ""; }
.search { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; margin-bottom: .75rem; }
input, #more {
  font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: .3rem .6rem;
}
label { margin-right: .5rem; }
input { min-width: 16rem; }
input::placeholder { color: var(--quiet); opacity: 1; }
#more { margin-top: 1rem; cursor: pointer; }
#more:hover { background: var(--tint); }

.beside { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1rem 2.5rem; align-items: start; margin-bottom: 1.5rem; }
table + table { margin-top: 1.5rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1.5rem 2.5rem; margin-bottom: 1.5rem; }
.figures figure { flex: 0 1 30rem; }
#batch ~ table, #revenue ~ table { table-layout: fixed; }
figure { margin: 0; }
figcaption { margin-bottom: .5rem; }
figure svg { display: block; width: 100%; max-width: 30rem; height: auto; }
figure text { font: 12px system-ui, sans-serif; fill: var(--ink); }
figure .amount { text-anchor: end; font-variant-numeric: tabular-nums; }
figure .zero { stroke: var(--faint); }
.bar { display: block; width: 100%; min-width: 8rem; max-width: 16rem; height: .7rem; }
.billed, .now { fill: var(--mark); background: var(--mark); }
.left-out, .earlier { fill: var(--faint); background: var(--faint); }
.rejected { fill: var(--alert); background: var(--alert); }
.legend { display: inline-flex; flex-wrap: wrap; gap: 0 1rem; }
figcaption .legend { margin-left: .75rem; }
.legend i { display: inline-block; width: .7em; height: .7em; margin-right: .4em; print-color-adjust: exact; }
.legend i.earlier { height: .3em; vertical-align: .2em; }

@media screen and (max-width: 60rem) { .beside { grid-template-columns: 1fr; } }
@media screen and (max-width: 44rem) {
  main, footer { padding-inline: 1rem; }
  h1 { font-size: 1.6rem; }
  .counts { grid-template-columns: repeat(3, 1fr); }
  input { min-width: 0; width: 100%; }
  table, tbody, tr, caption { display: block; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  tbody tr { display: grid; grid-template-columns: 1fr; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
  tbody th, tbody td { border: 0; padding: .05rem 0; }
  tbody th { font-weight: 600; }
  td[data-label] { display: grid; grid-template-columns: 7.5rem 1fr; gap: .75rem; }
  td[data-label]::before { content: attr(data-label); color: var(--quiet); font-size: .86em; text-align: left; }
  #document-table thead { position: static; clip-path: none; width: auto; height: auto; display: block; }
  #document-table thead tr { display: flex; flex-wrap: wrap; gap: .25rem 1rem; border: 0; padding: 0; }
  #document-table thead th { padding: 0 0 .25rem; border: 0; }
  #document-table tbody tr { grid-template-columns: 1fr auto auto; column-gap: .5rem; }
  #document-table td { display: block; }
  #document-table td::before { content: none; }
  #document-table tbody th { grid-area: 1 / 1; }
  #document-table td:nth-of-type(1) { grid-column: 1 / -1; }
  #document-table td:nth-of-type(3) { grid-column: 2 / -1; text-align: right; }
  #document-table td:nth-of-type(4) { grid-area: 1 / 2; }
  #document-table td:nth-of-type(5) { grid-area: 1 / 3; }
  td[data-label]:empty { display: none; }
}
@media print {
  @page { margin: 14mm; }
  :root { font-size: 9pt; }
  main, footer { max-width: none; padding: 0; }
  section { margin-top: 1.4rem; }
  .search span:not([role]), #more, thead button::after { display: none; }
  h2, h3, caption { break-after: avoid; }
  tr, figure, .notice, .totals, .counts, .beside { break-inside: avoid; }
  .figures figure { flex-basis: 45%; }
  .beside { grid-template-columns: minmax(0, 6fr) minmax(0, 5fr); gap: 1.5rem; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`;
