/** What became of the rows of every input file: a bar per file, and the counts behind it. */
import { groupDigits } from '../../money/amount.js';
import { html, legend, table, type Html, type TableRow } from './html.js';
import type { FileRows, ReportData } from './report-data.js';
import { OUTCOME_LABELS, SENTENCES, WORDS, type Voice } from '../../words/report-words.js';

const FILES_MAX = 200;

export function rowsSection({ files }: ReportData, voice: Voice): Html {
  const { say, heading } = voice;
  const columns = [
    { label: say(WORDS.file) },
    { label: say(WORDS.share) },
    ...[WORDS.rowsRead, WORDS.billed, WORDS.leftOut, WORDS.rejected].map(
      (words) => ({ label: say(words), kind: 'number' }) as const,
    ),
    { label: say(WORDS.reasons), kind: 'note' } as const,
  ];
  const more = files.length - FILES_MAX;
  const rows = files.slice(0, FILES_MAX).map((of) => fileRow(of, voice));
  return html`<section aria-labelledby="rows">
    <h2 id="rows">${heading(WORDS.rows)}</h2>
    <p class="quiet">
      ${legend([
        ['billed', say(WORDS.billed)],
        ['left-out', say(WORDS.leftOut)],
        ['rejected', say(WORDS.rejected)],
      ])}
    </p>
    ${files.length === 0 ? html`<p>${say(WORDS.noFacts)}</p>` : table({ caption: say(WORDS.rows), isCaptionSeen: false, columns, rows })}
    ${more > 0 ? html`<p>${say(SENTENCES.moreFiles(more))}</p>` : null}
  </section>`;
}

function fileRow(of: FileRows, { say }: Voice): TableRow {
  const rowsOf = (outcome: 'billed' | 'rejected'): bigint =>
    of.outcomes.find((found) => found.outcome === outcome)?.rows ?? 0n;
  const [billed, rejected] = [rowsOf('billed'), rowsOf('rejected')];
  const leftOut = of.rows - billed - rejected;
  const reasons = of.outcomes
    .filter(({ outcome }) => outcome !== 'billed' && outcome !== 'rejected')
    .sort((left, right) => (left.rows > right.rows ? -1 : 1))
    .map(({ outcome, rows }) => `${say(OUTCOME_LABELS[outcome])} ${counted(rows)}`);
  return {
    cells: [
      html`${of.file}
      ${of.file.startsWith(of.table) ? null : html`<span class="quiet">${of.table}</span>`}`,
      bar(of.rows, [
        [billed, 'billed'],
        [leftOut, 'left-out'],
        [rejected, 'rejected'],
      ]),
      counted(of.rows),
      counted(billed),
      counted(leftOut),
      counted(rejected),
      reasons.join(' · '),
    ],
  };
}

const counted = (rows: bigint): string => groupDigits(String(rows));

/** The parts of a whole from left to right, for the eye: the counts stand beside it. */
function bar(whole: bigint, parts: readonly [bigint, string][]): Html {
  let from = 0n;
  const pieces = parts.map(([part, name]) => {
    const [x, width] = [thousandths(from, whole), thousandths(part, whole)];
    from += part;
    return html`<rect class="${name}" x="${x}" width="${width}" height="1" />`;
  });
  return html`<svg class="bar" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">
    ${pieces}
  </svg>`;
}

/** A place on the page; a part that is there can be seen. */
function thousandths(part: bigint, whole: bigint): string {
  if (whole === 0n || part === 0n) return '0';
  const rounded = (part * 1000n) / whole;
  return String(rounded === 0n ? 1n : rounded);
}
