/**
 * What a problem of each code says besides its place: plain data, of which `words/` makes sentences.
 * `case` tells wordings apart; a cell has at most its first 80 characters; `nearest` may have been meant.
 */
import type { CellProblemValues } from './problem-cell-values.js';
import type { ContestedFacts } from './contested-facts.js';
import type {
  JsonFault,
  PictureFault,
  QueryFault,
  SettingFault,
  TimeFormatFault,
  WorkbookFaultReason,
} from './problem-faults.js';
import type {
  BucketsUnfit,
  FactsIncomplete,
  RefundedOrder,
  UnownedShift,
} from './problem-facts-values.js';
import type { FinanceCode, FinanceUnsupported } from './problem-finance-values.js';
import type { LedgerProblemValues } from './problem-ledger-values.js';
import type { OfferProblemValues } from './problem-offer-values.js';
import type { ReceiptProblemValues } from './problem-receipt-values.js';

export type ProblemValues = {
  readonly [Code in keyof Values]: Readonly<Values[Code]>;
};

type Texts = readonly string[];
/** How many rows beyond the one that is shown have the same fault. */
type More = { moreRows: number };
type Meant = { nearest: string | null };
type Separator = 'comma' | 'semicolon' | 'tab' | 'bar';
type Nothing = Record<string, never>;

