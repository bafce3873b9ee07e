/** What may become of a row of facts: a closed list. */
export const ROW_OUTCOMES = [
  'billed',
  'rejected',
  'blank_row',
  'exact_duplicate',
  'unknown_merchant',
  'unknown_order',
  'other_period',
  'silent_order',
  'not_used_by_plan',
  'without_contract',
  'absent',
  'leave',
  'evidence',
  'outside_window',
  'zero_amount',
  'order_rejected',
  'order_not_billed',
  'order_already_excluded',
  'source_blank',
  'source_zero',
] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
