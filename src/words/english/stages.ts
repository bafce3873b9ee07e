/** English words for what a run is about. */
export const STAGES = {
  starting: 'starting',
  reference: 'reading reference tables',
  facts: 'rolling up facts',
  merchants: 'billing merchants',
  comparing: 'comparing months',
  publishing: 'publishing',
};
