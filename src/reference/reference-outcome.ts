/** What may become of a row of a reference table: a closed list. */
export type ReferenceOutcome =
  | 'billed'
  | 'rejected'
  | 'blank_row'
  | 'other_period'
  | 'unknown_merchant'
  | 'unknown_contract'
  | 'blocked_merchant'
  | 'without_contract'
  | 'not_in_force'
  | 'not_used_by_plan'
  | 'not_used'
  | 'nothing_billed';