interface Values
  extends CellProblemValues, LedgerProblemValues, OfferProblemValues, ReceiptProblemValues {
  // files
  'file-missing':
    { case: 'table' } | { case: 'finance' } | { case: 'facts'; table: string; contractId: string };
  'file-unreadable':
    | { case: 'system'; reason: string }
    | { case: 'permissions' | 'not-parquet' | 'no-file' | 'link-outside' }
    | { case: 'kind'; endings: Texts }
    | { case: 'separator'; separator: Separator; position: number | null }
    | { case: 'not-csv'; reason: string }
    | { case: 'not-lines'; reason: string }
    | { case: 'not-guessed' }
    | { case: 'markup' }
    | { case: 'workbook'; fault: WorkbookFaultReason; detail: string }
    | { case: 'path'; reason: string };
  'file-unknown': { case: 'file' | 'folder' } & Meant;
  'file-changed': Nothing;
  'table-doubled': { table: string; times: number };
  'buckets-unfit': BucketsUnfit;
  'encoding-unknown':
    | { case: 'neither' | 'unsure' | 'unsure-table' | 'packed' }
    | { case: 'not-so'; encoding: string }
    | { case: 'not-utf-8'; reason: string };
  'nul-byte': { case: 'saved' | 'exported' };
  'sheet-missing': { sheet: string; sheets: Texts } & Meant;
  'sheet-unknown': { sheet: string; tables: Texts } & Meant;
  'sheet-doubtful':
    | { case: 'hidden-rows'; count: number; first: number }
    | { case: 'hidden-columns'; columns: Texts }
    | { case: 'hidden-sheet'; sheet: string }
    | { case: 'merged'; ranges: Texts; more: number }
    | { case: 'other-sheets'; sheet: string; others: Texts };
  'cell-too-long': { case: 'table' } | { case: 'fact'; start: string };
  'quoting-broken':
    | { case: 'header' | 'cell' | 'file-end' | 'above-header' }
    | {
        case: 'line';
        fault: 'not-closed' | 'text-behind' | 'inside-cell' | 'unknown';
        line: number;
      };
  'provider-malformed':
    | ({ case: 'unknown-setting'; setting: string } & Meant)
    | ({ case: 'not-json' } & JsonFault)
    | { case: 'no-object' }
    | { case: 'setting'; found: string | null; choices: Texts }
    | { case: 'logo-unread'; logo: string; reason: string }
    | { case: 'logo-too-large'; logo: string; bytes: number; bytesMax: number }
    | { case: 'logo-unfit'; logo: string; fault: PictureFault };
  'provider-incomplete': { blank: Texts };
  'email-doubtful':
    | { case: 'malformed'; cell: string }
    | { case: 'blank'; merchants: Texts; moreMerchants: number };
  'source-malformed':
    | ({ case: 'not-json' } & JsonFault)
    | { case: 'no-list' | 'no-object' | 'blank' }
    | ({ case: 'unknown-key'; key: string } & Meant)
    | ({ case: 'unknown-preset'; preset: string; presets: Texts } & Meant)
    | { case: 'blank-header'; name: string; mayBeNull: boolean }
    | { case: 'blank-constant'; name: string; mayBeNull: boolean }
    | ({ case: 'setting' } & SettingFault)
    | { case: 'time-format'; format: string; fault: TimeFormatFault; token: string; tokens: Texts }
    | { case: 'time-formats'; formats: Texts }
    | { case: 'glob-outside'; glob: string }
    | ({ case: 'unknown-column'; table: string; name: string; columns: Texts } & Meant)
    | { case: 'unfed-column'; table: string; name: string; mayBeNull: boolean }
    | { case: 'fed-twice'; name: string }
    | {
        case: 'constant';
        name: string;
        value: string | null;
        expected: 'text' | 'currency' | 'role' | 'status';
      }
    | { case: 'prefix'; name: string }
    | { case: 'constant-count' | 'counted-twice' | 'one-mark' | 'query-and-columns' }
    | { case: 'rows-not-counted' | 'lines-not-summed'; table: string };
  'source-unmatched': { glob: string } & Meant;
  'source-doubled': { positions: Texts };
  'query-malformed': QueryFault;
  'zone-unstated': { position: number; zone: string };
  'status-unfiltered': { position: number; table: string };
  'finance-malformed':
    | ({ case: 'not-json' } & JsonFault)
    | ({ case: 'unknown-setting'; setting: string; section: string | null } & Meant)
    | { case: 'no-object' }
    | { case: 'template-unread'; template: string; reason: string }
    | ({ case: 'setting' } & SettingFault);
  'finance-code-missing': { missing: FinanceCode; of: string | null };
  'finance-unsupported': FinanceUnsupported;
  'finance-not-booked': { profile: string; number: string; cancelled: string };

  // headers and rows
  'column-missing':
    | { case: 'table' }
    | { case: 'title'; title: string; row: number }
    | ({ case: 'source'; position: number; headerLine: number; header: Texts } & Meant);
  'column-unknown': { columns: Texts } & Meant;
  'column-doubled': { case: 'table' } | { case: 'source'; position: number; times: number };
  'row-broken': { case: 'table'; cells: number; columns: number } | { case: 'fact' };
  'row-total': ({ case: 'named'; cell: string } & More) | ({ case: 'day' } & More);
  'row-repeated': { key: string } & More;
  'lines-undecided': {
    areAlike: boolean;
    columns: Texts;
    key: string;
    summed: string;
    position: number;
  } & More;
  'key-conflict':
    | { case: 'table'; columns: Texts; otherRecord: number }
    | { case: 'facts'; columns: Texts; key: string };

  // what rows say of one another
  'merchant-unknown':
    | ({ case: 'facts'; merchantId: string } & More & Meant)
    | ({ case: 'adjustment'; adjustmentId: string; merchantId: string } & Meant)
    | ({ case: 'receipt'; receiptId: string; merchantId: string } & Meant)
    | ({ case: 'contract'; contractId: string; merchantId: string } & Meant)
    | ({ case: 'event-day' | 'reissue' | 'asked'; merchantId: string } & Meant);
  'store-unknown':
    | ({ case: 'contract'; contractId: string; storeId: string; merchantId: string } & Meant)
    | ({ case: 'event-day'; date: string; storeId: string; merchantId: string } & Meant);
  'contract-unknown':
    | { case: 'adjustment'; adjustmentId: string; contractId: string; merchantId: string }
    | ({ case: 'tier' | 'score' | 'asked'; contractId: string } & Meant);
  'contract-dates': { contractId: string; startsOn: string; endsOn: string };
  'contract-overlap': {
    contractIds: Texts;
    facts: ContestedFacts;
    role: string;
    storeId: string | null;
    from: string;
    to: string;
  };
  'contract-ambiguous':
    ({ case: 'fact'; contractIds: Texts } & More) | { case: 'event-day'; contractIds: Texts };
  'fact-without-contract':
    | ({ case: 'shift'; role: string; storeId: string } & UnownedShift & More)
    | { case: 'event-day'; merchantId: string; date: string };
  'shifts-unowned': { contractId: string; rows: number };
  'tiers-missing':
    | { case: 'commission'; contractId: string }
    | { case: 'ladder'; contractId: string; scales: Texts };
  'tiers-not-rising': { recordBefore: number };
  'bands-not-rising': { recordBefore: number };
  'tiers-open-end': { scale: string; upTo: string };
  'tiers-unused': { contractId: string; plan: string; scale: string };
  'attachment-unused': { contractId: string; plan: string };
  'charge-dates':
    | { case: 'backwards'; chargeId: string; startsOn: string; endsOn: string }
    | {
        case: 'outside-contract';
        chargeId: string;
        contractId: string;
        contractStartsOn: string;
        contractEndsOn: string | null;
      };
  'bands-missing': { contractId: string; indicator: string };
  'indicator-unknown': { contractId: string; indicator: string } & Meant;
  'tag-unknown': { contractId: string; tag: string; year: string; tags: Texts };
  'shift-length': { startsAt: string; endsAt: string };
  'shifts-overlap': { shiftId: string; agentId: string; otherId: string };
  'shift-contract': { contractId: string };
  'order-unknown': { refundId: string; orderId: string } & More & Meant;
  'orders-unattributed': { orders: number };
  'refund-before-order': RefundedOrder & { refundId: string; refundedAt: string };
  'refund-exceeds-order': RefundedOrder & {
    refunds: number;
    refundIds: Texts;
    firstRefundedAt: string;
    lastRefundedAt: string;
  };
  'facts-incomplete': FactsIncomplete;
  'date-implausible': { date: string; period: string; yearsMax: number } & More;
  'facts-stop-early': { table: string; last: string | null; tableLast: string };
  /** `nearest`: who may be meant by the first of them. */
  'agent-without-shift': { agents: Texts; moreAgents: number } & Meant;
  'text-undrawable': { cell: string; characters: Texts; moreCharacters: number; printed: string };

  // what a price needs
  'score-missing': { agentId: string; contractId: string; period: string };
  'indicator-value-missing': {
    agentId: string;
    contractId: string;
    period: string;
    indicators: Texts;
  };
  'score-computed': { agentId: string; contractId: string };
  'score-unused':
    | ({ case: 'not-worked'; agentId: string; contractId: string; period: string } & Meant)
    | { case: 'no-appraisal'; agentId: string; contractId: string; period: string }
    | ({ case: 'value-not-worked'; agentId: string; contractId: string; period: string } & Meant)
    | { case: 'value-no-appraisal'; indicator: string; contractId: string; period: string };
  'exchange-rate-missing':
    | { case: 'sales'; contractId: string; period: string; from: string; to: string }
    | { case: 'books'; profile: string; period: string; from: string; to: string };
  'consultation-day-missing': { contractId: string; dates: Texts };
  'workload-unknown': { contractId: string; dates: Texts };
  'ladder-exceeded': { contractId: string; upTo: string; dates: Texts };
  'custody-outside-window': { startsAt: string; endsAt: string };
  'adjustment-without-contract': {
    adjustmentId: string;
    merchantId: string;
    currency: string;
    period: string;
  };
  'adjustment-currency': { adjustmentId: string; currency: string; contractCurrency: string };
  'tax-mixed': { merchantId: string; currency: string };

  // the run
  'period-not-ended':
    | { case: 'publish' | 'preview' | 'compare'; period: string }
    | { case: 'issue-date'; issueDate: string; period: string; lastDay: string };
  'settlement-open': { period: string; settlesOn: string };
  'issue-date-backwards': { issueDate: string; number: string; numberDate: string };
  'output-missing': { case: 'run' | 'verify' | 'worker' };
  'batch-taken': Nothing;
  'cancellations-unconfirmed': { count: number; of: number };
  'revisions-unconfirmed':
    | { case: 'documents'; count: number; of: number }
    | { case: 'total'; count: number; currency: string; before: string; after: string };
  'total-unusual': { currency: string; total: string; mean: string; months: Texts };
}
