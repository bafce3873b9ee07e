/** What problems of cells say besides their place; see `problem-values.ts`. */
import type { DecimalMistake } from './problem-faults.js';

type Texts = readonly string[];
/** How many rows beyond the one that is shown have the same fault. */
type More = { moreRows: number };
type Meant = { nearest: string | null };
/** A cell that no format of its source reads. */
type CellOfExport = { case: 'export'; cell: string; position: number };

export interface CellProblemValues {
  'cell-blank':
    | { case: 'table' | 'fact' }
    | { case: 'plan'; contractId: string; plan: string }
    | { case: 'staffing'; offerId: string };
  'cell-error': { case: 'error' | 'uncalculated'; cell: string };
  'cell-unused':
    | { case: 'plan'; contractId: string; plan: string }
    | { case: 'appraisal-from'; contractId: string }
    | { case: 'commission-twice'; contractId: string }
    | { case: 'ladder-scale'; contractId: string; scale: string }
    | { case: 'tier-mode'; scale: string }
    | { case: 'charge-once'; chargeId: string }
    | { case: 'deposit-number'; receiptId: string };
  'date-malformed': { case: 'table' | 'month' | 'fact'; cell: string } | CellOfExport;
  'time-malformed': { case: 'time-of-day' | 'fact'; cell: string } | CellOfExport;
  'time-nonexistent': { cell: string };
  'time-ambiguous': { cell: string };
  'number-malformed':
    { case: 'decimal'; cell: string; mistake: DecimalMistake } | { case: 'whole'; cell: string };
  'number-out-of-range':
    | { case: 'not-negative' | 'positive' | 'share' | 'whole-positive'; cell: string }
    | { case: 'fact-amount'; cell: string }
    | { case: 'custody-seats'; contractId: string; seats: string }
    | { case: 'decimal-range'; cell: string; least: string; most: string | null }
    | { case: 'custody-window'; contractId: string }
    | { case: 'surcharge-window'; contractId: string; surcharge: string }
    | { case: 'weights'; contractId: string }
    | { case: 'fees'; contractId: string; minimumFee: string; maximumFee: string }
    | { case: 'commission-price'; price: string };
  'money-malformed': { cell: string; mistake: DecimalMistake };
  'money-too-precise':
    | { case: 'fact'; cell: string }
    | { case: 'refund'; cell: string; currency: string }
    | {
        case: 'adjustment';
        adjustmentId: string;
        digits: number;
        currency: string;
        digitsMax: number;
      }
    | {
        case: 'receipt';
        receiptId: string;
        digits: number;
        currency: string;
        digitsMax: number;
      };
  'value-unknown':
    | ({ case: 'choice'; cell: string; choices: Texts } & Meant)
    | { case: 'boolean' | 'payment-terms'; cell: string }
    | { case: 'tier-mode'; mode: string; firstMode: string };
  'plan-unknown': { cell: string; choices: Texts } & Meant;
  'currency-unknown': { cell: string };
  'id-malformed': { cell: string; charactersMax: number };
  'cell-line-break': { cell: string };
  'agent-placeholder': { cell: string };
  'id-rounded': { cell: string } & More;
}
