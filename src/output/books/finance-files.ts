/** What documents add to the files of the books, a slice of documents at a time. */
import { stringify } from 'csv-stringify/sync';
import type { Document } from '../../documents/document.js';
import type { FinanceSettings } from '../../reference/finance-settings.js';
import type { Problem } from '../../problem.js';
import { csvRows } from '../csv/csv.js';
import { CodeBook, MissingCodes, type BookRates } from './code-book.js';
import { ERPNEXT } from './erpnext.js';
import { KINGDEE } from './kingdee.js';
import { ODOO } from './odoo.js';
import {
  TABLE_PROFILES,
  type FinanceProfileName,
  type TableProfileName,
} from '../../reference/finance-profiles.js';
import type { FinanceProfile } from './profile.js';
import { QUICKBOOKS } from './quickbooks.js';
import { ublFile } from './ubl.js';
import { XERO } from './xero.js';
import { YONYOU } from './yonyou.js';
import { ZOHO } from './zoho.js';

const PROFILES: Readonly<Record<TableProfileName, FinanceProfile>> = {
  xero: XERO,
  quickbooks: QUICKBOOKS,
  odoo: ODOO,
  erpnext: ERPNEXT,
  zoho: ZOHO,
  kingdee: KINGDEE,
  yonyou: YONYOU,
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
interface FinanceFile {
  readonly file: string;
  readonly content: string;
}

export interface FinanceAddition {
  readonly pieces: readonly FinancePiece[];
  readonly files: readonly FinanceFile[];
}

export class FinanceFiles {
  private readonly missing = new MissingCodes();
  private readonly books: readonly { profile: FinanceProfile; codes: CodeBook }[];
  /** How many documents each sheet has, over all its files. */
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly profiles: readonly FinanceProfileName[],
    private readonly settings: FinanceSettings,
    rates: BookRates,
  ) {
    this.books = TABLE_PROFILES.filter((name) => profiles.includes(name)).map((name) => {
      const { [name]: section = {}, customers = {} } = settings;
      const codes = new CodeBook(name, section, customers, rates, this.missing);
      return { profile: PROFILES[name], codes };
    });
  }

  /**
   * Documents come in order of their numbers. A code that `finance.json` lacks is a problem of the whole run, told
   * once: a batch is issued once, and so its files for the books must be complete.
   */
  add(documents: readonly Document[]): FinanceAddition & { readonly problems: Problem[] } {
    const pieces = new Map<string, FinancePiece>();
    for (const document of documents) {
      for (const book of this.books) {
        const piece = this.pieceOf(document, book);
        const known = pieces.get(piece.file);
        pieces.set(piece.file, known === undefined ? piece : joined(known, piece));
      }
    }
    const files = this.profiles.includes('ubl')
      ? documents.map((document) => this.ubl(document))
      : [];
    return { pieces: [...pieces.values()], files, problems: this.missing.take() };
  }

  private pieceOf(
    document: Document,
    { profile, codes }: { profile: FinanceProfile; codes: CodeBook },
  ): FinancePiece {
    const { name, head } = profile.sheetOf(document, codes);
    const before = this.counts.get(name) ?? 0;
    this.counts.set(name, before + 1);
    const part = profile.documentsMax === null ? 1 : partOf(before, profile.documentsMax);
    const rows = { columns: [], rowsOf: (of: Document) => [...profile.rowsOf(of, codes)] };
    return {
      file: `finance/${name}${part === 1 ? '' : `-${String(part).padStart(3, '0')}`}.csv`,
      head: stringify(
        head.map((row) => [...row]),
        {
          bom: profile.byteOrderMark,
          record_delimiter: '\r\n',
        },
      ),
      ...csvRows(rows, [document]),
    };
  }

  private ubl(document: Document): FinanceFile {
    return {
      file: `finance/ubl/${document.number}.xml`,
      content: ublFile(document, this.settings.ubl ?? {}, this.missing),
    };
  }
}

/** At 500 a file, the document after 499 others is in part 1, and the one after 500 in part 2. */
function partOf(before: number, most: number): number {
  return Math.floor(before / most) + 1;
}

function joined(first: FinancePiece, next: FinancePiece): FinancePiece {
  return { ...first, text: first.text + next.text, rows: first.rows + next.rows };
}
