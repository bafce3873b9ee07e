/** What documents add to the files of the books, a slice of documents at a time. */
import { append } from '../../append.js';
import { stringify } from 'csv-stringify/sync';
import type { Document } from '../../documents/document.js';
import { BOOKED, bookedLine, type BookedCodes } from '../../ledger/booked-codes.js';
import { problem, type Problem } from '../../problem.js';
import { FINANCE_FILE } from '../../reference/read-finance.js';
import { FINANCE_PROFILES, type FinanceProfileName } from '../../reference/finance-profiles.js';
import type { FinanceSettings } from '../../reference/finance-settings.js';
import type { FinanceTemplate } from '../../reference/reference-tables.js';
import { csvRows } from '../csv/csv.js';
import type { CellValue } from '../workbooks/cell-value.js';
import { DocumentCodes, type BookRates } from './document-codes.js';
import { ERPNEXT } from './erpnext.js';
import { FAPIAO } from './fapiao.js';
import { templateFault } from './fapiao-template.js';
import { FinanceProblems } from './finance-problems.js';
import { KINGDEE } from './kingdee.js';
import { ODOO } from './odoo.js';
import type { DocumentProfile, FinanceProfile, TableProfile, WorkbookProfile } from './profile.js';
import { QUICKBOOKS } from './quickbooks.js';
import { UBL } from './ubl.js';
import { XERO } from './xero.js';
import type { XmlFile } from './xml-file.js';
import { YONYOU } from './yonyou.js';
import { ZOHO } from './zoho.js';

const PROFILES: Readonly<Record<FinanceProfileName, FinanceProfile>> = {
  xero: XERO,
  quickbooks: QUICKBOOKS,
  odoo: ODOO,
  erpnext: ERPNEXT,
  zoho: ZOHO,
  kingdee: KINGDEE,
  yonyou: YONYOU,
  fapiao: FAPIAO,
  ubl: UBL,
};

/** Text at the end of a file, which begins with `head` where it is new. */
export interface FinancePiece {
  /** Inside the batch, such as `finance/xero.csv`. */
  readonly file: string;
  readonly head: string;
  readonly text: string;
  readonly rows: number;
}

/** A whole file. */
export interface FinanceFile {
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly rows: number | null;
}

export interface FinanceAddition {
  readonly pieces: readonly FinancePiece[];
  readonly files: readonly FinanceFile[];
  /** One for each document, where some are asked for. */
  readonly xmlFiles: readonly XmlFile[];
}

/** What the files are made from besides documents. */
export interface FinanceRequest {
  readonly profiles: readonly FinanceProfileName[];
  readonly settings: FinanceSettings;
  /** The workbook to be filled for the tax bureau; null where none is given. */
  readonly template: FinanceTemplate | null;
  readonly rates: BookRates;
  /** Under which codes a document was booked; null where its batch was written for no system. */
  readonly bookedCodes: (document: Document) => Promise<BookedCodes | null>;
}

/** A workbook that is not full. */
interface OpenWorkbook {
  readonly profile: WorkbookProfile;
  documents: number;
  readonly rows: Map<string, (readonly CellValue[])[]>;
}

export class FinanceFiles {
  private readonly problems = new FinanceProblems();
  private readonly profiles: readonly FinanceProfileName[];
  private readonly template: Uint8Array | null;
  /** How many documents each sheet or workbook has, over all its files. */
  private readonly counts = new Map<string, number>();
  /** Systems that lack what some reversal takes back. */
  private readonly notBooked = new Set<FinanceProfileName>();
  private readonly workbooks = new Map<string, OpenWorkbook>();

  constructor(private readonly request: FinanceRequest) {
    this.profiles = FINANCE_PROFILES.filter((name) => request.profiles.includes(name));
    this.template = this.profiles.includes('fapiao') ? this.usableTemplate() : null;
  }

  /**
   * Documents come in order of their numbers. A code that `finance.json` lacks is a problem of the whole run, told
   * once: a batch is issued once, and so its files for the books must be complete.
   */
  async add(
    documents: readonly Document[],
  ): Promise<FinanceAddition & { readonly problems: Problem[] }> {
    const pieces = new Map<string, FinancePiece>();
    const files: FinanceFile[] = [];
    const xmlFiles: XmlFile[] = [];
    for (const document of this.profiles.length === 0 ? [] : documents) {
      const addition = this.addDocument(document, await this.request.bookedCodes(document));
      append(files, addition.files);
      append(xmlFiles, addition.xmlFiles);
      for (const piece of addition.pieces) {
        const known = pieces.get(piece.file);
        pieces.set(piece.file, known === undefined ? piece : joined(known, piece));
      }
    }
    return { pieces: [...pieces.values()], files, xmlFiles, problems: this.problems.take() };
  }

