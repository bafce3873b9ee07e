/** Facts that only one contract may own. */
export type ContestedFacts =
  'shifts' | 'consultations' | 'workload_consultations' | 'orders' | 'event_days';
