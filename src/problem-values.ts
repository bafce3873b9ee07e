/**
 * What a problem of each code says besides its place: plain data, from which `words/` makes sentences.
 * Where a code has several wordings, `case` tells which.
 */

export interface Told {
  readonly message: string;
  readonly hint: string;
}

export interface ProblemValues {
  'file-missing': Told;
  'file-unreadable': Told;
  'file-unknown': Told;
  'file-changed': Told;
  'table-doubled': Told;
  'encoding-unknown': Told;
  'nul-byte': Told;
  'cell-too-long': Told;
  'quoting-broken': Told;
  'provider-malformed': Told;
  'provider-incomplete': Told;
  'source-malformed': Told;
  'source-unmatched': Told;
  'source-doubled': Told;
  'finance-malformed': Told;
  'finance-code-missing': Told;
  'finance-unsupported': Told;
  'column-missing': Told;
  'column-unknown': Told;
  'column-doubled': Told;
  'row-broken': Told;
  'row-repeated': Told;
  'key-conflict': Told;
  'cell-blank': Told;
  'cell-unused': Told;
  'date-malformed': Told;
  'time-malformed': Told;
  'time-nonexistent': Told;
  'time-ambiguous': Told;
  'number-malformed': Told;
  'number-out-of-range': Told;
  'money-malformed': Told;
  'money-too-precise': Told;
  'value-unknown': Told;
  'plan-unknown': Told;
  'currency-unknown': Told;
  'id-malformed': Told;
  'id-rounded': Told;
  'merchant-unknown': Told;
  'store-unknown': Told;
  'contract-unknown': Told;
  'contract-dates': Told;
  'contract-overlap': Told;
  'contract-ambiguous': Told;
  'fact-without-contract': Told;
  'tiers-missing': Told;
  'tiers-not-rising': Told;
  'tiers-open-end': Told;
  'tiers-unused': Told;
  'shift-length': Told;
  'shifts-overlap': Told;
  'shift-contract': Told;
  'order-unknown': Told;
  'refund-before-order': Told;
  'refund-exceeds-order': Told;
  'score-missing': { agentId: string; contractId: string; period: string };
  'score-unused': Told;
  'exchange-rate-missing':
    { case: 'sales'; contractId: string; period: string; from: string; to: string } | Told;
  'consultation-day-missing':
    | { case: 'days'; contractId: string; dates: readonly string[] }
    | { case: 'month-before'; contractId: string; period: string };
  'workload-unknown': { contractId: string; period: string };
  'ladder-exceeded': { contractId: string; upTo: string; dates: readonly string[] };
  'custody-outside-window': Told;
  'adjustment-without-contract': {
    adjustmentId: string;
    merchantId: string;
    currency: string;
    period: string;
  };
  'adjustment-currency': Told;
  'tax-mixed': { merchantId: string; currency: string };
  'period-not-ended': Told;
  'settlement-open': Told;
  'issue-date-backwards': Told;
  'settings-changed': Told;
  'output-missing': Told;
  'output-unwritable': Told;
  'ledger-broken': Told;
  'batch-taken': Told;
  'cancellations-unconfirmed': Told;
}