  /** The workbooks that the last documents did not fill. */
  finish(): FinanceAddition {
    const open = [...this.workbooks];
    const files = open.map(([name, workbook]) => this.closed(name, workbook));
    return { pieces: [], files, xmlFiles: [] };
  }

  private addDocument(document: Document, kept: BookedCodes | null): FinanceAddition {
    const used = new Map<string, string>();
    const pieces: FinancePiece[] = [];
    const files: FinanceFile[] = [];
    const xmlFiles: XmlFile[] = [];
    for (const name of this.profiles) {
      const codes = this.codesOf(name, document, kept, used);
      const profile = PROFILES[name];
      if (profile.kind === 'table') pieces.push(this.pieceOf(document, profile, codes));
      else if (profile.kind === 'document') xmlFiles.push(xmlFileOf(document, profile, codes));
      else append(files, this.addToWorkbook(document, profile, codes));
    }
    const text = bookedLine(document.number, used);
    return { pieces: [...pieces, { file: BOOKED, head: '', text, rows: 1 }], files, xmlFiles };
  }

  private codesOf(
    name: FinanceProfileName,
    document: Document,
    kept: BookedCodes | null,
    used: Map<string, string>,
  ): DocumentCodes {
    const wasBooked = Object.keys(kept ?? {}).some((key) => key.startsWith(`${name}.`));
    if (document.cancels !== null && !wasBooked) this.warnNotBooked(name, document);
    const { settings, rates } = this.request;
    const sources = { settings, rates, problems: this.problems };
    return new DocumentCodes(name, document, sources, kept, used);
  }

  /** What its books never had cannot be taken back under its own codes: said once for each system. */
  private warnNotBooked(profile: FinanceProfileName, { number, cancels }: Document): void {
    if (this.notBooked.has(profile)) return;
    this.notBooked.add(profile);
    const place = { file: FINANCE_FILE, column: profile };
    const values = { profile, number, cancelled: cancels ?? '' };
    this.problems.report(problem('finance-not-booked', place, values));
  }

  private pieceOf(document: Document, profile: TableProfile, codes: DocumentCodes): FinancePiece {
    const { name, ending, head } = profile.sheetOf(document);
    const part = partOf(this.count(name), profile.documentsMax);
    const rows = { columns: [], rowsOf: (of: Document) => [...profile.rowsOf(of, codes)] };
    const headRows = head.map((row) => [...row]);
    return {
      file: `finance/${partName(name, part)}.${ending}`,
      head: stringify(headRows, { record_delimiter: '\r\n' }),
      ...csvRows(rows, [document]),
    };
  }

  /** The workbook where the document fills it. */
  private addToWorkbook(
    document: Document,
    profile: WorkbookProfile,
    codes: DocumentCodes,
  ): FinanceFile[] {
    const { workbook, rows } = profile.rowsOf(document, codes);
    const open = this.workbooks.get(workbook) ?? {
      profile,
      documents: 0,
      rows: new Map<string, (readonly CellValue[])[]>(),
    };
    this.workbooks.set(workbook, open);
    open.documents += 1;
    for (const [sheet, added] of rows) {
      const known = open.rows.get(sheet) ?? [];
      append(known, added);
      open.rows.set(sheet, known);
    }
    return open.documents === profile.documentsMax ? [this.closed(workbook, open)] : [];
  }

  private closed(workbook: string, { profile, rows }: OpenWorkbook): FinanceFile {
    this.workbooks.delete(workbook);
    return {
      file: `finance/${partName(workbook, this.count(workbook) + 1)}.xlsx`,
      content: profile.bytesOf(workbook, rows, this.template),
      rows: [...rows.values()].reduce((sum, of) => sum + of.length, 0),
    };
  }

  /** null where there is none, or none that can be filled, which stops the run. */
  private usableTemplate(): Uint8Array | null {
    const { template } = this.request;
    const fault = template === null ? null : templateFault(template.bytes);
    if (template === null || fault === null) return template?.bytes ?? null;
    this.problems.unsupported({ file: template.file }, fault);
    return null;
  }

  /** How many there were before. */
  private count(name: string): number {
    const before = this.counts.get(name) ?? 0;
    this.counts.set(name, before + 1);
    return before;
  }
}

function xmlFileOf(document: Document, profile: DocumentProfile, codes: DocumentCodes): XmlFile {
  const content = profile.contentOf(document, codes);
  return { file: `finance/${profile.fileOf(document)}`, content };
}

/** At 500 a file, the document after 499 others is in part 1, and the one after 500 in part 2. */
function partOf(before: number, most: number | null): number {
  return most === null ? 1 : Math.floor(before / most) + 1;
}

/** The first part has the plain name: nothing is renamed when there turns out to be a second. */
function partName(name: string, part: number): string {
  return part === 1 ? name : `${name}-${String(part).padStart(3, '0')}`;
}

function joined(first: FinancePiece, next: FinancePiece): FinancePiece {
  return { ...first, text: first.text + next.text, rows: first.rows + next.rows };
}
