/** The report of a batch or a preview: one page that needs nothing but itself. */
import { createHash } from 'node:crypto';
import { batchSection } from './batch-section.js';
import { blockedSection } from './blocked-section.js';
import { changesSection } from './changes-section.js';
import { documentsSection } from './documents-section.js';
import { html, script, style } from './html.js';
import { overviewSection, titleOf } from './overview-section.js';
import { problemsSection } from './problems-section.js';
import type { ReportData } from './report-data.js';
import { revenueSection } from './revenue-section.js';
import { rowsSection } from './rows-section.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { voiceOf, WORDS } from '../../words/report-words.js';

const FILES = [
  'invoices.csv',
  'invoice-lines.csv',
  'invoice-taxes.csv',
  'problems.csv',
  'row-accounting.csv',
  'manifest.json',
];

/** The policy lets the page run its own script alone, and ask for nothing. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The same bytes for the same data. */
export function renderReport(data: ReportData): string {
  const voice = voiceOf(data.language);
  const page = html`<!doctype html>
    <html lang="${voice.lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>${titleOf(data, voice)}</title>
        ${style(STYLE)}
      </head>
      <body>
        <main>
          ${overviewSection(data, voice)} ${blockedSection(data, voice)}
          ${batchSection(data, voice)} ${revenueSection(data, voice)} ${changesSection(data, voice)}
          ${documentsSection(data, voice)} ${problemsSection(data, voice)}
          ${rowsSection(data, voice)}
        </main>
        <footer>
          <nav aria-label="${voice.say(WORDS.files)}">
            ${FILES.map((file) => html`<a href="${file}">${file}</a> `)}
          </nav>
        </footer>
        ${script(SCRIPT)}
      </body>
    </html> `;
  return page.text;
}
