/** The report of a batch or a preview: one page that needs nothing but itself. */
import { batchSection } from './batch-section.js';
import { blockedSection } from './blocked-section.js';
import { changesSection } from './changes-section.js';
import { documentsSection } from './documents-section.js';
import { overviewSection, titleOf } from './overview-section.js';
import { page } from './page.js';
import { problemsSection } from './problems-section.js';
import type { ReportData } from './report-data.js';
import { revenueSection } from './revenue-section.js';
import { revisionsSection } from './revisions-section.js';
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

/** The same bytes for the same data. */
export function renderReport(data: ReportData): string {
  const voice = voiceOf(data.language);
  return page({
    title: titleOf(data, voice),
    voice,
    styles: [STYLE],
    script: SCRIPT,
    sections: [
      overviewSection(data, voice),
      blockedSection(data, voice),
      batchSection(data, voice),
      revenueSection(data, voice),
      changesSection(data, voice),
      revisionsSection(data, voice),
      documentsSection(data, voice),
      problemsSection(data, voice),
      rowsSection(data, voice),
    ],
    files: FILES,
    filesLabel: voice.say(WORDS.files),
  });
}
